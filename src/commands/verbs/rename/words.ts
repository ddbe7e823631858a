import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: 'rename <segment> "<name>"',
    summary: "Give a segment your own name",
    examples: ['rename 2 "Loyal families"'],
  },
  es: {
    usage: 'renombrar <segmento> "<nombre>"',
    summary: "Ponle tu propio nombre a un segmento",
    examples: ['renombrar 2 "Familias fieles"'],
  },
  pt: {
    usage: 'renomear <segmento> "<nome>"',
    summary: "Dê o seu próprio nome a um segmento",
    examples: ['renomear 2 "Famílias fiéis"'],
  },
};

export const says = words({
  en: {
    question: "What shall it be called?",
    quote: (name: string) => `Put the name in quotation marks, so that I take all of it: “${name}”.`,
    tooLong: (limit: string) => `A name may have ${limit} characters at most, so that it fits in charts.`,
    digits: (name: string) => `“${name}” reads like a segment's number. Take a name with letters.`,
    taken: (name: string, segment: string) =>
      `“${name}” is already the name of segment ${segment}. Take another one.`,
    renamed: (number: string, name: string, before: string) =>
      `Segment ${number} is now called “${name}” (before: “${before}”).`,
    restored: (number: string, name: string) => `Segment ${number} has its first name again: “${name}”.`,
    undo: "Undo",
    profile: "Profile",
  },
  es: {
    question: "¿Cómo se va a llamar?",
    quote: (name) => `Escribe el nombre entre comillas, para que lo tome entero: «${name}».`,
    tooLong: (limit) =>
      `Un nombre puede tener ${limit} caracteres como máximo, para que quepa en los gráficos.`,
    digits: (name) => `«${name}» parece el número de un segmento. Elige un nombre con letras.`,
    taken: (name, segment) => `«${name}» ya es el nombre del segmento ${segment}. Elige otro.`,
    renamed: (number, name, before) => `El segmento ${number} ahora se llama «${name}» (antes: «${before}»).`,
    restored: (number, name) => `El segmento ${number} recupera su primer nombre: «${name}».`,
    undo: "Deshacer",
    profile: "Perfil",
  },
  pt: {
    question: "Como ele vai se chamar?",
    quote: (name) => `Escreva o nome entre aspas, para eu ler o nome inteiro: “${name}”.`,
    tooLong: (limit) => `Um nome pode ter no máximo ${limit} caracteres, para caber nos gráficos.`,
    digits: (name) => `“${name}” parece o número de um segmento. Escolha um nome com letras.`,
    taken: (name, segment) => `“${name}” já é o nome do segmento ${segment}. Escolha outro.`,
    renamed: (number, name, before) => `O segmento ${number} agora se chama “${name}” (antes: “${before}”).`,
    restored: (number, name) => `O segmento ${number} voltou ao primeiro nome: “${name}”.`,
    undo: "Desfazer",
    profile: "Perfil",
  },
});
