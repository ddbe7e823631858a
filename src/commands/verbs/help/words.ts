import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: { usage: "help [verb]", summary: "What I can do, or how to use one verb", examples: ["help profile"] },
  es: {
    usage: "ayuda [verbo]",
    summary: "Lo que sé hacer, o cómo se usa un verbo",
    examples: ["ayuda perfil"],
  },
  pt: {
    usage: "ajuda [verbo]",
    summary: "O que sei fazer, ou como usar um verbo",
    examples: ["ajuda perfil"],
  },
};

export const says = words({
  en: {
    headline: "Ask me about your customer segments. You can say:",
    say: "Say",
    does: "What you get",
    /** `verb` begins the sentence. */
    one: (verb: string, summary: string) => `“${verb}”: ${summary}.`,
    usage: "Usage",
    examples: "For example",
    alsoKnownAs: "Also understood",
    mayUse: "Who may use it",
    roles: {
      viewer: "everybody",
      marketer: "marketers, analysts, admins",
      analyst: "analysts, admins",
      admin: "admins",
    },
    kindly: "A segment is its number, its name in quotation marks, or the beginning of its name.",
  },
  es: {
    headline: "Pregúntame por tus segmentos de clientes. Puedes escribir:",
    say: "Escribe",
    does: "Qué obtienes",
    one: (verb, summary) => `«${verb}»: ${summary}.`,
    usage: "Se escribe",
    examples: "Por ejemplo",
    alsoKnownAs: "También vale",
    mayUse: "Quién puede usarlo",
    roles: {
      viewer: "todo el mundo",
      marketer: "marketing, analistas y administradores",
      analyst: "analistas y administradores",
      admin: "administradores",
    },
    kindly: "Un segmento es su número, su nombre entre comillas o el principio de su nombre.",
  },
  pt: {
    headline: "Pergunte sobre os seus segmentos de clientes. Você pode escrever:",
    say: "Escreva",
    does: "O que você recebe",
    one: (verb, summary) => `“${verb}”: ${summary}.`,
    usage: "Como escrever",
    examples: "Por exemplo",
    alsoKnownAs: "Também entendo",
    mayUse: "Quem pode usar",
    roles: {
      viewer: "todo mundo",
      marketer: "marketing, analistas e administradores",
      analyst: "analistas e administradores",
      admin: "administradores",
    },
    kindly: "Um segmento é o número dele, o nome entre aspas ou o começo do nome.",
  },
});
