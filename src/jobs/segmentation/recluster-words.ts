import { words } from "../../lib/words.ts";

/** The steps of reclustering, and why it may not be possible. */
export const reclusterSays = words({
  en: {
    load: "Reading your customers",
    choose: "Trying numbers of segments",
    prove: "Testing how solid the segments are",
    save: "Placing everyone in the candidates",
    noSegmentation: "There are no segments yet: import customers or orders first.",
    tooManySegments: (k: string) =>
      `I can't make ${k} segments: too few customers differ from each other. Ask for fewer.`,
    alike: "By these features all customers are alike, so there is nothing to divide them by. Choose others.",
    noRules:
      "RFM groups need recency, number of orders and money, and here one of them says nothing of its own.",
    noRevenue: "Leaves need to know what customers spent, and that is not known here.",
    nothingToCompress: (features: string) =>
      `You use ${features} features: ask for fewer numbers than that, or use more features.`,
    tooFewToCompress: "With fewer than 50 customers I can't tell whether compressing loses too much.",
  },
  es: {
    load: "Leyendo tus clientes",
    choose: "Probando números de segmentos",
    prove: "Comprobando la solidez de los segmentos",
    save: "Asignando a todos en las propuestas",
    noSegmentation: "Todavía no hay segmentos: importa primero clientes o pedidos.",
    tooManySegments: (k) =>
      `No puedo formar ${k} segmentos: hay muy pocos clientes distintos entre sí. Pide menos.`,
    alike:
      "Según estas características todos los clientes son iguales, así que no hay por qué dividirlos. Elige otras.",
    noRules:
      "Los grupos RFM necesitan recencia, número de pedidos y gasto, y aquí uno de ellos no dice nada propio.",
    noRevenue: "Las hojas necesitan saber cuánto gastó cada cliente, y aquí no se sabe.",
    nothingToCompress: (features) =>
      `Usas ${features} características: pide menos números que esos, o usa más características.`,
    tooFewToCompress: "Con menos de 50 clientes no puedo saber si comprimir pierde demasiado.",
  },
  pt: {
    load: "Lendo seus clientes",
    choose: "Testando números de segmentos",
    prove: "Verificando a solidez dos segmentos",
    save: "Classificando todos nas propostas",
    noSegmentation: "Ainda não há segmentos: importe primeiro clientes ou pedidos.",
    tooManySegments: (k) =>
      `Não consigo formar ${k} segmentos: poucos clientes são diferentes entre si. Peça menos.`,
    alike:
      "Por essas características todos os clientes são iguais, e não há como dividi-los. Escolha outras.",
    noRules:
      "Os grupos RFM precisam de recência, número de pedidos e gasto, e aqui um deles não diz nada próprio.",
    noRevenue: "As folhas precisam saber quanto cada cliente gastou, e aqui não se sabe.",
    nothingToCompress: (features) =>
      `Você usa ${features} características: peça menos números que isso, ou use mais características.`,
    tooFewToCompress: "Com menos de 50 clientes não dá para saber se comprimir perde demais.",
  },
});
