import { basename } from "node:path";
import { createFormat, type Locale } from "../../../lib/locale.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import { preview } from "../../../sources/file/preview.ts";
import { sourceWords } from "../../../sources/report/words.ts";
import { mappingReply } from "./map-reply.ts";

/** A file to look at. */
export interface PreviewFile {
  readonly path: string;
  /** Path of a mapping file. */
  readonly map: string | undefined;
}

/**
 * How a file would be read in; nothing is written.
 *
 * @throws {UserError} When it cannot be read.
 */
export async function previewFile(file: PreviewFile, now: Date, locale: Locale): Promise<ReplyBody> {
  const fileName = basename(file.path);
  const reading = { path: file.path, fileName, says: sourceWords[locale] };
  const { mapping } = await preview({ reading, map: file.map, now });
  return mappingReply(fileName, mapping, createFormat(locale, "EUR"));
}
