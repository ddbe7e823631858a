import type { Grade } from "../../analysis/response/quality.ts";
import type { SavedModel } from "../../db/response-models.ts";
import type { Localized } from "../../locale.ts";
import type { About } from "../command.ts";

export const about: Localized<About> = {
  en: {
    usage:
      "model [card | versions | scores | retrain [using <variables> | weekly <day> <time> | off] | adopt <m4> | rollback]",
    summary: "The model that says who will answer: how good it is, and its versions",
    examples: ["model", "model retrain", "model adopt m2"],
  },
  es: {
    usage:
      "modelo [ficha | versiones | puntuaciones | reentrenar [usando <variables> | semanal <día> <hora> | quitar] | adoptar <m4> | revertir]",
    summary: "El modelo que dice quién responderá: su calidad y sus versiones",
    examples: ["modelo", "modelo reentrenar", "modelo adoptar m2"],
  },
  pt: {
    usage:
      "modelo [ficha | versoes | pontuacoes | retreinar [usando <variáveis> | semanal <dia> <hora> | desligar] | adotar <m4> | reverter]",
    summary: "O modelo que diz quem vai responder: qualidade e versões",
    examples: ["modelo", "modelo retreinar", "modelo adotar m2"],
  },
};

interface Says {
  headline(model: string, grade: string, ranks: string): string;
  learned: string;
  from(answers: string, customers: string, campaign: string): string;
  bestFifth: string;
  byChance(share: string): string;
  honest: string;
  offBy(points: string): string;
  reads: string;
  reasons: Readonly<Record<Grade["reasons"][number], string>>;
  heldOut: string;
  status: Readonly<Record<SavedModel["status"], string>>;
  champion: Readonly<Record<"better" | "worse" | "alike", (model: string) => string>>;
  challengerBetter: string;
  liftFinding(times: string): string;
  times(times: string): string;
  tenths: string;
  average: string;
  notScheduled: string;
  unscheduled: string;
  adopt(model: string): string;
  goals: string;
  retrain: string;
  versions: string;
  card(model: string): string;
  rollback: string;
  rollbackConfirm: string;
  gainFinding(reached: string): string;
  contacted: string;
  reached: string;
  chance: string;
  calibrationFinding(predicted: string, observed: string): string;
  predicted: string;
  observed: string;
  perfect: string;
  versionsHeadline(count: string, active: string): string;
  noModels: string;
  model: string;
  trained: string;
  ranks: string;
  grade: string;
  state: string;
  adopted(model: string): string;
  started: string;
  onlyAnalysts: string;
  noSuchModel(model: string): string;
  nothingBefore: string;
  alreadyActive(model: string): string;
  whichModel: string;
  whichVariables: string;
}

