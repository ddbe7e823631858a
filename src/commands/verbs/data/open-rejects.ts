import type { FileRows } from "../../../lib/csv.ts";
import type { Db } from "../../../db/connection/connect.ts";
import { loadRejects } from "../../../db/imports/imports.ts";
import type { Locale } from "../../../lib/locale.ts";
import type { FindingCode } from "../../../sources/report/quality.ts";
import { findingTexts } from "./finding-words.ts";
import { rejectColumns } from "./rejects-reply.ts";
import { says } from "./words.ts";

/** The rows of an import that could not be read, with the reason of each; at most the 10,000 that were kept. */
export async function openRejects(db: Db, importId: number, locale: Locale): Promise<FileRows> {
  const rejects = await loadRejects(db, importId);
  async function* rows() {
    for (const { line, code, column, cells } of rejects) {
      yield [line, findingTexts[locale][code as FindingCode][0], column, cells.join(" | ")];
    }
  }
  return { columns: rejectColumns.map((column) => says[locale].rejectColumns[column]), rows: rows() };
}
