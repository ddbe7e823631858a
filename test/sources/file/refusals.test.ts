import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { fileOf, look } from "../files.ts";
import { workbook } from "./workbook.ts";

/** Why a file is refused, without its name. */
async function refusal(content: string | Uint8Array, name: string): Promise<string> {
  const thrown: unknown = await look(fileOf(content, name)).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ name: "UserError" });
  return (thrown as Error).message.replaceAll(name, "it");
}

describe("a file that is no table", () => {
  it.each([
    ["login.csv", "<!DOCTYPE html>\n<html><body>Please sign in</body></html>\n", "is a web page, no CSV"],
    ["orders.xls", "\n<table><tr><td>id</td></tr></table>", "is a web page, no CSV"],
    ["feed.csv", '<?xml version="1.0"?><rss/>', "is a web page, no CSV"],
    ["api.json", '{"data":[{"id":1}],"next":null}', "is JSON, but no table"],
    ["rows.json", "[[1,2],[3,4]]", "is JSON, but no table"],
    ["cut.json", '[{"id":1},{"id":', "The JSON of it is broken at line 1"],
    ["bad.jsonl", '{"id":1}\n{"id":x}\n', "The JSON of it is broken at line 2"],
    ["photo.csv", Uint8Array.of(0x89, 0x50, 0, 1, 0, 0, 3, 9, 0, 0, 7), "is not a table"],
    ["old.xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), "workbook of an old Excel"],
    [
      "sheet.ods",
      zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<x/>") }),
      "workbook of an old Excel",
    ],
    ["two.zip", zipSync({ "a.csv": strToU8("a"), "b.csv": strToU8("b") }), "holds 2 files: a.csv, b.csv"],
    ["book.gz", gzipSync(workbook({ A: [["id"], ["1"]] })), "holds another packed file"],
    ["cut.gz", gzipSync("id,name\n1,a\n").subarray(0, 18), "damaged or cut off"],
    ["cut.xlsx", workbook({ A: [["id"], ["1"]] }).subarray(0, 900), "damaged or cut off"],
    ["none.xlsx", workbook({ A: [], B: [["id"], ["1"]] }), 'The sheet "A" of it is empty'],
    ["cut.parquet", strToU8("PAR1 and nothing else PAR1"), "damaged or cut off"],
    [
      "cdnow.txt",
      " 00001 20210101  1   10.00\n 00002 20210102  2   11.00\n",
      "separated by spaces and there are no names",
    ],
    [
      "log.txt",
      "7 2021-01-01 3 x\n8 2021-01-02 4 y\n9 2021-01-02 4 y\n",
      "separated by spaces and there are no names",
    ],
  ])("is refused with one sentence that is true: %s", async (name, content, sentence) => {
    expect(await refusal(content, name)).toContain(sentence);
  });

  it("is read after what the sentence says was done", async () => {
    const rows = [1, 2, 3].map((n) => ` 0000${n} 2021010${n}  1   1${n}.00`).join("\n");
    const { mapping, rows: count } = await look(
      fileOf(`customer_id date quantity amount\n${rows}\n`, "orders.txt"),
    );
    expect([mapping.kind, count]).toEqual(["orders", 3]);
    expect(mapping.columns.map(({ role }) => role)).toEqual(["customer", "at", "quantity", "amount"]);
  });
});

describe("limits on what is unpacked", () => {
  it("stops at a cell, a name and a row that are too long to be one, packed or not", async () => {
    const long = "x".repeat(70_000);
    expect(await refusal(`id,note\n1,${long}\n`, "notes.csv")).toContain("at line 2 has more than 65536");
    expect(await refusal(gzipSync(`id,note\n1,"${long}"\n2,b\n`), "n.gz")).toContain("more than 65536");
    expect(await refusal(`{"id":1,"note":"${long}"}`, "n.jsonl")).toContain("more than 65536");
    expect(
      await refusal(
        workbook({
          A: [
            ["id", "n"],
            ["1", long],
          ],
        }),
        "n.xlsx",
      ),
    ).toContain("more than 65536");
    expect(await refusal(`id,${"n".repeat(1_100)}\n1,2\n`, "n.csv")).toContain("more than 1024");
  });

  it("stops at two thousand columns, wherever they stand", async () => {
    const names = Array.from({ length: 2_001 }, (_, column) => `c${column}`);
    expect(await refusal(`${names.join(",")}\n${names.join(",")}\n`, "wide.csv")).toContain("2000 columns");
    expect(await refusal(workbook({ A: [names, names] }), "wide.xlsx")).toContain("2000 columns");
    expect(
      await refusal(JSON.stringify([Object.fromEntries(names.map((name) => [name, 1]))]), "w.json"),
    ).toContain("2000 columns");
  });

  it("stops early at packed nothing: a gigabyte of one letter, of zeros, or an entry that lies of its size", async () => {
    const letters = gzipSync(Buffer.alloc(50_000_000, "a"));
    expect(await refusal(letters, "bomb.csv.gz")).toContain("more than 1024 characters");
    expect(await refusal(gzipSync(Buffer.alloc(50_000_000)), "zeros.gz")).toContain("is not a table");
    expect(
      await refusal(withDeclaredSize(zipSync({ "a.csv": strToU8("id\n1\n".repeat(999)) }), 40), "lie.zip"),
    ).toContain("damaged or cut off");
    expect(
      await refusal(withDeclaredSize(zipSync({ "a.csv": strToU8("id\n1\n") }), 3_000_000_000), "big.zip"),
    ).toContain("larger than 2 GB when unpacked");
  });
});

/** A zip whose list says another unpacked size than its only entry has. */
function withDeclaredSize(zip: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  const list = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  bytes.writeUInt32LE(size, list + 24);
  return bytes;
}

describe("what spreadsheets and banks do to a table", () => {
  it("refuses ids that a spreadsheet shortened, and reads amounts written so", async () => {
    const orders = (id: string) =>
      `order_id,date,customer_id,total\n1,2024-03-31,${id},9.90\n2,2024-04-01,x,5.00\n`;
    expect(await refusal(orders("5.51E+12"), "orders.csv")).toContain(
      '"5.51E+12" is no longer anyone\'s number',
    );
    expect(await refusal("customer_id;city\n5,51E+12;Lima\n7;Quito\n", "people.csv")).toContain("5,51E+12");
    const { rows } = await look(fileOf("customer_id,income\na,1.2E+05\nb,90000\n", "people.csv"));
    expect(rows).toBe(2);
  });

  it("repairs letters that were read wrongly and saved again, and says in how many rows", async () => {
    const { mapping, findings } = await look(
      fileOf("customer_id,city\n1,SÃ£o Paulo\n2,Bogotá\n3,MAÇÃ\n4,MÃ¡laga\n", "people.csv"),
    );
    expect(mapping.columns[1]?.samples).toEqual(["São Paulo", "Bogotá", "MAÇÃ"]);
    expect(findings).toContainEqual({ code: "repaired_letters", count: 2, disposition: "repaired" });
  });

  it("reads a file that is Latin-1 in some rows and UTF-8 in others", async () => {
    const latin = Buffer.from("customer_id,city\n1,Málaga\n", "latin1");
    const { mapping } = await look(fileOf(Buffer.concat([latin, Buffer.from("2,Córdoba\n")]), "people.csv"));
    expect(mapping.columns[1]?.samples).toEqual(["Málaga", "Córdoba"]);
  });

  it("reads rows that end with a comma where the header does not, and the other way round", async () => {
    const rows = "08/23/2023,Card,193.10,C1";
    for (const content of [
      `Posting Date,Description,Amount,Customer ID\n${rows},\n${rows},\n`,
      `Posting Date,Description,Amount,Customer ID,\n${rows}\n${rows}\n`,
      `Account 77\n\nPosting Date,Description,Amount,Customer ID\n${rows},,\n${rows},,\n`,
    ]) {
      const { mapping, rows: count } = await look(fileOf(content, "bank.csv"));
      expect(mapping.layout.headers).toEqual(["Posting Date", "Description", "Amount", "Customer ID"]);
      expect(count).toBe(2);
    }
  });
});
