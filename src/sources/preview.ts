import { columnFindings } from "./column-findings.ts";
import { guessMapping } from "./guess-mapping.ts";
import type { Mapping } from "./mapping.ts";
import { noOverrides, readMappingFile } from "./mapping-file.ts";
import type { Finding } from "./quality.ts";
import type { Reading } from "./read-file.ts";
import { survey } from "./survey.ts";

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
  /** Path of a mapping file (sources/mapping-file.ts); undefined when everything is to be guessed. */
  readonly map?: string | undefined;
  readonly now: Date;
}

/**
 * Looks through a file and says how it would be read in; nothing is written. The first half of an import, and all of
 * a dry run.
 *
 * @throws {UserError} When the file or the mapping file cannot be read, or a column is missing that the kind needs.
 */
export async function preview({ reading, map, now }: PreviewRequest): Promise<Preview> {
  const overrides = map === undefined ? noOverrides : await readMappingFile(map, reading.says);
  const surveyed = await survey(reading, overrides);
  const mapping = guessMapping(surveyed, overrides, reading);
  const findings = columnFindings(surveyed.columns, mapping, now.getTime());
  return { mapping, rows: surveyed.rows, findings };
}
