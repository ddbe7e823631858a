import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: { usage: "map", summary: "Customers on a map, near ones alike", examples: ["map"] },
  es: { usage: "mapa", summary: "Los clientes en un mapa: cerca, los parecidos", examples: ["mapa"] },
  pt: { usage: "mapa", summary: "Os clientes em um mapa: perto, os parecidos", examples: ["mapa"] },
};

export const says = words({
  en: {
    headline: (count: string, first: string, second: string) =>
      `Your ${count} segments on a map: customers differ most in ${first}, then in ${second}.`,
    tooFewFeatures:
      "A map needs two features at least, and these segments rest on one. Look at the profile instead.",
    horizontal: "Left to right",
    vertical: "Bottom to top",
    title: (count: string, label: string) => `${count} groups, told apart mainly by ${label}`,
    more: (label: string, arrow: "→" | "↑") => `more: ${label} ${arrow}`,
    caveat: (part: string) =>
      `The map shows ${part} of the differences between customers; groups that overlap here may still differ in the rest.`,
    altText: (count: string, first: string, second: string, places: string) =>
      `Customers on a map of two directions, ${first} and ${second}. ${count} groups: ${places}.`,
    place: (name: string, horizontal: "left" | "right", vertical: "top" | "bottom") =>
      `${name} ${vertical} ${horizontal}`,
    profile: (name: string) => `Profile of ${name}`,
  },
  es: {
    headline: (count, first, second) =>
      `Tus ${count} segmentos en un mapa: los clientes se distinguen sobre todo por ${first} y luego por ${second}.`,
    tooFewFeatures:
      "Un mapa necesita al menos dos características, y estos segmentos se basan en una. Mira el perfil.",
    horizontal: "De izquierda a derecha",
    vertical: "De abajo arriba",
    title: (count, label) => `${count} grupos que se distinguen sobre todo por ${label}`,
    more: (label, arrow) => `más: ${label} ${arrow}`,
    caveat: (part) =>
      `El mapa muestra el ${part} de las diferencias entre clientes; los grupos que aquí se solapan pueden distinguirse en lo demás.`,
    altText: (count, first, second, places) =>
      `Clientes en un mapa de dos direcciones, ${first} y ${second}. ${count} grupos: ${places}.`,
    place: (name, horizontal, vertical) =>
      `${name} ${vertical === "top" ? "arriba" : "abajo"} a la ${horizontal === "left" ? "izquierda" : "derecha"}`,
    profile: (name) => `Perfil de ${name}`,
  },
  pt: {
    headline: (count, first, second) =>
      `Seus ${count} segmentos em um mapa: os clientes se diferenciam sobretudo por ${first} e depois por ${second}.`,
    tooFewFeatures:
      "Um mapa precisa de pelo menos duas características, e estes segmentos se baseiam em uma. Veja o perfil.",
    horizontal: "Da esquerda para a direita",
    vertical: "De baixo para cima",
    title: (count, label) => `${count} grupos que se diferenciam sobretudo por ${label}`,
    more: (label, arrow) => `mais: ${label} ${arrow}`,
    caveat: (part) =>
      `O mapa mostra ${part} das diferenças entre clientes; grupos que aqui se sobrepõem podem se diferenciar no resto.`,
    altText: (count, first, second, places) =>
      `Clientes em um mapa de duas direções, ${first} e ${second}. ${count} grupos: ${places}.`,
    place: (name, horizontal, vertical) =>
      `${name} ${vertical === "top" ? "em cima" : "embaixo"} à ${horizontal === "left" ? "esquerda" : "direita"}`,
    profile: (name) => `Perfil de ${name}`,
  },
});
