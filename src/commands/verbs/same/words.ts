import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "same [undo] <customer> <customer>",
    summary: "Say that two customers are the same person, or part them again",
    examples: ["same 1024 ana@example.org", "same undo 1024"],
  },
  es: {
    usage: "mismo [deshacer] <cliente> <cliente>",
    summary: "Decir que dos clientes son la misma persona, o separarlos otra vez",
    examples: ["mismo 1024 ana@example.org", "mismo deshacer 1024"],
  },
  pt: {
    usage: "mesmo [desfazer] <cliente> <cliente>",
    summary: "Dizer que dois clientes são a mesma pessoa, ou separá-los de novo",
    examples: ["mesmo 1024 ana@example.org", "mesmo desfazer 1024"],
  },
};

export const says = words({
  en: {
    joined: (first: string, second: string, now: string) =>
      `Customers ${first} and ${second} are one person now, called ${now}.`,
    parted: (first: string, second: string) => `Customers ${first} and ${second} are two people again.`,
    already: (first: string, second: string) => `${first} and ${second} name the same person already.`,
    neverJoined: (customer: string) => `Nobody was joined with customer ${customer}.`,
    had: (orders: string, keys: string) => `orders: ${orders}; keys: ${keys}`,
    together: "Together",
    nextTime: "Segments and scores follow when everybody is measured next.",
    undo: "Part them again",
  },
  es: {
    joined: (first, second, now) =>
      `Los clientes ${first} y ${second} ya son una sola persona, llamada ${now}.`,
    parted: (first, second) => `Los clientes ${first} y ${second} vuelven a ser dos personas.`,
    already: (first, second) => `${first} y ${second} ya nombran a la misma persona.`,
    neverJoined: (customer) => `No se unió a nadie con el cliente ${customer}.`,
    had: (orders, keys) => `pedidos: ${orders}; claves: ${keys}`,
    together: "Juntos",
    nextTime: "Los segmentos y las puntuaciones cambian cuando se vuelva a medir a todos.",
    undo: "Separarlos otra vez",
  },
  pt: {
    joined: (first, second, now) =>
      `Os clientes ${first} e ${second} agora são uma só pessoa, chamada ${now}.`,
    parted: (first, second) => `Os clientes ${first} e ${second} voltam a ser duas pessoas.`,
    already: (first, second) => `${first} e ${second} já nomeiam a mesma pessoa.`,
    neverJoined: (customer) => `Ninguém foi unido ao cliente ${customer}.`,
    had: (orders, keys) => `pedidos: ${orders}; chaves: ${keys}`,
    together: "Juntos",
    nextTime: "Os segmentos e as pontuações mudam quando todos forem medidos de novo.",
    undo: "Separá-los de novo",
  },
});
