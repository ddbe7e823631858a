import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { UserError } from "../../contract/errors.ts";
import type { Packing } from "../guess/mapping.ts";
import { mostBytes } from "./limits.ts";
import type { Reading } from "./reading.ts";
import { onlyTable, openZip } from "./zip.ts";

const headBytes = 1 << 16;
const chunkBytes = 1 << 18;

/** Bytes that come, and whatever must be closed behind them. */
interface Opened {
  readonly stream: Readable;
  close(): void;
}

/** The first bytes of a file, unpacked. */
export async function firstBytes(
  reading: Reading,
  packing: Packing,
  wanted = headBytes,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of readBytes({ ...reading, onProgress: () => undefined }, packing)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= wanted) break;
  }
  return Buffer.concat(chunks).subarray(0, wanted);
}

/**
 * The bytes of a file, unpacked, in pieces; the file is closed however the loop over them ends.
 *
 * @throws {UserError} When there is no such file, it is damaged, or there are more of them than a file may hold.
 */
export async function* readBytes(reading: Reading, packing: Packing): AsyncGenerator<Uint8Array> {
  const { says, fileName, signal } = reading;
  const opened = await (packing === "zip" ? openTable(reading) : openFile(reading, packing));
  let unpacked = 0;
  try {
    for await (const chunk of opened.stream as AsyncIterable<Uint8Array>) {
      signal?.throwIfAborted();
      unpacked += chunk.length;
      if (unpacked > mostBytes) throw new UserError(says.tooManyBytes(fileName));
      yield chunk;
    }
  } catch (error) {
    const isOurs = error instanceof UserError || signal?.aborted === true;
    if (!isOurs && isUnpackingError(error, packing)) throw new UserError(says.brokenGzip(fileName));
    throw error;
  } finally {
    opened.close();
  }
}

async function openFile(reading: Reading, packing: Packing): Promise<Opened> {
  const total = await fileSize(reading);
  const file = createReadStream(reading.path, { highWaterMark: chunkBytes });
  tellProgress(file, total, reading);
  if (packing === "none") return { stream: file, close: () => file.destroy() };
  const unpack = createGunzip({ chunkSize: chunkBytes });
  // `pipe` does not pass errors on; a file that fails must end the unpacking too.
  file.on("error", (error) => unpack.destroy(error));
  return {
    stream: file.pipe(unpack),
    close() {
      file.destroy();
      unpack.destroy();
    },
  };
}

async function openTable(reading: Reading): Promise<Opened> {
  const zip = await openZip(reading);
  try {
    const path = onlyTable(zip, reading);
    const stream = await zip.open(path);
    tellProgress(stream, zip.entries.get(path)?.uncompressedSize ?? 0, reading);
    return {
      stream,
      close() {
        stream.destroy();
        zip.close();
      },
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function tellProgress(stream: Readable, total: number, reading: Reading): void {
  if (reading.onProgress === undefined) return;
  let done = 0;
  stream.on("data", (chunk: Uint8Array) => {
    done += chunk.length;
    reading.onProgress?.(done, total);
  });
}

/** Whatever fails while a zip is read is the zip's fault; the disk's errors under a gzip are not. */
function isUnpackingError(error: unknown, packing: Packing): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return packing === "zip" || code.startsWith("Z_");
}

/** @throws {UserError} When there is no such file, it cannot be opened, or is larger than a file may be. */
async function fileSize(reading: Reading): Promise<number> {
  const { says, fileName } = reading;
  const found = await stat(reading.path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") throw new UserError(says.fileNotFound(fileName));
    throw new UserError(says.notReadable(fileName));
  });
  if (!found.isFile()) throw new UserError(says.notReadable(fileName));
  if (found.size > mostBytes) throw new UserError(says.tooManyBytes(fileName));
  return found.size;
}
