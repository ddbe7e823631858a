import { answersMoved, movedVariables, type Watched } from "../analysis/response/drift.ts";
import { at } from "../at.ts";
import type { StoredModel } from "../analysis/response/stored-model.ts";
import type { Format, Localized } from "../locale.ts";

interface Says {
  moved(variables: string): string;
  answers(campaign: string, promised: string, came: string): string;
  retrain: string;
}

const says: Localized<Says> = {
  en: {
    moved: (variables) => `Since the model was trained, these have changed much: ${variables}.`,
    answers: (campaign, promised, came) =>
      `For “${campaign}” it promised ${promised} answers and ${came} came.`,
    retrain: "Trust the order more than the numbers until it is retrained.",
  },
  es: {
    moved: (variables) => `Desde que se entrenó el modelo han cambiado mucho: ${variables}.`,
    answers: (campaign, promised, came) =>
      `Para «${campaign}» prometió ${promised} respuestas y llegaron ${came}.`,
    retrain: "Fíate más del orden que de los números hasta reentrenarlo.",
  },
  pt: {
    moved: (variables) => `Desde que o modelo foi treinado, mudaram muito: ${variables}.`,
    answers: (campaign, promised, came) =>
      `Para “${campaign}” prometeu ${promised} respostas e vieram ${came}.`,
    retrain: "Confie mais na ordem do que nos números até retreiná-lo.",
  },
};

/** Variables that are named at most; the others are like them. */
const mostNamed = 3;

/**
 * What has moved so far since the training that the model's numbers may be off.
 *
 * @returns Undefined when nothing has.
 */
export function movedSentence(
  model: StoredModel,
  watched: Watched | undefined,
  format: Format,
): string | undefined {
  if (watched === undefined) return undefined;
  const words = says[format.locale];
  const moved = movedVariables(model, watched.counts).slice(0, mostNamed);
  const names = moved.map(({ variable }) => at(model.variables, variable).labels[format.locale]);
  const { answers } = watched;
  const sentences = [
    ...(names.length === 0 ? [] : [words.moved(format.list(names))]),
    ...(answers !== null && answersMoved(answers)
      ? [words.answers(answers.campaign, format.number(answers.expected, 0), format.number(answers.answered))]
      : []),
  ];
  return sentences.length === 0 ? undefined : [...sentences, words.retrain].join(" ");
}
