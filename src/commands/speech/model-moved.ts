import { words } from "../../lib/words.ts";
import { answersMoved, movedVariables, scoresMoved, type Watched } from "../../analysis/response/drift.ts";
import { at } from "../../lib/at.ts";
import type { StoredModel } from "../../analysis/response/stored-model.ts";
import type { Format } from "../../lib/locale.ts";
import { decapitalize } from "./comparison.ts";

const says = words({
  en: {
    changed: (variables: string) => `Changed much since the training: ${variables}.`,
    moved: "Customers score otherwise than those that the model learned from.",
    answers: (campaign: string, promised: string, came: string) =>
      `For “${campaign}” it promised ${promised} answers and ${came} came.`,
    retrain: "Trust the order more than the numbers until it is retrained.",
  },
  es: {
    changed: (variables) => `Han cambiado mucho desde el entrenamiento: ${variables}.`,
    moved: "Los clientes puntúan de otra manera que aquellos de los que aprendió el modelo.",
    answers: (campaign, promised, came) =>
      `Para «${campaign}» prometió ${promised} respuestas y llegaron ${came}.`,
    retrain: "Fíate más del orden que de los números hasta reentrenarlo.",
  },
  pt: {
    changed: (variables) => `Mudaram muito desde o treino: ${variables}.`,
    moved: "Os clientes pontuam de outro modo que aqueles com que o modelo aprendeu.",
    answers: (campaign, promised, came) =>
      `Para “${campaign}” prometeu ${promised} respostas e vieram ${came}.`,
    retrain: "Confie mais na ordem do que nos números até retreiná-lo.",
  },
});

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
  const { answers, scores } = watched;
  const sentences = [
    ...(scoresMoved(model.spread, scores) ? [words.moved] : []),
    ...(answers !== null && answersMoved(answers)
      ? [words.answers(answers.campaign, format.number(answers.expected, 0), format.number(answers.answered))]
      : []),
  ];
  return sentences.length === 0 ? undefined : [...sentences, words.retrain].join(" ");
}

/** The variables that are spread otherwise than at training, in a sentence; undefined when none is. */
export function changedSentence(
  model: StoredModel,
  watched: Watched | undefined,
  format: Format,
): string | undefined {
  const changed = movedVariables(model, watched?.counts ?? []).slice(0, mostNamed);
  if (changed.length === 0) return undefined;
  const names = changed.map(({ variable }) => at(model.variables, variable).labels[format.locale]);
  return says[format.locale].changed(format.list(names.map(decapitalize)));
}
