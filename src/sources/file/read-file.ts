import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { createGunzip } from "node:zlib";
import { UserError } from "../../contract/errors.ts";
import { guessEncoding, looksLikeText } from "./encoding.ts";
import type { Encoding, Layout } from "../guess/mapping.ts";
import { createSplitter, mostColumns, type Row, RowsError, type Splitter } from "./split-rows.ts";
import type { SourceWords } from "../report/words.ts";

/** How a file is to be read: in whose words it fails, who is told of progress, and who may stop it. */
export interface Reading {
  readonly path: string;
  /** As shown to the person and stored; the last part of `path` unless it was uploaded under another name. */
  readonly fileName: string;
  readonly says: SourceWords;
  readonly signal?: AbortSignal;
  /** Bytes of the file as it lies on disk. */
  onProgress?(done: number, total: number): void;
}

/** A reading of a path on disk, under its own name. */
export function readingOf(path: string, says: SourceWords): Reading {
  return { path, fileName: basename(path), says };
}

/** What the first bytes tell. */
export interface Head {
  readonly compressed: boolean;
  readonly encoding: Encoding;
  /** The first text of the file, to guess the layout from; ends anywhere. */
  readonly text: string;
}

const headBytes = 1 << 16;
const chunkBytes = 1 << 18;

/** The text is not UTF-8: known at the first byte that is none, wherever in the file it stands. */
export class NotUtf8 extends Error {
  override readonly name = "NotUtf8";
}

/**
 * Opens a file for a first look.
 *
 * @param assumed The encoding to use whatever the bytes say; undefined to guess it.
 * @throws {UserError} When there is no such file, it is empty, a workbook, binary, or in an unknown encoding.
 */
export async function readHead(reading: Reading, assumed?: Encoding): Promise<Head> {
  const { says, fileName } = reading;
  const compressed = await isCompressed(reading);
  const bytes = await firstBytes(reading, compressed);
  if (bytes.length === 0) throw new UserError(says.emptyFile(fileName));
  const guess = guessEncoding(bytes);
  if ("notText" in guess) {
    throw new UserError(guess.notText === "workbook" ? says.workbook(fileName) : says.binaryFile(fileName));
  }
  const encoding = assumed ?? guess.encoding;
  // Not fatal here: the cut at 64 KiB may stand inside a letter.
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  if (text.trim() === "") throw new UserError(says.emptyFile(fileName));
  if (!looksLikeText(text)) throw new UserError(says.unknownEncoding(fileName));
  return { compressed, encoding, text };
}

async function isCompressed(reading: Reading): Promise<boolean> {
  const [first, second] = await firstBytes(reading, false, 2);
  return first === 0x1f && second === 0x8b;
}

async function firstBytes(reading: Reading, compressed: boolean, wanted = headBytes): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of readBytes({ ...reading, onProgress: () => undefined }, compressed)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= wanted) break;
  }
  return Buffer.concat(chunks).subarray(0, wanted);
}

/** The bytes of a file, unpacked, in pieces; the file is closed however the loop over them ends. */
async function* readBytes(reading: Reading, compressed: boolean): AsyncGenerator<Uint8Array> {
  const total = await fileSize(reading);
  const file = createReadStream(reading.path, { highWaterMark: chunkBytes });
  let done = 0;
  file.on("data", (chunk) => {
    done += chunk.length;
    reading.onProgress?.(done, total);
  });
  const unpack = createGunzip({ chunkSize: chunkBytes });
  // `pipe` does not pass errors on; a file that fails must end the unpacking too.
  file.on("error", (error) => unpack.destroy(error));
  const stream = compressed ? file.pipe(unpack) : file;
  try {
    for await (const chunk of stream) {
      reading.signal?.throwIfAborted();
      yield chunk as Uint8Array;
    }
  } catch (error) {
    if (isGzipError(error)) throw new UserError(reading.says.brokenGzip(reading.fileName));
    throw error;
  } finally {
    file.destroy();
    unpack.destroy();
  }
}

function isGzipError(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code.startsWith("Z_");
}

async function fileSize(reading: Reading): Promise<number> {
  const { says, fileName } = reading;
  const found = await stat(reading.path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") throw new UserError(says.fileNotFound(fileName));
    throw new UserError(says.notReadable(fileName));
  });
  if (!found.isFile()) throw new UserError(says.notReadable(fileName));
  return found.size;
}

async function* readText(
  reading: Reading,
  layout: Pick<Layout, "encoding" | "compressed">,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(layout.encoding, { fatal: layout.encoding === "utf-8" });
  try {
    for await (const chunk of readBytes(reading, layout.compressed))
      yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA") {
      throw new NotUtf8("the text is not UTF-8", { cause: error });
    }
    throw error;
  }
}

/**
 * The rows of a file in batches of what one piece of text holds (some thousands), the rows above the header and the
 * header included.
 *
 * @throws {UserError} When a quote is never closed, or a row is too long or too wide to be one.
 * @throws {NotUtf8} When the layout says UTF-8 and a byte says no.
 */
export async function* readRows(
  reading: Reading,
  layout: Pick<Layout, "encoding" | "compressed" | "delimiter" | "lineEnd">,
): AsyncGenerator<readonly Row[]> {
  const splitter = createSplitter(layout.delimiter, layout.lineEnd);
  for await (const piece of readText(reading, layout)) yield cut(() => splitter.push(piece), reading);
  yield cut(() => splitter.end(), reading);
}

/** Runs a step of the splitter; what it cannot cut is told in the reader's words. */
function cut(step: () => ReturnType<Splitter["push"]>, reading: Reading): readonly Row[] {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof RowsError)) throw error;
    const { says, fileName } = reading;
    if (error.reason === "tooManyColumns") throw new UserError(says.tooManyColumns(fileName, mostColumns));
    throw new UserError(says[error.reason](fileName, error.line));
  }
}
