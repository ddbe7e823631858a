import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage:
      "settings [language en|es|pt] [timezone <zone>] [currency <code>] [floor 2% 0.5%] [unknown in|out] [ids personal|impersonal]",
    summary: "Your language and time zone; the team's currency, and what a digest passes over",
    examples: ["settings language en", "settings timezone Europe/Madrid"],
  },
  es: {
    usage:
      "ajustes [idioma en|es|pt] [zona <zona>] [moneda <código>] [mínimo 2% 0,5%] [desconocidos dentro|fuera] [ids personales|impersonales]",
    summary: "Tu idioma y zona horaria; la moneda del equipo y lo que el resumen pasa por alto",
    examples: ["ajustes idioma es", "ajustes zona Europe/Madrid"],
  },
  pt: {
    usage:
      "ajustes [idioma en|es|pt] [fuso <fuso>] [moeda <código>] [piso 2% 0,5%] [desconhecidos dentro|fora] [ids pessoais|impessoais]",
    summary: "Seu idioma e fuso horário; a moeda da equipe e o que o resumo deixa passar",
    examples: ["ajustes idioma pt", "ajustes fuso America/Sao_Paulo"],
  },
};

export const says = words({
  en: {
    headline: "Your settings",
    saved: "Saved. Your settings now",
    language: "Language",
    languages: { en: "English", es: "Spanish", pt: "Portuguese" },
    timezone: "Time zone",
    currency: "Currency of the team",
    whichLanguage: "Which language?",
    whichTimezone: "Which time zone?",
    whichCurrency: "Which currency?",
    noSuchLanguage: (said: string) =>
      `I do not speak “${said}”. I speak en (English), es (Spanish) and pt (Portuguese).`,
    noSuchTimezone: (said: string) =>
      `I know no time zone “${said}”. Write it like Europe/Madrid or America/Sao_Paulo.`,
    noSuchCurrency: (said: string) =>
      `“${said}” is no currency's code. Write three letters, like EUR, USD or BRL.`,
    floor: "A digest tells of changes from",
    floors: (segment: string, revenue: string) => `${segment} of a segment, ${revenue} of sales`,
    unknown: "People who were never asked",
    in: "are in lists",
    out: "are in no list",
    whichOf: (choices: string) => `Which of these: ${choices}?`,
    whichFloor: "From which share of a segment on?",
    noFloor: (said: string) => `“${said}” is no share below 100%. Write it like 2% or 0.02.`,
  },
  es: {
    headline: "Tus ajustes",
    saved: "Guardado. Tus ajustes ahora",
    language: "Idioma",
    languages: { en: "inglés", es: "español", pt: "portugués" },
    timezone: "Zona horaria",
    currency: "Moneda del equipo",
    whichLanguage: "¿Qué idioma?",
    whichTimezone: "¿Qué zona horaria?",
    whichCurrency: "¿Qué moneda?",
    noSuchLanguage: (said) => `No hablo «${said}». Hablo en (inglés), es (español) y pt (portugués).`,
    noSuchTimezone: (said) =>
      `No conozco la zona horaria «${said}». Escríbela así: Europe/Madrid o America/Sao_Paulo.`,
    noSuchCurrency: (said) =>
      `«${said}» no es el código de una moneda. Son tres letras, como EUR, USD o BRL.`,
    floor: "El resumen cuenta cambios desde",
    floors: (segment, revenue) => `el ${segment} de un segmento, el ${revenue} de las ventas`,
    unknown: "Personas a quienes nunca se preguntó",
    in: "salen en las listas",
    out: "no salen en ninguna lista",
    whichOf: (choices) => `¿Cuál de estos: ${choices}?`,
    whichFloor: "¿Desde qué parte de un segmento?",
    noFloor: (said) => `«${said}» no es una parte menor del 100 %. Escríbela así: 2% o 0,02.`,
  },
  pt: {
    headline: "Seus ajustes",
    saved: "Salvo. Seus ajustes agora",
    language: "Idioma",
    languages: { en: "inglês", es: "espanhol", pt: "português" },
    timezone: "Fuso horário",
    currency: "Moeda da equipe",
    whichLanguage: "Qual idioma?",
    whichTimezone: "Qual fuso horário?",
    whichCurrency: "Qual moeda?",
    noSuchLanguage: (said) => `Não falo “${said}”. Falo en (inglês), es (espanhol) e pt (português).`,
    noSuchTimezone: (said) =>
      `Não conheço o fuso horário “${said}”. Escreva assim: Europe/Madrid ou America/Sao_Paulo.`,
    noSuchCurrency: (said) => `“${said}” não é o código de uma moeda. São três letras, como EUR, USD ou BRL.`,
    floor: "O resumo conta mudanças a partir de",
    floors: (segment, revenue) => `${segment} de um segmento, ${revenue} das vendas`,
    unknown: "Pessoas a quem nunca se perguntou",
    in: "saem nas listas",
    out: "não saem em nenhuma lista",
    whichOf: (choices) => `Qual destes: ${choices}?`,
    whichFloor: "A partir de que parte de um segmento?",
    noFloor: (said) => `“${said}” não é uma parte menor que 100%. Escreva assim: 2% ou 0,02.`,
  },
});
