import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "score [<customer> | <field>=<value> …] [goal]",
    summary: "How likely a customer is to answer, and why",
    examples: ["score 1024", "score income=52000 saver"],
  },
  es: {
    usage: "puntuar [<cliente> | <campo>=<valor> …] [meta]",
    summary: "Qué probabilidad tiene un cliente de responder, y por qué",
    examples: ["puntuar 1024", "puntuar income=52000 ahorro"],
  },
  pt: {
    usage: "pontuar [<cliente> | <campo>=<valor> …] [meta]",
    summary: "Que probabilidade um cliente tem de responder, e por quê",
    examples: ["pontuar 1024", "pontuar income=52000 economia"],
  },
};

export const aboutWhatIf: Localized<About> = {
  en: {
    usage: "whatif <customer> [<field>=<value> …]",
    summary: "How the probability would move if values changed",
    examples: ["whatif 1024 income=60000"],
  },
  es: {
    usage: "ysi <cliente> [<campo>=<valor> …]",
    summary: "Cómo cambiaría la probabilidad si cambiaran los valores",
    examples: ["ysi 1024 income=60000"],
  },
  pt: {
    usage: "ese <cliente> [<campo>=<valor> …]",
    summary: "Como a probabilidade mudaria se os valores mudassem",
    examples: ["ese 1024 income=60000"],
  },
};

export const says = words({
  en: {
    headline: (customer: string | undefined, probability: string, against: string) =>
      `${customer === undefined ? "A customer like this" : `Customer ${customer}`} answers with a probability of ${probability}${against}.`,
    /** The same without the end of a sentence, over a picture. */
    finding: (customer: string | undefined, probability: string) =>
      `Why ${customer === undefined ? "such a customer" : `customer ${customer}`} is at ${probability}`,
    against: (times: string, base: string) => `, ${times} times the average of ${base}`,
    moved: (customer: string | undefined, before: string, now: string) =>
      `Customer ${customer ?? ""} would go from ${before} to ${now}.`,
    verdict: (goal: string) => `Under “${goal}”`,
    contact: "contact",
    leave: "leave out",
    line: (cutOff: string) => `the line is at ${cutOff}`,
    for: "Speaks for",
    against_: "Speaks against",
    points: (points: string, isOne: boolean) => `${points} ${isOne ? "point" : "points"}`,
    nearest: (label: string, value: string, cutOff: string) =>
      `The nearest change that reaches ${cutOff}: “${label}” at ${value}.`,
    missing: (labels: string) => `Not known, so taken as the middle customer's: ${labels}.`,
    unseen: (labels: string) => `Has a value that the model never saw, so it counts for nothing: ${labels}.`,
    whatIf: "What if…",
    goals: "See the four goals",
    fillIn: "Fill in what you know of the customer; what you leave empty counts as average.",
    change: (customer: string) => `Change values of customer ${customer} and see the probability move.`,
    formTitle: "Score a customer",
    whatIfTitle: "What if…",
    submit: "Score",
    oddField: (field: string) => `“${field}” has no value: write ${field}=… .`,
    noSuchField: (field: string, names: string) =>
      `The model does not look at “${field}”. It looks at: ${names}.`,
    noSuchLevel: (text: string, levels: string) => `The model does not know “${text}”. It knows: ${levels}.`,
    noNumber: (field: string, text: string) => `“${field}” needs a number; “${text}” is none.`,
  },
  es: {
    headline: (customer, probability, against) =>
      `${customer === undefined ? "Un cliente así" : `El cliente ${customer}`} responde con una probabilidad del ${probability}${against}.`,
    finding: (customer, probability) =>
      `Por qué ${customer === undefined ? "un cliente así" : `el cliente ${customer}`} está en el ${probability}`,
    against: (times, base) => `, ${times} veces la media del ${base}`,
    moved: (customer, before, now) => `El cliente ${customer ?? ""} pasaría del ${before} al ${now}.`,
    verdict: (goal) => `Con «${goal}»`,
    contact: "contactar",
    leave: "dejar fuera",
    line: (cutOff) => `el corte está en ${cutOff}`,
    for: "A favor",
    against_: "En contra",
    points: (points, isOne) => `${points} ${isOne ? "punto" : "puntos"}`,
    nearest: (label, value, cutOff) =>
      `El cambio más cercano que llega al ${cutOff}: «${label}» en ${value}.`,
    missing: (labels) => `Sin dato, así que cuenta como el cliente medio: ${labels}.`,
    unseen: (labels) => `Tiene un valor que el modelo nunca vio, así que no cuenta: ${labels}.`,
    whatIf: "¿Y si…?",
    goals: "Ver las cuatro metas",
    fillIn: "Rellena lo que sepas del cliente; lo que dejes vacío cuenta como la media.",
    change: (customer) => `Cambia valores del cliente ${customer} y mira cómo se mueve la probabilidad.`,
    formTitle: "Puntuar un cliente",
    whatIfTitle: "¿Y si…?",
    submit: "Puntuar",
    oddField: (field) => `«${field}» no tiene valor: escribe ${field}=… .`,
    noSuchField: (field, names) => `El modelo no mira «${field}». Mira: ${names}.`,
    noSuchLevel: (text, levels) => `El modelo no conoce «${text}». Conoce: ${levels}.`,
    noNumber: (field, text) => `«${field}» necesita un número; «${text}» no lo es.`,
  },
  pt: {
    headline: (customer, probability, against) =>
      `${customer === undefined ? "Um cliente assim" : `O cliente ${customer}`} responde com probabilidade de ${probability}${against}.`,
    finding: (customer, probability) =>
      `Por que ${customer === undefined ? "um cliente assim" : `o cliente ${customer}`} está em ${probability}`,
    against: (times, base) => `, ${times} vezes a média de ${base}`,
    moved: (customer, before, now) => `O cliente ${customer ?? ""} passaria de ${before} para ${now}.`,
    verdict: (goal) => `Com “${goal}”`,
    contact: "contatar",
    leave: "deixar de fora",
    line: (cutOff) => `o corte está em ${cutOff}`,
    for: "A favor",
    against_: "Contra",
    points: (points, isOne) => `${points} ${isOne ? "ponto" : "pontos"}`,
    nearest: (label, value, cutOff) =>
      `A mudança mais próxima que chega a ${cutOff}: “${label}” em ${value}.`,
    missing: (labels) => `Sem dado, então conta como o cliente médio: ${labels}.`,
    unseen: (labels) => `Tem um valor que o modelo nunca viu, então não conta: ${labels}.`,
    whatIf: "E se…?",
    goals: "Ver as quatro metas",
    fillIn: "Preencha o que souber do cliente; o que ficar vazio conta como a média.",
    change: (customer) => `Mude valores do cliente ${customer} e veja a probabilidade se mover.`,
    formTitle: "Pontuar um cliente",
    whatIfTitle: "E se…?",
    submit: "Pontuar",
    oddField: (field) => `“${field}” não tem valor: escreva ${field}=… .`,
    noSuchField: (field, names) => `O modelo não observa “${field}”. Observa: ${names}.`,
    noSuchLevel: (text, levels) => `O modelo não conhece “${text}”. Conhece: ${levels}.`,
    noNumber: (field, text) => `“${field}” precisa de um número; “${text}” não é.`,
  },
});
