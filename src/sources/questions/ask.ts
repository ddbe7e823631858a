import type { ImportQuestion } from "../../contract/import-questions.ts";
import { createFormat, type Locale } from "../../lib/locale.ts";
import { withAnswer } from "../guess/answers.ts";
import { guessMapping } from "../guess/guess-mapping.ts";
import type { MappingOverrides } from "../guess/mapping-file.ts";
import type { Reading } from "../file/reading.ts";
import type { Survey } from "../file/survey.ts";
import type { ReadSummary } from "../report/read-summary.ts";
import { summarize } from "../rows/summarize.ts";
import { type AroundFile, type Doubt, findDoubts } from "./doubts.ts";
import { figuresOf, questionWords } from "./words.ts";

/** A person answers so many questions about a file. */
const mostQuestions = 4;
/** What moves less of a file's money and people is told, not asked. */
const worthAsking = 0.01;

/** A file as it would be read unasked, and what should be asked before. */
export interface Asked {
  /** With the likelier answer to every doubt. */
  readonly overrides: MappingOverrides;
  readonly questions: readonly ImportQuestion[];
}

/** A file that was looked through. */
export interface Surveyed {
  readonly reading: Reading;
  readonly survey: Survey;
  readonly overrides: MappingOverrides;
  readonly around: AroundFile;
  readonly locale: Locale;
}

/** A doubt with what each of its answers makes of the file. */
interface Weighed {
  readonly doubt: Doubt;
  readonly readings: readonly { readonly option: string; readonly read: ReadSummary }[];
}

/**
 * What of a file can be read in two ways. The file is read once for each answer, so that a question says in figures what
 * hangs on it; a doubt that moves next to nothing is settled by the likelier answer.
 */
export async function ask(file: Surveyed): Promise<Asked> {
  const { survey, reading, around } = file;
  const mapping = guessMapping(survey, file.overrides, reading);
  const doubts = findDoubts(survey, mapping, file.overrides, around);
  const likely = doubts.reduce(
    (overrides, { options }) => answered(overrides, options[0], file),
    file.overrides,
  );
  const weighed: Weighed[] = [];
  for (const doubt of doubts) weighed.push({ doubt, readings: await weigh(doubt, likely, file) });
  const asked = weighed.filter(({ doubt, readings }) => doubt.asksAlways || matters(readings));
  const withIt = asked.length === 0 ? [] : weighed.filter(({ doubt }) => doubt.id === "outcome");
  const all = [...asked, ...withIt].filter(isOpen).slice(0, mostQuestions);
  const settled = weighed
    .filter(({ doubt }) => doubt.id !== "outcome" || withIt.length > 0)
    .reduce((overrides, { readings }) => answered(overrides, readings[0]?.option, file), file.overrides);
  return { overrides: settled, questions: all.map((each) => question(each, file.locale)) };
}

function answered(
  overrides: MappingOverrides,
  option: string | undefined,
  { reading }: Surveyed,
): MappingOverrides {
  if (option === undefined) return overrides;
  return { ...overrides, answers: withAnswer(overrides.answers, option, reading.says) };
}

/** Reads the file once for each answer; those by which clearly fewer of its rows can be read are no answers. */
async function weigh(doubt: Doubt, likely: MappingOverrides, file: Surveyed): Promise<Weighed["readings"]> {
  const readings: { option: string; read: ReadSummary }[] = [];
  for (const option of doubt.options) {
    const mapping = guessMapping(file.survey, answered(likely, option, file), file.reading);
    readings.push({ option, read: await summarize(file.reading, mapping, file.around.now) });
  }
  const most = Math.max(...readings.map(({ read }) => read.lines));
  return doubt.id === "dates"
    ? readings.filter(({ read }) => read.lines > most * (1 - worthAsking))
    : readings;
}

/** Whether there is still something to choose: an answer without which the file cannot be read always is. */
function isOpen({ doubt, readings }: Weighed): boolean {
  return readings.length > 1 || doubt.options.length === 1;
}

function matters(readings: Weighed["readings"]): boolean {
  const [first] = readings;
  if (first === undefined) return false;
  return readings.some(
    ({ read }) =>
      differs(read.grossCents, first.read.grossCents) ||
      differs(read.returnedCents, first.read.returnedCents) ||
      differs(read.people, first.read.people) ||
      read.saidNo !== first.read.saidNo,
  );
}

function differs(one: number, other: number): boolean {
  return Math.abs(one - other) > worthAsking * Math.max(Math.abs(one), Math.abs(other));
}

function question({ doubt, readings }: Weighed, locale: Locale): ImportQuestion {
  const words = questionWords[locale];
  const format = createFormat(locale, "EUR");
  return {
    id: doubt.id,
    text: words.text[doubt.id](doubt.about),
    choices: readings.map(({ option, read }) => {
      const [what = "", value = ""] = option.split(/=(.*)/s);
      return { option, effect: `${words.choice(what, value, doubt.about)}: ${figuresOf(read, format)}` };
    }),
  };
}
