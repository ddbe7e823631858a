import { UserError } from "../../contract/errors.ts";
import type { Layout, Packing } from "../guess/mapping.ts";
import { createJsonSplitter, JsonError, type JsonRecord } from "./split-json.ts";
import { mostColumns } from "./limits.ts";
import type { Reading } from "./reading.ts";
import type { Row } from "./split-rows.ts";
import { isMisread, repairLetters } from "./misread-letters.ts";
import { readText } from "./text.ts";
import { checkCells, valueText } from "./value-text.ts";

/** Objects that are looked at for their keys; a key that comes later makes its row too wide, and is told as such. */
const objectsLookedAt = 5_000;

/** A name → the text of its value. */
type Fields = ReadonlyMap<string, string>;

/** Whether a text begins as JSON does: with an object, or a list. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*(?:[[{"\]]|-?\d))/.test(text);
}

/**
 * The keys of a file's first objects, in the order in which they come.
 *
 * @throws {UserError} When it is JSON, but no list of objects, or holds none.
 */
export async function readJsonHeaders(
  reading: Reading,
  layout: Pick<Layout, "encoding" | "packing">,
): Promise<readonly string[]> {
  const { says, fileName } = reading;
  const headers = new Set<string>();
  let objects = 0;
  for await (const records of readRecords({ ...reading, onProgress: () => undefined }, layout)) {
    for (const record of records) {
      for (const name of fieldsOf(record, reading).keys()) headers.add(name);
      if (headers.size > mostColumns) throw new UserError(says.tooManyColumns(fileName, mostColumns));
    }
    objects += records.length;
    if (objects >= objectsLookedAt) break;
  }
  if (headers.size === 0) throw new UserError(says.emptyFile(fileName));
  return [...headers];
}

/** The objects of a file as rows, after a row of their keys. */
export async function* readJsonRows(reading: Reading, layout: Layout): AsyncGenerator<readonly Row[]> {
  const headers = new Set(layout.headers);
  yield [{ line: 1, cells: layout.headers }];
  for await (const records of readRecords(reading, layout)) {
    yield records.map((record) => rowOf(record, headers, reading));
  }
}

function rowOf(record: JsonRecord, headers: ReadonlySet<string>, reading: Reading): Row {
  const fields = fieldsOf(record, reading);
  const cells = [...headers].map((header) => fields.get(header) ?? "");
  for (const [name, text] of fields) if (!headers.has(name)) cells.push(text);
  const row = checkCells({ line: record.line, cells }, reading);
  return isMisread(record.text) ? repaired(row) : row;
}

function repaired(row: Row): Row {
  const cells = row.cells.map(repairLetters);
  return cells.some((cell, column) => cell !== row.cells[column])
    ? { line: row.line, cells, isRepaired: true }
    : row;
}

async function* readRecords(
  reading: Reading,
  layout: { readonly encoding: Layout["encoding"]; readonly packing: Packing },
): AsyncGenerator<readonly JsonRecord[]> {
  const splitter = createJsonSplitter();
  try {
    for await (const piece of readText(reading, layout)) yield splitter.push(piece);
    splitter.end();
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const { says, fileName } = reading;
    if (error.reason === "noTable") throw new UserError(says.jsonNoTable(fileName));
    throw new UserError(says.brokenJson(fileName, error.line));
  }
}

/** @throws {UserError} When the text is no JSON, or the object holds the records instead of being one. */
function fieldsOf({ text, line }: JsonRecord, { says, fileName }: Reading): Fields {
  let value: unknown;
  try {
    value = JSON.parse(withLongNumbersAsTexts(text));
  } catch {
    throw new UserError(says.brokenJson(fileName, line));
  }
  const fields = new Map<string, string>();
  if (!flatten(value, "", fields)) throw new UserError(says.jsonNoTable(fileName));
  return fields;
}

/** Numbers beyond 2⁵³ are ids, and would lose their last digits. */
function withLongNumbersAsTexts(text: string): string {
  if (!/\d{16}/.test(text)) return text;
  return text.replaceAll(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
    /^-?\d{16,}$/.test(token) ? `"${token}"` : token,
  );
}

/** Objects in an object become `customer.email`. @returns false when a list of objects stands in it. */
function flatten(value: unknown, prefix: string, fields: Map<string, string>): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value as Readonly<Record<string, unknown>>).every(([name, inner]) => {
    if (Array.isArray(inner) && inner.some((element) => typeof element === "object" && element !== null))
      return false;
    if (typeof inner === "object" && inner !== null && !Array.isArray(inner)) {
      return flatten(inner, `${prefix}${name}.`, fields);
    }
    fields.set(prefix + name, valueText(inner));
    return true;
  });
}
