import { beforeEach, describe, expect, it } from "vitest";
import { loadRejects } from "../../src/db/imports/imports.ts";
import { freshDatabase } from "../database.ts";
import { fileOf } from "../sources/files.ts";
import { counts, emptyBase, findByKey, importInto, loadBase, reportOf } from "./import-into.ts";

const { db } = await freshDatabase();
beforeEach(() => emptyBase(db));

const rows = [
  ["id_cliente", "ciudad", "gasto", "alta"],
  ["7", "São Paulo", "1234.5", "2012-09-04"],
  ["8", "Córdoba", "20.25", "2013-01-31"],
  ["9", "Peñíscola", "3000000", "2014-12-13"],
];
const base = {
  7: { city: "São Paulo", gasto: 1234.5, alta: "2012-09-04" },
  8: { city: "Córdoba", gasto: 20.25, alta: "2013-01-31" },
  9: { city: "Peñíscola", gasto: 3000000, alta: "2014-12-13" },
};

/** The file with other delimiters, amounts and dates. */
function saved(
  delimiter: string,
  amount = (value: string) => value,
  date = (value: string) => value,
  lineEnd = "\n",
): string {
  return rows
    .map(([id = "", city = "", spent = "", joined = ""], line) =>
      (line === 0 ? [id, "ciudad", spent, joined] : [id, city, amount(spent), date(joined)]).join(delimiter),
    )
    .join(lineEnd);
}

const comma = (value: string) => value.replace(".", ",");
const spanish = (value: string) => Number(value).toLocaleString("es-ES", { useGrouping: "always" });
const slashes = (value: string) => value.split("-").reverse().join("/");
const american = (value: string) => {
  const [year = "", month = "", day = ""] = value.split("-");
  return `${Number(month)}/${Number(day)}/${year.slice(2)}`;
};
const excel = (value: string) => String(Date.parse(value) / 86_400_000 + 25_569);

describe("the same file, as other programs save it, gives the same base", () => {
  it.each<[string, string | Uint8Array]>([
    ["plain", saved(",")],
    ["with a byte order mark", `\ufeff${saved(",")}`],
    ["in UTF-16 with a mark", Buffer.from(`\ufeff${saved("\t")}`, "utf16le")],
    ["in UTF-16 without a mark", Buffer.from(saved("\t"), "utf16le")],
    ["in UTF-16, the other way round", Buffer.from(`\ufeff${saved("\t")}`, "utf16le").swap16()],
    ["in Latin-1", Buffer.from(saved(";", comma), "latin1")],
    ["with semicolons and decimal commas", saved(";", comma)],
    ["with tabs", saved("\t")],
    ["with bars", saved("|")],
    ["with thousands points, euros and slashes", saved(";", (value) => `${spanish(value)} €`, slashes)],
    [
      "with dollars, month first",
      saved("|", (value) => `$${Number(value).toLocaleString("en-US")}`, american),
    ],
    ["with Excel's days", saved(",", undefined, excel)],
    ["with Windows' line ends and none at the end", saved(",", undefined, undefined, "\r\n")],
    ["with an old Mac's line ends", saved(",", undefined, undefined, "\r")],
    ["with blank lines and a title on top", `\nClientes de la tienda\n\n${saved(",")}\n\n`],
    ["with padded cells", saved(" , ")],
    ["with everything in quotes", saved('","').replaceAll(/^|$/gm, '"')],
    [
      "with the header once more in the middle",
      saved(",").replace("\n8,", "\nid_cliente,ciudad,gasto,alta\n8,"),
    ],
    ["with a total at the end", `${saved(",")}\nTotal,,3001254.75,\n`],
    ["with empty columns at the right", saved(",").replaceAll("\n", ",,\n").replace(/$/, ",,")],
  ])("%s", async (_, content) => {
    await importInto(db, fileOf(content));
    expect(await loadBase(db)).toEqual(base);
  });
});

describe("rows that are no customers", () => {
  it("are counted by kind, told with what was done, and kept as they stood where they could not be read", async () => {
    const record = await importInto(
      db,
      fileOf(
        [
          "customer_id,name,age",
          "1,Ana,30",
          "",
          "2,Luis", // ragged: a cell is missing
          "3,Eva,41,extra", // ragged: a cell too many
          ",Nadie,50", // nobody
          "customer_id,name,age",
          "4,=HYPERLINK(1),22",
          "Total,,143",
        ].join("\n"),
      ),
    );
    expect(await loadBase(db)).toEqual({
      1: { name: "Ana", age: 30 },
      4: { name: "=HYPERLINK(1)", age: 22 },
    });
    expect(counts(record)).toMatchObject({
      blank_rows: 1,
      ragged_row: 2,
      "no_customer customer_id": 1,
      repeated_header: 1,
      total_row: 1,
    });
    expect(reportOf(record)).toMatchObject({
      rows: 5,
      stored: 2,
      rejected: 3,
      rejectsKept: 3,
      newCustomers: 2,
    });
    expect(await loadRejects(db, record.id)).toEqual([
      { line: 4, code: "ragged_row", column: "", cells: ["2", "Luis"] },
      { line: 5, code: "ragged_row", column: "", cells: ["3", "Eva", "41", "extra"] },
      { line: 6, code: "no_customer", column: "customer_id", cells: ["", "Nadie", "50"] },
    ]);
  });

  it("do not cost a row its other cells when only one cell cannot be read", async () => {
    const people = Array.from({ length: 20 }, (_, n) => `${n},${20 + n},Lima`);
    const record = await importInto(
      db,
      fileOf(`customer_id,age,city\n${people.join("\n")}\n20,forty,Quito\n`),
    );
    expect((await findByKey(db, "20"))?.attributes).toEqual({ age: null, city: "Quito" });
    expect(reportOf(record).findings).toContainEqual({
      code: "unreadable_cells",
      count: 1,
      disposition: "emptied",
      column: "age",
      samples: ["forty"],
    });
  });
});

