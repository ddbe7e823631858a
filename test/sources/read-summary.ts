import { readingOf } from "../../src/sources/file/reading.ts";
import type { ReadSummary } from "../../src/sources/report/read-summary.ts";
import { sourceWords } from "../../src/sources/report/words.ts";
import { summarize } from "../../src/sources/rows/summarize.ts";
import { look, now } from "./files.ts";

/** What a file holds as it would be read in, with the likelier answer to every question. */
export async function readSummary(path: string, day = now): Promise<ReadSummary> {
  const { mapping } = await look(path, undefined, day);
  return summarize(readingOf(path, sourceWords.en), mapping, day);
}
