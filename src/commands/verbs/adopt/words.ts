import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "adopt <r3> [over v2]",
    summary: "Put a candidate into force for everybody",
    examples: ["adopt r3"],
  },
  es: {
    usage: "adoptar <r3> [sobre v2]",
    summary: "Poner en vigor una propuesta para todos",
    examples: ["adoptar r3"],
  },
  pt: {
    usage: "adotar <r3> [sobre v2]",
    summary: "Pôr uma proposta em vigor para todos",
    examples: ["adotar r3"],
  },
};

export const says = words({
  en: {
    adopted: (run: string, version: string, count: string) =>
      `${run} is in force: version ${version}, with ${count} segments.`,
    already: (run: string, version: string) =>
      `${run} is in force already, as version ${version}. Nothing has changed.`,
    notWaiting: (run: string) => `${run} is a version of the past, no candidate. Roll back to return to it.`,
    nothing: (run: string) => `${run} found nothing usable, so there is nothing to adopt.`,
    overtaken: (run: string, version: string, who: string | null) =>
      `Since ${run} was made, ${who ?? "somebody"} has put other segments into force (version ${version}). I have changed nothing. Adopt ${run} all the same?`,
    allTheSame: (run: string) => `Adopt ${run} all the same`,
    whichVersion: "Over which version? For example v2.",
    list: "Your segments",
    rollback: "Roll back",
  },
  es: {
    adopted: (run, version, count) => `${run} está en vigor: versión ${version}, con ${count} segmentos.`,
    already: (run, version) => `${run} ya está en vigor, como versión ${version}. Nada ha cambiado.`,
    notWaiting: (run) => `${run} es una versión pasada, no una propuesta. Revierte para volver a ella.`,
    nothing: (run) => `${run} no encontró nada útil, así que no hay nada que adoptar.`,
    overtaken: (run, version, who) =>
      `Desde que se hizo ${run}, ${who ?? "alguien"} ha puesto en vigor otros segmentos (versión ${version}). No he cambiado nada. ¿Adoptar ${run} de todos modos?`,
    allTheSame: (run) => `Adoptar ${run} de todos modos`,
    whichVersion: "¿Sobre qué versión? Por ejemplo, v2.",
    list: "Tus segmentos",
    rollback: "Revertir",
  },
  pt: {
    adopted: (run, version, count) => `${run} está em vigor: versão ${version}, com ${count} segmentos.`,
    already: (run, version) => `${run} já está em vigor, como versão ${version}. Nada mudou.`,
    notWaiting: (run) => `${run} é uma versão passada, não uma proposta. Reverta para voltar a ela.`,
    nothing: (run) => `${run} não encontrou nada útil, então não há o que adotar.`,
    overtaken: (run, version, who) =>
      `Desde que ${run} foi feita, ${who ?? "alguém"} pôs outros segmentos em vigor (versão ${version}). Não mudei nada. Adotar ${run} mesmo assim?`,
    allTheSame: (run) => `Adotar ${run} mesmo assim`,
    whichVersion: "Sobre qual versão? Por exemplo, v2.",
    list: "Seus segmentos",
    rollback: "Reverter",
  },
});
