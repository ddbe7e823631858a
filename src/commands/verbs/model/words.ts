import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

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

/** What is said of versions, and of changes from one model to another. */
export const says = words({
  en: {
    status: { active: "in use", candidate: "not in use", retired: "retired" },
    notScheduled: "Retraining was not on a schedule.",
    unscheduled: "The model is retrained only when somebody asks for it from now on.",
    adopt: (model: string) => `Use ${model}`,
    card: (model: string) => `Card of ${model}`,
    rollback: "Back to the one before",
    rollbackConfirm: "Score with the model before this one again?",
    versionsHeadline: (count: string, active: string) =>
      count === "1" ? `There is one model; ${active} is in use.` : `${count} models; ${active} is in use.`,
    noModels: "No model has been trained yet.",
    model: "Model",
    trained: "Trained",
    ranks: "Right order of pairs",
    grade: "Grade",
    state: "State",
    adopted: (model: string) => `Model ${model} scores from now on; every customer has a new score.`,
    started: "Training on past answers; this takes some seconds.",
    noSuchModel: (model: string) => `There is no model ${model}. See them all with \`model versions\`.`,
    nothingBefore: "There is no model before this one.",
    alreadyActive: (model: string) => `Model ${model} is in use already.`,
    whichModel: "Which model?",
    whichVariables: "Which variables?",
  },
  es: {
    status: { active: "en uso", candidate: "sin usar", retired: "retirado" },
    notScheduled: "El reentrenamiento no estaba programado.",
    unscheduled: "Desde ahora el modelo se reentrena solo cuando alguien lo pide.",
    adopt: (model) => `Usar ${model}`,
    card: (model) => `Ficha de ${model}`,
    rollback: "Volver al anterior",
    rollbackConfirm: "¿Volver a puntuar con el modelo anterior?",
    versionsHeadline: (count, active) =>
      count === "1" ? `Hay un modelo; está en uso ${active}.` : `${count} modelos; está en uso ${active}.`,
    noModels: "Todavía no se ha entrenado ningún modelo.",
    model: "Modelo",
    trained: "Entrenado",
    ranks: "Pares bien ordenados",
    grade: "Nota",
    state: "Estado",
    adopted: (model) => `El modelo ${model} puntúa desde ahora; todos los clientes tienen nueva puntuación.`,
    started: "Entrenando con respuestas anteriores; tarda unos segundos.",
    noSuchModel: (model) => `No hay ningún modelo ${model}. Míralos todos con \`modelo versiones\`.`,
    nothingBefore: "No hay ningún modelo anterior a este.",
    alreadyActive: (model) => `El modelo ${model} ya está en uso.`,
    whichModel: "¿Qué modelo?",
    whichVariables: "¿Qué variables?",
  },
  pt: {
    status: { active: "em uso", candidate: "fora de uso", retired: "aposentado" },
    notScheduled: "O retreino não estava programado.",
    unscheduled: "A partir de agora o modelo só é retreinado quando alguém pede.",
    adopt: (model) => `Usar ${model}`,
    card: (model) => `Ficha de ${model}`,
    rollback: "Voltar ao anterior",
    rollbackConfirm: "Voltar a pontuar com o modelo anterior?",
    versionsHeadline: (count, active) =>
      count === "1" ? `Há um modelo; ${active} está em uso.` : `${count} modelos; ${active} está em uso.`,
    noModels: "Nenhum modelo foi treinado ainda.",
    model: "Modelo",
    trained: "Treinado",
    ranks: "Pares bem ordenados",
    grade: "Nota",
    state: "Estado",
    adopted: (model) => `O modelo ${model} pontua a partir de agora; todos os clientes têm nova pontuação.`,
    started: "Treinando com respostas anteriores; leva alguns segundos.",
    noSuchModel: (model) => `Não há modelo ${model}. Veja todos com \`modelo versoes\`.`,
    nothingBefore: "Não há modelo anterior a este.",
    alreadyActive: (model) => `O modelo ${model} já está em uso.`,
    whichModel: "Qual modelo?",
    whichVariables: "Quais variáveis?",
  },
});
