import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "vote <r3>",
    summary: "Say which candidate you are for; an analyst decides",
    examples: ["vote r3"],
  },
  es: {
    usage: "votar <r3>",
    summary: "Di por qué propuesta estás; decide un analista",
    examples: ["votar r3"],
  },
  pt: {
    usage: "votar <r3>",
    summary: "Diga qual proposta você prefere; um analista decide",
    examples: ["votar r3"],
  },
};

export const says = words({
  en: {
    voted: (run: string, votes: string) =>
      `Your vote is for ${run}, which has ${votes} now. A new vote moves it.`,
    notOpen: (run: string) => `${run} is not up for a vote: it is no candidate any more.`,
  },
  es: {
    voted: (run, votes) => `Tu voto es para ${run}, que ahora tiene ${votes}. Si votas otra vez, se mueve.`,
    notOpen: (run) => `${run} no se vota: ya no es una propuesta.`,
  },
  pt: {
    voted: (run, votes) => `Seu voto é para ${run}, que agora tem ${votes}. Se votar de novo, ele muda.`,
    notOpen: (run) => `${run} não está em votação: já não é uma proposta.`,
  },
});
