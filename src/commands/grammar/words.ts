import { words } from "../../lib/words.ts";
import type { Role } from "../../contract/actor.ts";
import type { Localized } from "../../lib/locale.ts";

const roleNames: Localized<Readonly<Record<Role, string>>> = {
  en: { viewer: "a viewer", marketer: "a marketer", analyst: "an analyst", admin: "an admin" },
  es: { viewer: "lector", marketer: "de marketing", analyst: "analista", admin: "administrador" },
  pt: { viewer: "leitor", marketer: "de marketing", analyst: "analista", admin: "administrador" },
};

/** Whoever may do what needs a role: that role and those that include it. */
const whoMay: Localized<Readonly<Record<Role, string>>> = {
  en: {
    viewer: "Everybody",
    marketer: "Marketers, analysts and admins",
    analyst: "Analysts and admins",
    admin: "Admins",
  },
  es: {
    viewer: "Todo el mundo",
    marketer: "Marketing, analistas y administradores",
    analyst: "Analistas y administradores",
    admin: "Los administradores",
  },
  pt: {
    viewer: "Todo mundo",
    marketer: "Marketing, analistas e administradores",
    analyst: "Analistas e administradores",
    admin: "Administradores",
  },
};

/** What the grammar says when it cannot read a line, whatever the command. */
export const grammarSays = words({
  en: {
    empty: "Tell me what to do, for example: profile 2",
    unknownVerb: (verb: string) => `I don't know “${verb}”. Did you mean one of these?`,
    noSuchVerb: (verb: string) => `I don't know “${verb}”. Look at what I can do:`,
    onlySegment: (said: string) => `What would you like to know about “${said}”?`,
    unclosedQuote: (rest: string) =>
      `The quotation mark before “${rest}” is never closed. Add the closing one.`,
    tooLong: (limit: string) => `That line is too long for me: ${limit} characters at most.`,
    missing: (question: string, usage: string) => `${question} I read: ${usage}`,
    leftover: (words: string, usage: string) => `I don't know what to do with “${words}”. I read: ${usage}`,
    notAllowed: (verb: string, needed: Role, has: Role) =>
      `${whoMay.en[needed]} may use “${verb}”; you are ${roleNames.en[has]}. Ask an admin for the role.`,
    whichSegment: "Which segment?",
    whichCustomer: "Which customer?",
    noSuchCustomer: (said: string) =>
      `I find no customer “${said}”. I looked for an id and for an e-mail address like this: check the spelling, or try the other one.`,
    noSuchSegment: (said: string, have: string) => `There is no segment “${said}”. You have ${have}.`,
    ambiguousSegment: (said: string, names: string) => `“${said}” could be ${names}. Which one do you mean?`,
    noSegmentation: "There are no segments yet: I have no customers to group.",
    noSegmentationHint:
      "Load the sample shop to look around, or import a file of your own customers or orders.",
    loadSample: "Load the sample shop",
    importFile: "How to import a file",
  },
  es: {
    empty: "Dime qué hacer, por ejemplo: perfil 2",
    unknownVerb: (verb) => `No conozco «${verb}». ¿Querías decir alguno de estos?`,
    noSuchVerb: (verb) => `No conozco «${verb}». Mira lo que sé hacer:`,
    onlySegment: (said) => `¿Qué quieres saber de «${said}»?`,
    unclosedQuote: (rest) => `Faltan las comillas de cierre después de «${rest}». Añádelas.`,
    tooLong: (limit) => `Esa línea es demasiado larga: admite ${limit} caracteres como máximo.`,
    missing: (question, usage) => `${question} Se escribe así: ${usage}`,
    leftover: (words, usage) => `No sé qué hacer con «${words}». Se escribe así: ${usage}`,
    notAllowed: (verb, needed, has) =>
      `${whoMay.es[needed]} pueden usar «${verb}»; tu rol es ${roleNames.es[has]}. Pide el rol a un administrador.`,
    whichSegment: "¿Qué segmento?",
    whichCustomer: "¿Qué cliente?",
    noSuchCustomer: (said) =>
      `No encuentro al cliente «${said}». He buscado un id y un correo así: revisa cómo está escrito o prueba con el otro.`,
    noSuchSegment: (said, have) => `No hay ningún segmento «${said}». Tienes ${have}.`,
    ambiguousSegment: (said, names) => `«${said}» puede ser ${names}. ¿Cuál es?`,
    noSegmentation: "Todavía no hay segmentos: no tengo clientes que agrupar.",
    noSegmentationHint:
      "Carga la tienda de ejemplo para echar un vistazo, o importa un archivo con tus clientes o pedidos.",
    loadSample: "Cargar la tienda de ejemplo",
    importFile: "Cómo importar un archivo",
  },
  pt: {
    empty: "Diga o que fazer, por exemplo: perfil 2",
    unknownVerb: (verb) => `Não conheço “${verb}”. Você quis dizer um destes?`,
    noSuchVerb: (verb) => `Não conheço “${verb}”. Veja o que sei fazer:`,
    onlySegment: (said) => `O que você quer saber sobre “${said}”?`,
    unclosedQuote: (rest) => `Faltam as aspas de fechamento depois de “${rest}”. Feche as aspas.`,
    tooLong: (limit) => `Essa linha é longa demais: são no máximo ${limit} caracteres.`,
    missing: (question, usage) => `${question} Escreva assim: ${usage}`,
    leftover: (words, usage) => `Não sei o que fazer com “${words}”. Escreva assim: ${usage}`,
    notAllowed: (verb, needed, has) =>
      `${whoMay.pt[needed]} podem usar “${verb}”; seu papel é ${roleNames.pt[has]}. Peça o papel a um administrador.`,
    whichSegment: "Qual segmento?",
    whichCustomer: "Qual cliente?",
    noSuchCustomer: (said) =>
      `Não encontro o cliente “${said}”. Procurei um id e um e-mail assim: confira a escrita ou tente o outro.`,
    noSuchSegment: (said, have) => `Não existe o segmento “${said}”. Você tem ${have}.`,
    ambiguousSegment: (said, names) => `“${said}” pode ser ${names}. Qual deles?`,
    noSegmentation: "Ainda não há segmentos: não tenho clientes para agrupar.",
    noSegmentationHint:
      "Carregue a loja de exemplo para dar uma olhada, ou importe um arquivo com seus clientes ou pedidos.",
    loadSample: "Carregar a loja de exemplo",
    importFile: "Como importar um arquivo",
  },
});
