import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { and, asc, eq, gt, lt, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import { receivedFileParts, receivedFiles } from "../schema/index.ts";

/** Bytes in a row: large enough to be few, small enough to be held. */
const partBytes = 1_048_576;

/** Keeps a file that somebody sent, a part at a time. @returns Its id. */
export async function saveReceivedFile(
  db: Db,
  file: { readonly name: string; readonly from: string; readonly content: AsyncIterable<Uint8Array> },
): Promise<number> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(receivedFiles)
      .values({ name: file.name, receivedFrom: file.from })
      .returning({ id: receivedFiles.id });
    if (row === undefined) throw new Error("could not save the file");
    let position = 0;
    for await (const content of inParts(file.content)) {
      await tx.insert(receivedFileParts).values({ fileId: row.id, position, content });
      position += 1;
    }
    return row.id;
  });
}

async function* inParts(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of content) {
    held.push(bytes);
    length += bytes.length;
    if (length < partBytes) continue;
    yield Buffer.concat(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held);
}

/** The name of a kept file; undefined when there is none. */
export async function findReceivedFile(db: Db, id: number): Promise<{ readonly name: string } | undefined> {
  const [row] = await db
    .select({ name: receivedFiles.name })
    .from(receivedFiles)
    .where(eq(receivedFiles.id, id));
  return row;
}

/** The bytes of a kept file, a part at a time. */
async function* openReceivedFile(db: Db, id: number): AsyncGenerator<Buffer> {
  let last = -1;
  for (;;) {
    const [part] = await db
      .select({ position: receivedFileParts.position, content: receivedFileParts.content })
      .from(receivedFileParts)
      .where(and(eq(receivedFileParts.fileId, id), gt(receivedFileParts.position, last)))
      .orderBy(asc(receivedFileParts.position))
      .limit(1);
    if (part === undefined) return;
    yield part.content;
    last = part.position;
  }
}

/**
 * A kept file as a file on disk that only we can read, gone after `use`.
 *
 * @param most Only so many bytes, ended at a line's end: enough to see what the columns are.
 */
export async function withReceivedFile<T>(
  db: Db,
  id: number,
  use: (path: string) => Promise<T>,
  most = Number.POSITIVE_INFINITY,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "segmenta-"));
  try {
    const path = join(folder, "received");
    await pipeline(beginning(openReceivedFile(db, id), most), createWriteStream(path, { mode: 0o600 }));
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const newline = 0x0a;

async function* beginning(parts: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let left = most;
  for await (const part of parts) {
    if (part.length <= left) yield part;
    else {
      yield part.subarray(0, part.lastIndexOf(newline, left) + 1);
      return;
    }
    left -= part.length;
  }
}

/** Forgets files that nobody has imported for a week, and the bytes of one that was. */
export async function clearReceivedFiles(db: Db): Promise<void> {
  const old = await db
    .delete(receivedFiles)
    .where(lt(receivedFiles.receivedAt, sql`now() - interval '7 days'`))
    .returning({ id: receivedFiles.id });
  for (const { id } of old) await forgetReceivedFile(db, id);
}

export async function forgetReceivedFile(db: Db, id: number): Promise<void> {
  await db.delete(receivedFileParts).where(eq(receivedFileParts.fileId, id));
}
