import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage:
      "recluster [k N|auto] [method kmeans|rfm|dbscan|leaves] [using rfm|behaviour|all|<features>] [compress pca|autoencoder [N]]",
    summary: "New ways to divide your customers, to compare before you choose",
    examples: ["recluster", "recluster k 4", "recluster method rfm"],
  },
  es: {
    usage:
      "reagrupar [k N|auto] [método kmeans|rfm|dbscan|hojas] [usando rfm|comportamiento|todo|<características>] [comprimir pca|autoencoder [N]]",
    summary: "Nuevas formas de dividir a tus clientes, para comparar antes de elegir",
    examples: ["reagrupar", "reagrupar k 4", "reagrupar método rfm"],
  },
  pt: {
    usage:
      "reagrupar [k N|auto] [método kmeans|rfm|dbscan|folhas] [usando rfm|comportamento|tudo|<características>] [comprimir pca|autoencoder [N]]",
    summary: "Novas formas de dividir seus clientes, para comparar antes de escolher",
    examples: ["reagrupar", "reagrupar k 4", "reagrupar método rfm"],
  },
};

export const says = words({
  en: {
    started: "I am looking for segments anew. Your present ones stay until somebody adopts others.",
    howMany: "How many segments?",
    badK: (said: string) => `“${said}” is no number of segments: say 2 to 15, or auto.`,
    whichFeatures: "Using which features?",
    noSuchFeature: (said: string, some: string) =>
      `I know no feature “${said}”. I know, for example: ${some}.`,
    response: (name: string) =>
      `“${name}” is an answer to a campaign. Segments made from it would only repeat who answered, so it may not form segments. It shows in their profiles all the same.`,
    without: "Recluster without it",
    noRfm: "Recency, frequency and money are not all known here, so I can't use them.",
    severalFeatures: (said: string, names: string) => `“${said}” may be ${names}. Which one?`,
    whichMethod: {
      missing: "Which method?",
      /** A line that works. */
      example: "recluster method rfm",
      wrong: (said: string) => `“${said}” is no method of mine. I know kmeans, rfm, dbscan and leaves.`,
    },
    whichCompression: {
      missing: "Compress by what?",
      /** A line that works. */
      example: "recluster compress pca",
      wrong: (said: string) => `I can't compress by “${said}”: say pca or autoencoder.`,
    },
    /** `option` as it was said. */
    notWith: (option: string, method: string) =>
      `“${option}” does not go with the method ${method}: leave it out.`,
    rfmUses: "RFM groups are made of recency, number of orders and money alone: leave out “using”.",
    whichNumber: "Which number?",
    badNumber: (said: string) => `“${said}” is no radius: say a number above 0, in standard deviations.`,
    badWhole: (said: string, least: string, most: string) =>
      `“${said}” does not fit here: say a whole number from ${least} to ${most}.`,
    /** A line that works. */
    example: (method: string) => `recluster method ${method}`,
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
    severalFeatures: (said, names) => `«${said}» puede ser ${names}. ¿Cuál?`,
    whichMethod: {
      missing: "¿Qué método?",
      example: "reagrupar método rfm",
      wrong: (said) => `«${said}» no es un método mío. Conozco kmeans, rfm, dbscan y hojas.`,
    },
    whichCompression: {
      missing: "¿Comprimir con qué?",
      example: "reagrupar comprimir pca",
      wrong: (said) => `No puedo comprimir con «${said}»: di pca o autoencoder.`,
    },
    notWith: (option, method) => `«${option}» no va con el método ${method}: quítalo.`,
    rfmUses: "Los grupos RFM se hacen solo con recencia, número de pedidos y gasto: quita «usando».",
    whichNumber: "¿Qué número?",
    badNumber: (said) => `«${said}» no es un radio: di un número mayor que 0, en desviaciones típicas.`,
    badWhole: (said, least, most) => `«${said}» no vale aquí: di un número entero de ${least} a ${most}.`,
    example: (method) => `reagrupar método ${method}`,
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
    severalFeatures: (said, names) => `“${said}” pode ser ${names}. Qual?`,
    whichMethod: {
      missing: "Qual método?",
      example: "reagrupar método rfm",
      wrong: (said) => `“${said}” não é um método meu. Conheço kmeans, rfm, dbscan e folhas.`,
    },
    whichCompression: {
      missing: "Comprimir com o quê?",
      example: "reagrupar comprimir pca",
      wrong: (said) => `Não sei comprimir com “${said}”: diga pca ou autoencoder.`,
    },
    notWith: (option, method) => `“${option}” não combina com o método ${method}: tire-o.`,
    rfmUses: "Os grupos RFM são feitos só de recência, número de pedidos e gasto: tire “usando”.",
    whichNumber: "Qual número?",
    badNumber: (said) => `“${said}” não é um raio: diga um número maior que 0, em desvios padrão.`,
    badWhole: (said, least, most) =>
      `“${said}” não serve aqui: diga um número inteiro de ${least} a ${most}.`,
    example: (method) => `reagrupar método ${method}`,
  },
});
