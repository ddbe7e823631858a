import type { Localized } from "../../locale.ts";
import type { About } from "../command.ts";

export const about: Localized<About> = {
  en: {
    usage: "recluster [k N|auto] [using rfm|behaviour|all|<features>]",
    summary: "New ways to divide your customers, to compare before you choose",
    examples: ["recluster", "recluster k 4", "recluster using rfm"],
  },
  es: {
    usage: "reagrupar [k N|auto] [usando rfm|behaviour|all|<características>]",
    summary: "Nuevas formas de dividir a tus clientes, para comparar antes de elegir",
    examples: ["reagrupar", "reagrupar k 4", "reagrupar usando rfm"],
  },
  pt: {
    usage: "reagrupar [k N|auto] [usando rfm|behaviour|all|<características>]",
    summary: "Novas formas de dividir seus clientes, para comparar antes de escolher",
    examples: ["reagrupar", "reagrupar k 4", "reagrupar usando rfm"],
  },
};

interface Says {
  started: string;
  howMany: string;
  badK(said: string): string;
  whichFeatures: string;
  noSuchFeature(said: string, some: string): string;
  response(name: string): string;
  without: string;
  noRfm: string;
}

export const says: Localized<Says> = {
  en: {
    started: "I am looking for segments anew. Your present ones stay until somebody adopts others.",
    howMany: "How many segments?",
    badK: (said) => `“${said}” is no number of segments: say 2 to 15, or auto.`,
    whichFeatures: "Using which features?",
    noSuchFeature: (said, some) => `I know no feature “${said}”. I know, for example: ${some}.`,
    response: (name) =>
      `“${name}” is an answer to a campaign. Segments made from it would only repeat who answered, so it may not form segments. It shows in their profiles all the same.`,
    without: "Recluster without it",
    noRfm: "Recency, frequency and money are not all known here, so I can't use them.",
  },
  es: {
    started: "Estoy buscando segmentos de nuevo. Los actuales siguen hasta que alguien adopte otros.",
    howMany: "¿Cuántos segmentos?",
    badK: (said) => `«${said}» no es un número de segmentos: di de 2 a 15, o auto.`,
    whichFeatures: "¿Usando qué características?",
    noSuchFeature: (said, some) => `No conozco la característica «${said}». Conozco, por ejemplo: ${some}.`,
    response: (name) =>
      `«${name}» es la respuesta a una campaña. Los segmentos hechos con ella solo repetirían quién respondió, así que no puede formar segmentos. En sus perfiles se ve de todos modos.`,
    without: "Reagrupar sin ella",
    noRfm: "Aquí no se conocen recencia, frecuencia y gasto a la vez, así que no puedo usarlos.",
  },
  pt: {
    started: "Estou procurando segmentos de novo. Os atuais continuam até alguém adotar outros.",
    howMany: "Quantos segmentos?",
    badK: (said) => `“${said}” não é um número de segmentos: diga de 2 a 15, ou auto.`,
    whichFeatures: "Usando quais características?",
    noSuchFeature: (said, some) => `Não conheço a característica “${said}”. Conheço, por exemplo: ${some}.`,
    response: (name) =>
      `“${name}” é a resposta a uma campanha. Segmentos feitos com ela só repetiriam quem respondeu, por isso ela não pode formar segmentos. Nos perfis ela aparece mesmo assim.`,
    without: "Reagrupar sem ela",
    noRfm: "Aqui não se conhecem recência, frequência e gasto ao mesmo tempo, por isso não posso usá-los.",
  },
};
