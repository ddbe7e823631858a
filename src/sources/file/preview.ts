import { isDeepStrictEqual } from "node:util";
import { UserError } from "../../contract/errors.ts";
import { columnFindings } from "../report/column-findings.ts";
import { guessMapping } from "../guess/guess-mapping.ts";
import { guessLayout } from "./layout.ts";
import type { ColumnMapping, Layout, Mapping } from "../guess/mapping.ts";
import { type MappingOverrides, noOverrides, readMappingFile } from "../guess/mapping-file.ts";
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
  readonly mapping: Mapping;
  /** Rows with values, of the right width. */
  readonly rows: number;
  /** What the columns say; rows are judged only when they are read in. */
  readonly findings: readonly Finding[];
}

/** The file to look at, and what a person knows better than the guess. */
export interface PreviewRequest {
  readonly reading: Reading;
  /** Path of a mapping file (sources/guess/mapping-file.ts); undefined when everything is to be guessed. */
  readonly map?: string | undefined;
  readonly now: Date;
}

/**
 * Looks through a file and says how it would be read in; nothing is written. The first half of an import, and all of
 * a dry run.
 *
 * @throws {UserError} When the file or the mapping file cannot be read, or a column is missing that the kind needs.
 */
export async function preview(request: PreviewRequest): Promise<Preview> {
  const overrides = await overridesOf(request);
  return judge(await survey(request.reading, overrides), overrides, request);
}

function overridesOf({ reading, map }: PreviewRequest): Promise<MappingOverrides> {
  return map === undefined ? Promise.resolve(noOverrides) : readMappingFile(map, reading.says);
}

function judge(surveyed: Survey, overrides: MappingOverrides, { reading, now }: PreviewRequest): Preview {
  const mapping = guessMapping(surveyed, overrides, reading);
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
 * @returns undefined when the first rows do not say enough; `preview` then says what is wrong, if anything is.
 */
export async function draftPreview(request: PreviewRequest): Promise<Draft | undefined> {
  const { reading } = request;
  const overrides = await overridesOf(request);
  try {
    const layout = await guessLayout(reading, overrides);
    const { mapping } = judge(await surveyFirst(reading, layout), overrides, request);
    const growing = createSurvey(layout);
    return {
      mapping,
      watch: growing.add,
      finish() {
        const seen = judge(growing.finish(reading), overrides, request);
        return readsAlike(seen.mapping, mapping) ? seen : undefined;
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

function essence({ kind, layout, columns, eventKind, cancelPrefix }: Mapping) {
  return { kind, layout, eventKind, cancelPrefix, ways: columns.map(methodRequestOf) };
}

/** What reading a cell of the column depends on; any column's cells may look like days, and only days are read so. */
function methodRequestOf({ role, name, campaign, type, decimal, dates }: ColumnMapping) {
  if (role === "ignored") return { role };
  const isDay = role === "at" || type === "date";
  return { role, name, campaign, type, decimal, ...(isDay && { dates }) };
}
