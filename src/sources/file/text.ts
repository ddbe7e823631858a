import { UserError } from "../../contract/errors.ts";
import type { Encoding, Layout, Packing } from "../guess/mapping.ts";
import { firstBytes, readBytes } from "./bytes.ts";
import { guessEncoding, looksLikeText } from "./encoding.ts";
import { isMisread, repairLetters } from "./misread-letters.ts";
import type { Reading } from "./reading.ts";
import { longestCell, mostColumns } from "./limits.ts";
import { createSplitter, type Row, RowsError, type Splitter } from "./split-rows.ts";

/** What the first bytes tell. */
export interface Head {
  readonly encoding: Encoding;
  /** The first text of the file, to guess the layout from; ends anywhere. */
  readonly text: string;
}

/** The text is not UTF-8: known at the first byte that is none, wherever in the file it stands. */
export class NotUtf8 extends Error {
  override readonly name = "NotUtf8";
}

/**
 * Opens a text for a first look.
 *
 * @param assumed The encoding to use whatever the bytes say; undefined to guess it.
 * @throws {UserError} When it is empty, binary, a web page, or in an unknown encoding.
 */
export async function readHead(reading: Reading, packing: Packing, assumed?: Encoding): Promise<Head> {
  const { says, fileName } = reading;
  const bytes = await firstBytes(reading, packing);
  if (bytes.length === 0) throw new UserError(says.emptyFile(fileName));
  const guess = guessEncoding(bytes);
  if (guess === "binary") throw new UserError(says.binaryFile(fileName));
  const encoding = assumed ?? guess;
  // Not fatal here: the cut at 64 KiB may stand inside a letter.
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  if (text.trim() === "") throw new UserError(says.emptyFile(fileName));
  if (!looksLikeText(text)) throw new UserError(says.unknownEncoding(fileName));
  if (isMarkup(text)) throw new UserError(says.webPage(fileName));
  return { encoding, text };
}

/** A sign-in page, or a table that a shop saves as a web page under `.xls`. */
function isMarkup(text: string): boolean {
  return /^\s*<(?:!doctype|\?xml|html|head|body|table|div|!--)/i.test(text);
}

/** The text of a file in pieces. */
export async function* readText(
  reading: Reading,
  { encoding, packing }: Pick<Layout, "encoding" | "packing">,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8" });
  try {
    for await (const chunk of readBytes(reading, packing)) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA") {
      throw new NotUtf8("the text is not UTF-8", { cause: error });
    }
    throw error;
  }
}

/**
 * The rows of delimited text in batches of what one piece of text holds.
 *
 * @throws {UserError} When a quote is never closed, or a row or a cell is too long or too wide to be one.
 * @throws {NotUtf8} When the layout says UTF-8 and a byte says no.
 */
export async function* readTextRows(
  reading: Reading,
  layout: Pick<Layout, "encoding" | "packing" | "delimiter" | "lineEnd">,
): AsyncGenerator<readonly Row[]> {
  const splitter = createSplitter(layout.delimiter, layout.lineEnd);
  let wasMisread = false;
  for await (const piece of readText(reading, layout)) {
    const rows = split(() => splitter.push(piece), reading);
    const mayBeMisread = isMisread(piece);
    // The first row began in the piece before.
    yield mayBeMisread || wasMisread ? rows.map(repaired) : rows;
    wasMisread = mayBeMisread;
  }
  yield split(() => splitter.end(), reading).map(repaired);
}

function repaired(row: Row): Row {
  const cells = row.cells.map(repairLetters);
  const isRepaired = cells.some((cell, column) => cell !== row.cells[column]);
  return isRepaired ? { line: row.line, cells, isRepaired } : row;
}

/** Runs a step of the splitter; what it cannot cut is told in the reader's words. */
function split(step: () => ReturnType<Splitter["push"]>, reading: Reading): readonly Row[] {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof RowsError)) throw error;
    const { says, fileName } = reading;
    if (error.reason === "tooManyColumns") throw new UserError(says.tooManyColumns(fileName, mostColumns));
    if (error.reason === "cellTooLong") {
      throw new UserError(says.cellTooLong(fileName, error.line, longestCell));
    }
    throw new UserError(says[error.reason](fileName, error.line));
  }
}