export const says: Localized<Says> = {
  en: {
    headline: (model, grade, ranks) =>
      `Model ${model} is graded ${grade}: in ${ranks} of pairs it puts the customer who answers above the one who does not.`,
    learned: "Learned from",
    from: (answers, customers, campaign) => `${answers} answers of ${customers} customers (${campaign})`,
    bestFifth: "Answers in the best fifth",
    byChance: (share) => `${share} by chance`,
    honest: "Probabilities",
    offBy: (points) => `off by ${points} points on average`,
    reads: "Looks at",
    reasons: {
      "ranks-well": "It ranks customers well.",
      "ranks-poorly": "It ranks customers only a little better than chance: use it with care.",
      calibrated: "Its probabilities can be taken at their word.",
      miscalibrated: "Its probabilities are off by more than 5 points: use the order, not the numbers.",
      "few-answers": "It has seen fewer than 100 answers; its figures may change much.",
    },
    heldOut: "Figures from customers it was not trained on",
    status: { active: "in use", candidate: "not in use", retired: "retired" },
    champion: {
      better: (model) => `On the same customers it does better than ${model}.`,
      alike: (model) => `On the same customers it does no better and no worse than ${model}.`,
      worse: (model) => `On the same customers it does worse than ${model}: keep ${model}.`,
    },
    liftFinding: (times) => `The best tenth holds ${times} times as many who answer as the average`,
    times: (times) => `${times}×`,
    tenths: "Tenths of the list, best first",
    average: "average",
    notScheduled: "Retraining was not on a schedule.",
    unscheduled: "The model is retrained only when somebody asks for it from now on.",
    challengerBetter:
      "A model with all variables does better on the same customers; the nine here are easier to explain.",
    adopt: (model) => `Use ${model}`,
    goals: "See the four goals",
    retrain: "Retrain",
    versions: "Versions",
    card: (model) => `Card of ${model}`,
    rollback: "Back to the one before",
    rollbackConfirm: "Score with the model before this one again?",
    gainFinding: (reached) => `Writing to the best fifth reaches ${reached} of those who answer`,
    contacted: "Customers contacted, best first",
    reached: "Answers reached",
    chance: "by chance",
    calibrationFinding: (predicted, observed) => `Of those given ${predicted}, ${observed} answered`,
    predicted: "Predicted",
    observed: "Answered",
    perfect: "as promised",
    versionsHeadline: (count, active) => `${count} models; ${active} is in use.`,
    noModels: "No model has been trained yet.",
    model: "Model",
    trained: "Trained",
    ranks: "Right order of pairs",
    grade: "Grade",
    state: "State",
    adopted: (model) => `Model ${model} scores from now on; every customer has a new score.`,
    started: "Training on past answers; this takes some seconds.",
    onlyAnalysts: "Only analysts and admins train and adopt models. You can read the card: `model`.",
    noSuchModel: (model) => `There is no model ${model}. See them all with \`model versions\`.`,
    nothingBefore: "There is no model before this one.",
    alreadyActive: (model) => `Model ${model} is in use already.`,
    whichModel: "Which model?",
    whichVariables: "Which variables?",
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
    reasons: {
      "ranks-well": "Ordena bien a los clientes.",
      "ranks-poorly": "Ordena a los clientes apenas mejor que el azar: úsalo con cuidado.",
      calibrated: "Sus probabilidades se pueden tomar al pie de la letra.",
      miscalibrated: "Sus probabilidades se desvían más de 5 puntos: usa el orden, no los números.",
      "few-answers": "Ha visto menos de 100 respuestas; sus cifras pueden cambiar mucho.",
    },
    heldOut: "Cifras de clientes con los que no se entrenó",
    status: { active: "en uso", candidate: "sin usar", retired: "retirado" },
    champion: {
      better: (model) => `Con los mismos clientes acierta más que ${model}.`,
      alike: (model) => `Con los mismos clientes no acierta ni más ni menos que ${model}.`,
      worse: (model) => `Con los mismos clientes acierta menos que ${model}: quédate con ${model}.`,
    },
    liftFinding: (times) => `El mejor décimo tiene ${times} veces más respuestas que la media`,
    times: (times) => `${times}×`,
    tenths: "Décimos de la lista, el mejor primero",
    average: "media",
    notScheduled: "El reentrenamiento no estaba programado.",
    unscheduled: "Desde ahora el modelo se reentrena solo cuando alguien lo pide.",
    challengerBetter:
      "Un modelo con todas las variables acierta más con los mismos clientes; estas nueve se explican mejor.",
    adopt: (model) => `Usar ${model}`,
    goals: "Ver las cuatro metas",
    retrain: "Reentrenar",
    versions: "Versiones",
    card: (model) => `Ficha de ${model}`,
    rollback: "Volver al anterior",
    rollbackConfirm: "¿Volver a puntuar con el modelo anterior?",
    gainFinding: (reached) => `Escribir al mejor quinto alcanza el ${reached} de quienes responden`,
    contacted: "Clientes contactados, los mejores primero",
    reached: "Respuestas alcanzadas",
    chance: "al azar",
    calibrationFinding: (predicted, observed) => `De quienes tenían ${predicted}, respondió el ${observed}`,
    predicted: "Previsto",
    observed: "Respondió",
    perfect: "como se prometió",
    versionsHeadline: (count, active) => `${count} modelos; está en uso ${active}.`,
    noModels: "Todavía no se ha entrenado ningún modelo.",
    model: "Modelo",
    trained: "Entrenado",
    ranks: "Pares bien ordenados",
    grade: "Nota",
    state: "Estado",
    adopted: (model) => `El modelo ${model} puntúa desde ahora; todos los clientes tienen nueva puntuación.`,
    started: "Entrenando con respuestas anteriores; tarda unos segundos.",
    onlyAnalysts:
      "Solo analistas y administradores entrenan y adoptan modelos. Puedes leer la ficha: `modelo`.",
    noSuchModel: (model) => `No hay ningún modelo ${model}. Míralos todos con \`modelo versiones\`.`,
    nothingBefore: "No hay ningún modelo anterior a este.",
    alreadyActive: (model) => `El modelo ${model} ya está en uso.`,
    whichModel: "¿Qué modelo?",
    whichVariables: "¿Qué variables?",
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
    reasons: {
      "ranks-well": "Ordena bem os clientes.",
      "ranks-poorly": "Ordena os clientes só um pouco melhor que o acaso: use com cuidado.",
      calibrated: "Suas probabilidades podem ser levadas ao pé da letra.",
      miscalibrated: "Suas probabilidades desviam mais de 5 pontos: use a ordem, não os números.",
      "few-answers": "Viu menos de 100 respostas; seus números podem mudar muito.",
    },
    heldOut: "Números de clientes com que não foi treinado",
    status: { active: "em uso", candidate: "fora de uso", retired: "aposentado" },
    champion: {
      better: (model) => `Com os mesmos clientes acerta mais que ${model}.`,
      alike: (model) => `Com os mesmos clientes não acerta nem mais nem menos que ${model}.`,
      worse: (model) => `Com os mesmos clientes acerta menos que ${model}: fique com ${model}.`,
    },
    liftFinding: (times) => `O melhor décimo tem ${times} vezes mais respostas que a média`,
    times: (times) => `${times}×`,
    tenths: "Décimos da lista, o melhor primeiro",
    average: "média",
    notScheduled: "O retreino não estava programado.",
    unscheduled: "A partir de agora o modelo só é retreinado quando alguém pede.",
    challengerBetter:
      "Um modelo com todas as variáveis acerta mais com os mesmos clientes; estas nove são mais fáceis de explicar.",
    adopt: (model) => `Usar ${model}`,
    goals: "Ver as quatro metas",
    retrain: "Retreinar",
    versions: "Versões",
    card: (model) => `Ficha de ${model}`,
    rollback: "Voltar ao anterior",
    rollbackConfirm: "Voltar a pontuar com o modelo anterior?",
    gainFinding: (reached) => `Escrever ao melhor quinto alcança ${reached} de quem responde`,
    contacted: "Clientes contatados, os melhores primeiro",
    reached: "Respostas alcançadas",
    chance: "por acaso",
    calibrationFinding: (predicted, observed) => `De quem tinha ${predicted}, ${observed} respondeu`,
    predicted: "Previsto",
    observed: "Respondeu",
    perfect: "como prometido",
    versionsHeadline: (count, active) => `${count} modelos; ${active} está em uso.`,
    noModels: "Nenhum modelo foi treinado ainda.",
    model: "Modelo",
    trained: "Treinado",
    ranks: "Pares bem ordenados",
    grade: "Nota",
    state: "Estado",
    adopted: (model) => `O modelo ${model} pontua a partir de agora; todos os clientes têm nova pontuação.`,
    started: "Treinando com respostas anteriores; leva alguns segundos.",
    onlyAnalysts: "Só analistas e administradores treinam e adotam modelos. Você pode ler a ficha: `modelo`.",
    noSuchModel: (model) => `Não há modelo ${model}. Veja todos com \`modelo versoes\`.`,
    nothingBefore: "Não há modelo anterior a este.",
    alreadyActive: (model) => `O modelo ${model} já está em uso.`,
    whichModel: "Qual modelo?",
    whichVariables: "Quais variáveis?",
  },
};
