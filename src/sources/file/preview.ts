import { isDeepStrictEqual } from "node:util";
import type { ImportQuestion } from "../../contract/import-questions.ts";
import { UserError } from "../../contract/errors.ts";
import type { Locale } from "../../lib/locale.ts";
import { columnFindings } from "../report/column-findings.ts";
import { type Answers, mergeAnswers } from "../guess/answers.ts";
import { checkRoles } from "../guess/check-roles.ts";
import { guessMapping } from "../guess/guess-mapping.ts";
import { guessLayout } from "./layout.ts";
import type { ColumnMapping, Layout, Mapping } from "../guess/mapping.ts";
import { type MappingOverrides, noOverrides, readMappingFile } from "../guess/mapping-file.ts";
import { ask } from "../questions/ask.ts";
import { type AroundFile, findDoubts } from "../questions/doubts.ts";
import type { Finding } from "../report/quality.ts";
import { readRows } from "./read-rows.ts";
import type { Reading } from "./reading.ts";
import { createRowFilter } from "../rows/row-filter.ts";
import type { Row } from "./split-rows.ts";
import { refuseSpoiltIds } from "./spoilt-ids.ts";
import { createSurvey, type Survey, survey } from "./survey.ts";
import { NotUtf8 } from "./text.ts";

/** A file as it would be read in. */
export interface Preview {
  /** With the likelier answer to every question. */
  readonly mapping: Mapping;
  /** Rows with values, of the right width. */
  readonly rows: number;
  /** What the columns say; rows are judged only when they are read in. */
  readonly findings: readonly Finding[];
  /** What should be asked before anything is stored. */
  readonly questions: readonly ImportQuestion[];
}

/** The file to look at, and what a person knows better than the guess. */
export interface PreviewRequest {
  readonly reading: Reading;
  /** Path of a mapping file (sources/guess/mapping-file.ts); undefined when everything is to be guessed. */
  readonly map?: string | undefined;
  /** Answers to its questions; they go before what the mapping file says. */
  readonly answers?: Answers;
  /** What was answered when the last file with these headers came. */
  readonly earlier?: (headers: readonly string[]) => Promise<Answers>;
  /** The language of its questions; English unless said. */
  readonly locale?: Locale;
  /** ISO 4217 of currencies that can be added; none unless said. */
  readonly convertible?: ReadonlySet<string>;
  readonly now: Date;
}

/**
 * Looks through a file and says how it would be read in; nothing is written. The first half of an import, and all of
 * a dry run.
 *
 * @throws {UserError} When the file or the mapping file cannot be read, or a column is missing that the kind needs.
 */
export async function preview(request: PreviewRequest): Promise<Preview> {
  const { reading, locale = "en" } = request;
  const said = await saidOf(request);
  const surveyed = await survey(reading, said);
  const overrides = await withEarlier(said, surveyed.layout, request);
  const file = { reading, survey: surveyed, overrides, around: aroundOf(request), locale };
  const asked = await ask(file);
  return { ...judge(surveyed, asked.overrides, request), questions: asked.questions };
}

async function saidOf({ reading, map, answers }: PreviewRequest): Promise<MappingOverrides> {
  const overrides = map === undefined ? noOverrides : await readMappingFile(map, reading.says);
  const merged =
    answers === undefined ? overrides.answers : mergeAnswers(overrides.answers, answers, reading.says);
  return { ...overrides, ...(merged.sheet === "" ? {} : { sheet: merged.sheet }), answers: merged };
}

/** With the answers of before, where nothing else was said now. */
async function withEarlier(
  said: MappingOverrides,
  { headers }: Layout,
  { reading, earlier }: PreviewRequest,
): Promise<MappingOverrides> {
  if (earlier === undefined) return said;
  return { ...said, answers: mergeAnswers(await earlier(headers), said.answers, reading.says) };
}

function aroundOf({ now, convertible = new Set() }: PreviewRequest): AroundFile {
  return { now, convertible };
}

function judge(
  surveyed: Survey,
  overrides: MappingOverrides,
  { reading, now }: PreviewRequest,
): Omit<Preview, "questions"> {
  const mapping = guessMapping(surveyed, overrides, reading);
  checkRoles(mapping, reading);
  refuseSpoiltIds(surveyed.columns, mapping, reading);
  const findings = [
    ...repairedLetters(surveyed),
    ...columnFindings(surveyed.columns, mapping, now.getTime()),
  ];
  return { mapping, rows: surveyed.rows, findings };
}

function repairedLetters({ repairedRows: count }: Survey): readonly Finding[] {
  return count === 0 ? [] : [{ code: "repaired_letters", count, disposition: "repaired" }];
}

/** A preview that is made while the file is read in. */
export interface Draft {
  /** As the first rows suggest it. */
  readonly mapping: Mapping;
  /** To be shown every data row. */
  readonly watch: (row: Row) => void;
  /** What all rows say; undefined when they are to be read in another way than the first ones suggested. */
  readonly finish: () => Preview | undefined;
}

/** Enough to be right about nearly every file, and read at once. */
const firstRows = 5_000;

/**
 * Guesses from the first rows how a file is to be read, so that it need not be gone through twice: whoever reads it by
 * the guess has it confirmed, or refuted, when all rows have been seen.
 *
 * @returns undefined when the first rows do not say enough, or leave a doubt; `preview` then says what is wrong, or what
 * is to be asked.
 */
export async function draftPreview(request: PreviewRequest): Promise<Draft | undefined> {
  const { reading } = request;
  const said = await saidOf(request);
  try {
    const layout = await guessLayout(reading, said);
    const overrides = await withEarlier(said, layout, request);
    const isPlain = (surveyed: Survey, mapping: Mapping) =>
      findDoubts(surveyed, mapping, overrides, aroundOf(request)).every(({ id }) => id === "outcome");
    const first = await surveyFirst(reading, layout);
    const { mapping } = judge(first, overrides, request);
    if (!isPlain(first, mapping)) return undefined;
    const growing = createSurvey(layout);
    return {
      mapping,
      watch: growing.add,
      finish() {
        const surveyed = growing.finish(reading);
        const seen = judge(surveyed, overrides, request);
        const isConfirmed = readsAlike(seen.mapping, mapping) && isPlain(surveyed, seen.mapping);
        return isConfirmed ? { ...seen, questions: [] } : undefined;
      },
    };
  } catch (error) {
    if (error instanceof UserError || error instanceof NotUtf8) return undefined;
    throw error;
  }
}

async function surveyFirst(reading: Reading, layout: Layout): Promise<Survey> {
  const growing = createSurvey(layout);
  const filter = createRowFilter(layout);
  let rows = 0;
  for await (const batch of readRows({ ...reading, onProgress: () => undefined }, layout)) {
    for (const row of batch) if (filter(row) === "data") growing.add(row);
    rows += batch.length;
    if (rows >= firstRows) break;
  }
  return growing.finish(reading);
}

/** Whether two mappings make the same of every row: how sure they are, and their samples, do not matter. */
function readsAlike(one: Mapping, other: Mapping): boolean {
  return isDeepStrictEqual(essence(one), essence(other));
}

function essence(mapping: Mapping) {
  return { ...mapping, confidence: 1, columns: mapping.columns.map(wayOf) };
}

/** What reading a cell of the column depends on; any column's cells may look like days, and only days are read so. */
function wayOf({ role, name, campaign, type, measure, decimal, dates }: ColumnMapping) {
  if (role === "ignored") return { role };
  const isDay = role === "at" || type === "date";
  return { role, name, campaign, type, measure, decimal, ...(isDay && { dates }) };
}
