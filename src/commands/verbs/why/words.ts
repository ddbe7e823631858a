import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "why <customer>",
    summary: "Why a customer is in their segment and not in the next one",
    examples: ["why 5524"],
  },
  es: {
    usage: "porque <cliente>",
    summary: "Por qué un cliente está en su segmento y no en el de al lado",
    examples: ["porque 5524"],
  },
  pt: {
    usage: "porque <cliente>",
    summary: "Por que um cliente está no segmento dele e não no vizinho",
    examples: ["porque 5524"],
  },
};

export const says = words({
  en: {
    notPlaced: (customer: string) =>
      `Customer ${customer} is in no segment yet: the next import gives them a place.`,
    onlyOne: "There is only one segment, so everybody is in it.",
    headline: (customer: string, own: string, nearest: string, how: "clear" | "fair" | "close") =>
      how === "close"
        ? `Customer ${customer} is in ${own}, but only just: ${nearest} is almost as near.`
        : `Customer ${customer} is in ${own} ${how === "clear" ? "clearly" : "rather"} and not in ${nearest}.`,
    /** `scores` are those for recency and for worth, 1 to 5. */
    byRule: (customer: string, own: string, [recency, worth]: readonly [string, string], nearest: string) =>
      `Customer ${customer} is in ${own} by rule: ${recency} of 5 for recency, ${worth} of 5 for orders and money. The next group is ${nearest}.`,
    outlier: (customer: string, own: string, nearest: string) =>
      `Customer ${customer} is in ${own}: nobody who could hold a group together is near. The nearest group is ${nearest}.`,
    typical: (own: string, nearest: string) => `typical: ${own} there, ${nearest} in the next one`,
    against: (label: string) => `${label} speaks for the next one`,
    fitsNone: "This customer is far from every segment: take the place as a makeshift.",
    title: (own: string, label: string) => `${own}: ${label} decides`,
    for: (number: string) => `for segment ${number}`,
    customer: "The customer",
    profile: (name: string) => `Profile of ${name}`,
  },
  es: {
    notPlaced: (customer) =>
      `El cliente ${customer} aún no está en ningún segmento: la próxima importación le dará uno.`,
    onlyOne: "Solo hay un segmento, así que todos están en él.",
    headline: (customer, own, nearest, how) =>
      how === "close"
        ? `El cliente ${customer} está en ${own}, pero por poco: ${nearest} queda casi igual de cerca.`
        : `El cliente ${customer} está ${how === "clear" ? "claramente" : "más bien"} en ${own} y no en ${nearest}.`,
    byRule: (customer, own, [recency, worth], nearest) =>
      `El cliente ${customer} está en ${own} por regla: ${recency} de 5 en recencia, ${worth} de 5 en pedidos y gasto. El grupo de al lado es ${nearest}.`,
    outlier: (customer, own, nearest) =>
      `El cliente ${customer} está en ${own}: no tiene cerca a nadie que forme un grupo. El grupo más cercano es ${nearest}.`,
    typical: (own, nearest) => `lo típico: ${own} allí, ${nearest} en el de al lado`,
    against: (label) => `${label} apunta al de al lado`,
    fitsNone: "Este cliente queda lejos de todos los segmentos: toma su lugar como provisional.",
    title: (own, label) => `${own}: decide ${label}`,
    for: (number) => `a favor del ${number}`,
    customer: "El cliente",
    profile: (name) => `Perfil de ${name}`,
  },
  pt: {
    notPlaced: (customer) =>
      `O cliente ${customer} ainda não está em nenhum segmento: a próxima importação lhe dará um.`,
    onlyOne: "Há só um segmento, então todos estão nele.",
    headline: (customer, own, nearest, how) =>
      how === "close"
        ? `O cliente ${customer} está em ${own}, mas por pouco: ${nearest} fica quase tão perto.`
        : `O cliente ${customer} está ${how === "clear" ? "claramente" : "de preferência"} em ${own}, e não em ${nearest}.`,
    byRule: (customer, own, [recency, worth], nearest) =>
      `O cliente ${customer} está em ${own} por regra: ${recency} de 5 em recência, ${worth} de 5 em pedidos e gasto. O grupo vizinho é ${nearest}.`,
    outlier: (customer, own, nearest) =>
      `O cliente ${customer} está em ${own}: não há por perto ninguém que forme um grupo. O grupo mais próximo é ${nearest}.`,
    typical: (own, nearest) => `o típico: ${own} lá, ${nearest} no vizinho`,
    against: (label) => `${label} aponta para o vizinho`,
    fitsNone: "Este cliente está longe de todos os segmentos: considere o lugar dele provisório.",
    title: (own, label) => `${own}: o que decide é ${label}`,
    for: (number) => `a favor do ${number}`,
    customer: "O cliente",
    profile: (name) => `Perfil de ${name}`,
  },
});
