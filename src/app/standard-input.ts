import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { UserError } from "../contract/errors.ts";
import { mostBytes } from "../sources/file/limits.ts";

/**
 * What comes by standard input as a file on disk that only we can read, gone after `use`: a file is gone through more than
 * once, and a pipe cannot be.
 *
 * @param tooLarge Said when it is more than a file may hold.
 */
export async function withStandardInput<T>(tooLarge: string, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "segmenta-"));
  try {
    const path = join(folder, "standard-input");
    await pipeline(bounded(process.stdin, tooLarge), createWriteStream(path, { mode: 0o600 }));
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* bounded(input: AsyncIterable<Buffer>, tooLarge: string): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const part of input) {
    length += part.length;
    if (length > mostBytes) throw new UserError(tooLarge);
    yield part;
  }
}