describe("customers", () => {
  it("with one key in several rows become one, as the last row says", async () => {
    const record = await importInto(
      db,
      fileOf("customer_id,age,city\n1,30,Lima\n2,40,Quito\n1.0,31,Cusco\n"),
    );
    expect(await loadBase(db)).toEqual({ 1: { age: 31, city: "Cusco" }, 2: { age: 40, city: "Quito" } });
    expect(counts(record)).toMatchObject({ duplicate_customers: 1 });
  });

  it("who are alike but for the key all stay, and so does number 0", async () => {
    const record = await importInto(db, fileOf("ID,age,city\n0,30,Lima\n1,30,Lima\n2,30,Lima\n"));
    expect(Object.keys(await loadBase(db))).toEqual(["0", "1", "2"]);
    expect(counts(record)).toMatchObject({ look_alikes: 2 });
  });

  it("are joined from several files by their key, however a spreadsheet wrote it", async () => {
    await importInto(db, fileOf("customer_id,age\n17850,30\n"));
    await importInto(db, fileOf("CustomerID,city\n17850.0,Lima\n17851.0,Quito\n"));
    expect(await loadBase(db)).toEqual({ 17850: { age: 30, city: "Lima" }, 17851: { city: "Quito" } });
  });

  it("are updated by a file that is read in again, and an emptied cell empties", async () => {
    await importInto(db, fileOf("customer_id,age,city\n1,30,Lima\n2,40,Quito\n"));
    const again = await importInto(db, fileOf("customer_id,age,city\n1,31,Lima\n2,,Quito\n3,50,Cusco\n"));
    expect(await loadBase(db)).toMatchObject({ 1: { age: 31 }, 2: { age: null }, 3: { age: 50 } });
    expect(reportOf(again)).toMatchObject({ newCustomers: 1, updatedCustomers: 2 });
  });

  it("say yes, no or nothing to being contacted, in any language, and opting out wins", async () => {
    await importInto(db, fileOf("cliente;acepta_publicidad;baja\n1;Sí;\n2;Não;\n3;;\n4;yes;x\n"));
    const consents = await Promise.all(
      ["1", "2", "3", "4"].map(async (key) => (await findByKey(db, key))?.consent),
    );
    expect(consents).toEqual(["yes", "no", "unknown", "no"]);
  });
});

describe("a file that is no table", () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ["is empty", "", /is empty/],
    ["holds only blank lines", "\n\n  \n", /is empty/],
    ["has a header and no rows", "customer_id,age,city\n", /column names but no rows/],
    [
      "is binary",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 7, 0, 1]),
      /is not a table\. I read CSV, XLSX/,
    ],
    ["is an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /Save it as .xlsx or CSV/],
    ["begins like a zip", Buffer.from("PK\u0003\u0004 and so on", "latin1"), /damaged or cut off/],
    [
      "is in an encoding nobody knows",
      Buffer.from(Array.from({ length: 400 }, (_, n) => (n % 30) + 0x80)),
      /how the letters/,
    ],
    ["is a damaged gz", Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4]), /damaged or cut off/],
    ["opens a quote and never closes it", 'customer_id,age\n1,"30\n2,40\n', /opened at line 2/],
    [
      "has a million columns",
      `${Array.from({ length: 1_000_000 }, (_, n) => `c${n}`).join(",")}\n`,
      /more than 2000 columns/,
    ],
    ["has no names on top", "1,30,2012-09-04\n2,40,2013-01-01\n", /values, not column names/],
    [
      "names no customer (numbering the rows has to be agreed on)",
      "city,age\nLima,30\nQuito,40\nLima,50\n",
      /more than one way, so nothing was stored/,
    ],
  ])("because it %s is refused in a sentence, and nothing is changed", async (_, content, sentence) => {
    await expect(importInto(db, fileOf(content))).rejects.toThrow(sentence);
    expect(await loadBase(db)).toEqual({});
  });

  it("because it does not exist, or is a folder, is refused in the reader's language", async () => {
    await expect(importInto(db, "/nowhere/clientes.csv", { locale: "es" })).rejects.toThrow(
      /No existe el archivo clientes.csv/,
    );
    await expect(importInto(db, "/tmp", { locale: "pt" })).rejects.toThrow(/Não é possível ler tmp/);
  });
});
