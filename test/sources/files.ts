import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Preview, preview } from "../../src/sources/file/preview.ts";
import { readingOf } from "../../src/sources/file/reading.ts";
import { sourceWords } from "../../src/sources/report/words.ts";

const folder = mkdtempSync(join(tmpdir(), "segmenta-sources-"));
// Test files share a process and this module: the end of one is not the end of its files.
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** A file of one's own, gone at the end of the process. */
export function fileOf(content: string | Uint8Array, name = "people.csv"): string {
  const path = join(mkdtempSync(join(folder, `${files++}-`)), name);
  writeFileSync(path, content);
  return path;
}

export const now = new Date("2026-06-01T12:00:00Z");

/** How a file is understood. */
export function look(path: string, map?: string, day = now): Promise<Preview> {
  return preview({ reading: readingOf(path, sourceWords.en), map, now: day });
}

/** The columns of a file as `header: role name type`, the shortest way to say what was understood. */
export async function understood(
  content: string | Uint8Array,
  name?: string,
): Promise<Record<string, string>> {
  const { mapping } = await look(fileOf(content, name));
  return Object.fromEntries(
    mapping.columns.map(({ header, role, name: attribute, type }) => [
      header,
      role === "attribute" ? `${attribute} ${type}` : role,
    ]),
  );
}
