import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { and, asc, eq, gt, lt, sql } from "drizzle-orm";
import type { JsonObject } from "../../contract/reply.ts";
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

/** A kept file, without its bytes. */
export interface ReceivedFile {
  readonly name: string;
  readonly understanding: JsonObject | null;
  readonly answers: readonly string[];
}

/** A kept file; undefined when there is none. */
export async function findReceivedFile(db: Db, id: number): Promise<ReceivedFile | undefined> {
  const { name, understanding, answers } = receivedFiles;
  const [row] = await db
    .select({ name, understanding, answers })
    .from(receivedFiles)
    .where(eq(receivedFiles.id, id));
  return row;
}

/** Keeps how a file would be read, and by which answers. */
export async function saveUnderstanding(
  db: Db,
  id: number,
  { understanding, answers }: { readonly understanding: JsonObject; readonly answers: readonly string[] },
): Promise<void> {
  await db
    .update(receivedFiles)
    .set({ understanding, answers: [...answers] })
    .where(eq(receivedFiles.id, id));
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

/** A kept file as a file on disk that only we can read, gone after `use`. */
export async function withReceivedFile<T>(db: Db, id: number, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "segmenta-"));
  try {
    const path = join(folder, "received");
    await pipeline(openReceivedFile(db, id), createWriteStream(path, { mode: 0o600 }));
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Forgets files that nobody has imported for a week. */
export async function clearReceivedFiles(db: Db): Promise<void> {
  const old = await db
    .select({ id: receivedFiles.id })
    .from(receivedFiles)
    .where(lt(receivedFiles.receivedAt, sql`now() - interval '7 days'`));
  for (const { id } of old) await forgetReceivedFile(db, id);
}

/** Forgets a file, its bytes first: what stops between the two is forgotten again a week later. */
export async function forgetReceivedFile(db: Db, id: number): Promise<void> {
  await db.delete(receivedFileParts).where(eq(receivedFileParts.fileId, id));
  await db.delete(receivedFiles).where(eq(receivedFiles.id, id));
}
