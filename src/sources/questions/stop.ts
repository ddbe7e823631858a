import { UserError } from "../../contract/errors.ts";
import type { ImportQuestion } from "../../contract/import-questions.ts";
import type { Locale } from "../../lib/locale.ts";
import type { ReadSummary } from "../report/read-summary.ts";
import { questionWords } from "./words.ts";

/** A file of which nothing was stored, because it has to be asked about first. */
export interface StoppedFile {
  readonly fileName: string;
  /** By the likelier answers. */
  readonly read: ReadSummary;
  readonly questions: readonly ImportQuestion[];
}

/** Says why nothing was stored, each question with its choices, and how to answer. */
export function questionsError({ fileName, read, questions }: StoppedFile, locale: Locale): UserError {
  const words = questionWords[locale];
  const answers = questions.map(({ choices }) => `--set ${quoted(choices[0]?.option ?? "")}`);
  return new UserError(words.stopped(fileName, questions.length), {
    paragraphs: [
      ...questions.map(questionText),
      `${words.howToAnswer}: segmenta import ${fileName} ${answers.join(" ")}`,
    ],
    data: { read: { ...read, questions } },
  });
}

/** A question with each choice as the option to add. */
export function questionText({ text, choices }: ImportQuestion): string {
  return [text, ...choices.map(({ option, effect }) => `  --set ${quoted(option)}  ${effect}`)].join("\n");
}

/** As a shell takes it. */
function quoted(option: string): string {
  return /^[\w.=,@-]+$/.test(option) ? option : `"${option}"`;
}
