import { words } from "../../../lib/words.ts";

/** What the model card says as a message. */
export const messageSays = words({
  en: {
    headline: (model: string, grade: string, ranks: string) =>
      `Model ${model} is graded ${grade}: in ${ranks} of pairs it puts the customer who answers above the one who does not.`,
    learned: "Learned from",
    from: (answers: string, customers: string, campaign: string) =>
      `${answers} answers of ${customers} customers (${campaign})`,
    bestFifth: "Answers in the best fifth",
    byChance: (share: string) => `${share} by chance`,
    honest: "Probabilities",
    offBy: (points: string) => `off by ${points} points on average`,
    reads: "Looks at",
    plain: "A person named the variables, and they are taken as they are: amounts without logarithms.",
    later: "Later in time",
    laterPairs: (share: string) => `${share} of pairs in the right order`,
    fromCampaign: (campaign: string) => `learned from “${campaign}”, asked about this one`,
    fromJoined: (day: string) => `learned from customers up to ${day}, asked about those who joined since`,
    reasons: {
      "ranks-well": "It ranks customers well.",
      "ranks-poorly": "It ranks customers only a little better than chance: use it with care.",
      calibrated: "Its probabilities can be taken at their word.",
      miscalibrated: "Its probabilities are off by more than 5 points: use the order, not the numbers.",
      "few-answers": "It has seen fewer than 100 answers; its figures may change much.",
    },
    heldOut: "Figures from customers it was not trained on",
    champion: {
      better: (model: string) => `On the same customers it does better than ${model}.`,
      alike: (model: string) => `On the same customers it does no better and no worse than ${model}.`,
      worse: (model: string) => `On the same customers it does worse than ${model}: keep ${model}.`,
    },
    challengerBetter:
      "A model with all variables does better on the same customers; the nine here are easier to explain.",
    goals: "See the four goals",
    retrain: "Retrain",
    versions: "Versions",
  },
  es: {
    headline: (model, grade, ranks) =>
      `El modelo ${model} tiene nota ${grade}: en el ${ranks} de los pares pone al cliente que responde por encima del que no.`,
    learned: "Ha aprendido de",
    from: (answers, customers, campaign) => `${answers} respuestas de ${customers} clientes (${campaign})`,
    bestFifth: "Respuestas en el mejor quinto",
    byChance: (share) => `${share} al azar`,
    honest: "Probabilidades",
    offBy: (points) => `se desvían ${points} puntos de media`,
    reads: "Se fija en",
    plain: "Las variables las nombró una persona y se toman tal cual: importes sin logaritmos.",
    later: "Más tarde en el tiempo",
    laterPairs: (share) => `${share} de los pares en el orden correcto`,
    fromCampaign: (campaign) => `aprendido de «${campaign}» y preguntado por esta`,
    fromJoined: (day) => `aprendido de clientes hasta el ${day} y preguntado por los que llegaron después`,
    reasons: {
      "ranks-well": "Ordena bien a los clientes.",
      "ranks-poorly": "Ordena a los clientes apenas mejor que el azar: úsalo con cuidado.",
      calibrated: "Sus probabilidades se pueden tomar al pie de la letra.",
      miscalibrated: "Sus probabilidades se desvían más de 5 puntos: usa el orden, no los números.",
      "few-answers": "Ha visto menos de 100 respuestas; sus cifras pueden cambiar mucho.",
    },
    heldOut: "Cifras de clientes con los que no se entrenó",
    champion: {
      better: (model) => `Con los mismos clientes acierta más que ${model}.`,
      alike: (model) => `Con los mismos clientes no acierta ni más ni menos que ${model}.`,
      worse: (model) => `Con los mismos clientes acierta menos que ${model}: quédate con ${model}.`,
    },
    challengerBetter:
      "Un modelo con todas las variables acierta más con los mismos clientes; estas nueve se explican mejor.",
    goals: "Ver las cuatro metas",
    retrain: "Reentrenar",
    versions: "Versiones",
  },
  pt: {
    headline: (model, grade, ranks) =>
      `O modelo ${model} tem nota ${grade}: em ${ranks} dos pares põe o cliente que responde acima do que não responde.`,
    learned: "Aprendeu com",
    from: (answers, customers, campaign) => `${answers} respostas de ${customers} clientes (${campaign})`,
    bestFifth: "Respostas no melhor quinto",
    byChance: (share) => `${share} por acaso`,
    honest: "Probabilidades",
    offBy: (points) => `desviam ${points} pontos em média`,
    reads: "Observa",
    plain: "As variáveis foram nomeadas por uma pessoa e valem como são: valores sem logaritmos.",
    later: "Mais tarde no tempo",
    laterPairs: (share) => `${share} dos pares na ordem certa`,
    fromCampaign: (campaign) => `aprendido com “${campaign}” e perguntado sobre esta`,
    fromJoined: (day) => `aprendido com clientes até ${day} e perguntado sobre os que chegaram depois`,
    reasons: {
      "ranks-well": "Ordena bem os clientes.",
      "ranks-poorly": "Ordena os clientes só um pouco melhor que o acaso: use com cuidado.",
      calibrated: "Suas probabilidades podem ser levadas ao pé da letra.",
      miscalibrated: "Suas probabilidades desviam mais de 5 pontos: use a ordem, não os números.",
      "few-answers": "Viu menos de 100 respostas; seus números podem mudar muito.",
    },
    heldOut: "Números de clientes com que não foi treinado",
    champion: {
      better: (model) => `Com os mesmos clientes acerta mais que ${model}.`,
      alike: (model) => `Com os mesmos clientes não acerta nem mais nem menos que ${model}.`,
      worse: (model) => `Com os mesmos clientes acerta menos que ${model}: fique com ${model}.`,
    },
    challengerBetter:
      "Um modelo com todas as variáveis acerta mais com os mesmos clientes; estas nove são mais fáceis de explicar.",
    goals: "Ver as quatro metas",
    retrain: "Retreinar",
    versions: "Versões",
  },
});
