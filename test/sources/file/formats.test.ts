import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { guessLayout } from "../../../src/sources/file/layout.ts";
import { readRows } from "../../../src/sources/file/read-rows.ts";
import { readingOf } from "../../../src/sources/file/reading.ts";
import { createJsonSplitter } from "../../../src/sources/file/split-json.ts";
import { sourceWords } from "../../../src/sources/report/words.ts";
import { fileOf, look } from "../files.ts";
import { workbook } from "./workbook.ts";

/** The rows of a file, header first, whatever it is written in. */
async function rowsOf(content: string | Uint8Array, name: string, sheet?: string) {
  const reading = readingOf(fileOf(content, name), sourceWords.en);
  const layout = await guessLayout(reading, sheet === undefined ? {} : { sheet });
  const rows = [];
  for await (const batch of readRows(reading, layout)) rows.push(...batch);
  return rows.slice(layout.rowsAbove).map(({ cells }) => cells);
}

const csv = "order_id,date,customer_id,total\n1,2024-03-31,ana,9.90\n2,2024-04-01,luis,5.00\n";
const table = [
  ["order_id", "date", "customer_id", "total"],
  ["1", "2024-03-31", "ana", "9.9"],
  ["2", "2024-04-01", "luis", "5"],
];
const objects = [
  { order_id: 1, date: "2024-03-31", customer_id: "ana", total: 9.9 },
  { order_id: 2, date: "2024-04-01", customer_id: "luis", total: 5 },
];

describe("a table in another format than CSV", () => {
  it("is read from JSON lines, from a list of objects, and from one written over many lines", async () => {
    const lines = objects.map((object) => JSON.stringify(object)).join("\n");
    expect(await rowsOf(lines, "orders.jsonl")).toEqual(table);
    expect(await rowsOf(JSON.stringify(objects), "orders.json")).toEqual(table);
    expect(await rowsOf(`\ufeff${JSON.stringify(objects, null, 2)}\n`, "orders.json")).toEqual(table);
  });

  it("is read from JSON with keys that are missing, nested, or numbers beyond 2⁵³", async () => {
    const text =
      '{"id":9007199254740993,"who":{"email":"a@b.co"},"tags":["x"]}\n{"id":7,"note":"9007199254740993, so"}\n';
    expect(await rowsOf(text, "people.jsonl")).toEqual([
      ["id", "who.email", "tags", "note"],
      ["9007199254740993", "a@b.co", '["x"]', ""],
      ["7", "", "", "9007199254740993, so"],
    ]);
  });

  it("is read from a workbook: days, codes with zeros, gaps and yes or no as a person sees them", async () => {
    const sheet = workbook({
      People: [
        ["Report of March"],
        [],
        ["id", "since", "city", "vip", "spent"],
        [{ value: 42, style: 3 }, { value: 45382, style: 1 }, null, true, 1.5],
        [
          { value: 43, style: 3 },
          { value: 45382.75, style: 2 },
          "Lima & <Sur>",
          false,
          { value: 1.234, style: 4 },
        ],
      ],
    });
    // By Excel: 45382 is 2024-03-31.
    expect(await rowsOf(sheet, "people.xlsx")).toEqual([
      ["id", "since", "city", "vip", "spent"],
      ["00042", "2024-03-31", "", "TRUE", "1.5"],
      ["00043", "2024-03-31 18:00:00", "Lima & <Sur>", "FALSE", "1.2340"],
    ]);
  });

  it("is read from the sheet that is named, in any case, and says which others there are", async () => {
    const book = workbook({ Notes: [["note"], ["hello"]], Orders: table });
    expect(await rowsOf(book, "book.xlsx", "orders")).toEqual(table);
    const layout = await guessLayout(readingOf(fileOf(book, "book.xlsx"), sourceWords.en));
    expect([layout.sheet, layout.otherSheets]).toEqual(["Notes", ["Orders"]]);
    await expect(rowsOf(book, "book.xlsx", "Sales")).rejects.toThrow(
      'no sheet "Sales". It has: Notes, Orders.',
    );
  });

  it("is read from Parquet, in every compression that programs choose", async () => {
    const columns = [
      { name: "order_id", data: [1n, 2n], type: "INT64" as const },
      { name: "date", data: [new Date("2024-03-31"), new Date("2024-04-01")], type: "TIMESTAMP" as const },
      { name: "customer_id", data: ["ana", "luis"], type: "STRING" as const },
      { name: "total", data: [9.9, 5], type: "DOUBLE" as const },
    ];
    for (const codec of ["UNCOMPRESSED", "SNAPPY"] as const) {
      const bytes = new Uint8Array(parquetWriteBuffer({ columnData: columns, codec }));
      expect(await rowsOf(bytes, "orders.parquet")).toEqual(table);
    }
  });

  it("is read from a zip with one table, whatever a Mac adds to it, and from gzip", async () => {
    const csvTable = csv
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const zip = zipSync({ "out/orders.csv": strToU8(csv), "__MACOSX/out/._orders.csv": strToU8("x") });
    expect(await rowsOf(zip, "orders.zip")).toEqual(csvTable);
    expect(await rowsOf(zipSync({ "a.json": strToU8(JSON.stringify(objects)) }), "a.zip")).toEqual(table);
    expect(await rowsOf(gzipSync(csv), "orders.csv.gz")).toEqual(csvTable);
  });

  it("is guessed, surveyed and judged like CSV", async () => {
    const fromCsv = await look(fileOf(csv, "orders.csv"));
    const parquetColumns = (["order_id", "date", "customer_id", "total"] as const).map((name) => ({
      name,
      data: objects.map((object) => String(object[name])),
      type: "STRING" as const,
    }));
    const files: readonly (readonly [string, string | Uint8Array])[] = [
      ["orders.json", JSON.stringify(objects)],
      ["orders.xlsx", workbook({ Orders: table })],
      ["orders.parquet", new Uint8Array(parquetWriteBuffer({ columnData: parquetColumns }))],
    ];
    for (const [name, content] of files) {
      const seen = await look(fileOf(content, name));
      expect(seen.mapping.columns.map(({ role }) => role)).toEqual(
        fromCsv.mapping.columns.map(({ role }) => role),
      );
      expect([seen.mapping.kind, seen.rows]).toEqual(["orders", 2]);
    }
  });
});

describe("cutting JSON into objects", () => {
  it("gives back what was written, however the text is cut into pieces and the objects are put together", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "é", "{", "}", "[", "]", '"', "\\", ",", "\n", ":"),
    });
    const object = fc.dictionary(text, fc.oneof(text, fc.integer(), fc.constant(null), fc.array(text)));
    fc.assert(
      fc.property(
        fc.array(object, { minLength: 1, maxLength: 6 }),
        fc.constantFrom("lines", "list", "indented"),
        fc.integer({ min: 1, max: 30 }),
        (list, form, length) => {
          const written =
            form === "lines"
              ? list.map((value) => JSON.stringify(value)).join("\n")
              : JSON.stringify(list, null, form === "list" ? 0 : 2);
          const splitter = createJsonSplitter();
          const records = [];
          for (let start = 0; start < written.length; start += length) {
            records.push(...splitter.push(written.slice(start, start + length)));
          }
          splitter.end();
          expect(records.map((record) => JSON.parse(record.text) as unknown)).toEqual(list);
        },
      ),
    );
  });

  it("tells the line on which an object begins", () => {
    const splitter = createJsonSplitter();
    expect(splitter.push('[\n{"a":1},\n\n{"a":\n2}]').map(({ line }) => line)).toEqual([2, 4]);
  });
});
