import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Delimiter } from "../../../src/sources/guess/mapping.ts";
import { createSplitter, RowsError } from "../../../src/sources/file/split-rows.ts";

/** All rows of a text that arrives in pieces of a given length. */
function split(text: string, delimiter: Delimiter = ",", pieceLength = text.length || 1) {
  const splitter = createSplitter(delimiter, "\n");
  const rows = [];
  for (let start = 0; start < text.length; start += pieceLength) {
    rows.push(...splitter.push(text.slice(start, start + pieceLength)));
  }
  return [...rows, ...splitter.end()];
}

const cells = (text: string) => split(text).map((row) => row.cells);

describe("cutting a text into rows", () => {
  it("takes what stands in quotes as one cell, delimiters, quotes and line ends included", () => {
    expect(cells('a,"b,""c""\nd",e\n')).toEqual([["a", 'b,"c"\nd', "e"]]);
  });

  it("tells the line on which a row begins, as an editor counts", () => {
    expect(split('a\n"b\nc"\nd\n').map((row) => row.line)).toEqual([1, 2, 4]);
  });

  it("leaves a quote alone that stands inside of an unquoted cell", () => {
    expect(cells('1,5" pipe,x\n')).toEqual([["1", '5" pipe', "x"]]);
  });

  it("needs no line end at the end, and takes Windows' and old Mac's", () => {
    expect(cells("a,b\r\nc,d")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(
      createSplitter(",", "\r")
        .push("a,b\rc,d\r")
        .map((row) => row.cells),
    ).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  it("says where a quote was opened that is never closed", () => {
    expect(() => split('a,b\nc,"d\ne,f\n')).toThrow(new RowsError("openQuote", 2));
  });

  it("gives up on a quote that would swallow the file instead of holding it in memory", () => {
    expect(() => split(`a\n"${"x,y\n".repeat(600_000)}`, ",", 1 << 18)).toThrow(
      new RowsError("openQuote", 2),
    );
  });

  it("gives up on a million columns", () => {
    expect(() => split("column,".repeat(1_000_000), ",", 1 << 18)).toThrow(
      new RowsError("tooManyColumns", 1),
    );
  });

  it("agrees with csv-parse on every well-formed text, however it is cut into pieces", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", " ", ",", ";", '"', "\n", "\r\n", "1", "=") });
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      );
    const write = (rows: readonly (readonly string[])[], lineEnd: string) =>
      rows
        .map((row) =>
          row.map((text) => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(","),
        )
        .join(lineEnd);
    fc.assert(
      fc.property(
        table,
        fc.constantFrom("\n", "\r\n"),
        fc.integer({ min: 1, max: 40 }),
        (rows, lineEnd, piece) => {
          const text = `${write(rows, lineEnd)}${lineEnd}`;
          const oracle = parse(text, { record_delimiter: ["\r\n", "\n"] });
          expect(split(text, ",", piece).map((row) => row.cells)).toEqual(oracle);
        },
      ),
      { numRuns: 500 },
    );
  });
});
