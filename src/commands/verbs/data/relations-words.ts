import { words } from "../../../lib/words.ts";

/** What `data relations` says. */
export const relationsSays = words({
  en: {
    together: (a: string, b: string, strength: string) =>
      `${a} and ${b} go together most (${strength} of −1 to 1).`,
    none: "None of your variables go together noticeably: each says something of its own.",
    few: "There are fewer than two numbers to compare. Import a file with more columns.",
    same: (a: string, b: string) =>
      `${a} and ${b} are nearly the same thing measured twice: one of them is enough.`,
    opposite: "opposite",
    alike: "together",
    moreMore: "more of one, more of the other",
    moreLess: "more of one, less of the other",
    altText: (parts: string) => `Which variables go together. Strongest: ${parts}.`,
    recluster: "Recluster",
  },
  es: {
    together: (a, b, strength) => `Lo que más va unido es ${a} y ${b} (${strength} entre −1 y 1).`,
    none: "Ninguna de tus variables va claramente unida a otra: cada una dice algo propio.",
    few: "Hay menos de dos números que comparar. Importa un archivo con más columnas.",
    same: (a, b) => `${a} y ${b} son casi lo mismo medido dos veces: basta con una.`,
    opposite: "al revés",
    alike: "juntas",
    moreMore: "más de una, más de la otra",
    moreLess: "más de una, menos de la otra",
    altText: (parts) => `Qué variables van unidas. Las más fuertes: ${parts}.`,
    recluster: "Reagrupar",
  },
  pt: {
    together: (a, b, strength) => `O que mais anda junto é ${a} e ${b} (${strength} entre −1 e 1).`,
    none: "Nenhuma das suas variáveis anda claramente junto com outra: cada uma diz algo próprio.",
    few: "Há menos de dois números para comparar. Importe um arquivo com mais colunas.",
    same: (a, b) => `${a} e ${b} são quase a mesma coisa medida duas vezes: uma basta.`,
    opposite: "ao contrário",
    alike: "juntas",
    moreMore: "mais de uma, mais da outra",
    moreLess: "mais de uma, menos da outra",
    altText: (parts) => `Quais variáveis andam juntas. As mais fortes: ${parts}.`,
    recluster: "Reagrupar",
  },
});
