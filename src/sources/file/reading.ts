import { basename } from "node:path";
import type { SourceWords } from "../report/words.ts";

/** How a file is to be read: in whose words it fails, who is told of progress, and who may stop it. */
export interface Reading {
  readonly path: string;
  /** As shown to the person and stored; the last part of `path` unless it was uploaded under another name. */
  readonly fileName: string;
  readonly says: SourceWords;
  readonly signal?: AbortSignal;
  /** Bytes of the file as it lies on disk, or of the part of it that holds the rows. */
  onProgress?(done: number, total: number): void;
}

/** A reading of a path on disk, under its own name. */
export function readingOf(path: string, says: SourceWords): Reading {
  return { path, fileName: basename(path), says };
}
