import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "rollback",
    summary: "Return to the segments that were in force before",
    examples: ["rollback"],
  },
  es: {
    usage: "revertir",
    summary: "Volver a los segmentos que estaban en vigor antes",
    examples: ["revertir"],
  },
  pt: {
    usage: "reverter",
    summary: "Voltar aos segmentos que estavam em vigor antes",
    examples: ["reverter"],
  },
};

export const says = words({
  en: {
    back: (version: string, count: string, run: string) =>
      `Version ${version} with ${count} segments is in force again. The other one waits as ${run}.`,
    nothing: "These are the first segments there were, so there is nothing to return to.",
    again: (run: string) => `Adopt ${run} again`,
    list: "Your segments",
  },
  es: {
    back: (version, count, run) =>
      `Vuelve a estar en vigor la versión ${version}, con ${count} segmentos. La otra espera como ${run}.`,
    nothing: "Estos son los primeros segmentos que hubo, así que no hay a qué volver.",
    again: (run) => `Adoptar ${run} otra vez`,
    list: "Tus segmentos",
  },
  pt: {
    back: (version, count, run) =>
      `A versão ${version}, com ${count} segmentos, está em vigor de novo. A outra espera como ${run}.`,
    nothing: "Estes são os primeiros segmentos que houve, então não há para onde voltar.",
    again: (run) => `Adotar ${run} de novo`,
    list: "Seus segmentos",
  },
});
