import type { Readable } from "node:stream";
import type { Entry, ZipFile } from "yauzl";
import { UserError } from "../../contract/errors.ts";
import { mostBytes } from "./limits.ts";
import type { Reading } from "./reading.ts";

/** A zip file that is open. */
export interface Zip {
  /** Path inside of it → entry. */
  readonly entries: ReadonlyMap<string, Entry>;
  /**
   * The unpacked bytes of an entry. It fails when they are more than the entry says.
   *
   * @throws {UserError} When it says more than a file may hold, or is locked.
   */
  open(path: string): Promise<Readable>;
  close(): void;
}

/** A table needs a dozen parts; a zip of a million is made to keep its reader busy. */
const mostEntries = 10_000;

/** @throws {UserError} When it is damaged or cut off. */
export async function openZip(reading: Reading): Promise<Zip> {
  const { says, fileName } = reading;
  // Loaded when the first zip comes: most files are none.
  const { openPromise } = await import("yauzl");
  const broken = () => new UserError(says.brokenGzip(fileName));
  const file = await openPromise(reading.path, { autoClose: false }).catch(() => {
    throw broken();
  });
  const entries = await listEntries(file).catch(() => {
    file.close();
    throw broken();
  });
  return {
    entries,
    async open(path) {
      const entry = entries.get(path);
      if (entry === undefined) throw broken();
      if (entry.uncompressedSize > mostBytes) throw new UserError(says.tooManyBytes(fileName));
      if (entry.isEncrypted()) throw new UserError(says.lockedZip(fileName));
      return file.openReadStreamPromise(entry);
    },
    close: () => file.close(),
  };
}

async function listEntries(file: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (file.entryCount > mostEntries) throw new RangeError("too many entries");
  for await (const entry of file.eachEntry()) entries.set(entry.fileName, entry);
  return entries;
}

/**
 * The path of the only table in a zip; what systems add by themselves (`__MACOSX`, hidden files) is none.
 *
 * @throws {UserError} When there are several, or none.
 */
export function onlyTable(zip: Zip, { says, fileName }: Reading): string {
  const tables = [...zip.entries.keys()].filter((path) => !/\/$|^__MACOSX\/|(?:^|\/)[.~]/.test(path));
  const [table] = tables;
  if (table === undefined) throw new UserError(says.emptyFile(fileName));
  if (tables.length > 1) {
    throw new UserError(says.manyInZip(fileName, tables.length, tables.slice(0, 5).join(", ")));
  }
  return table;
}
