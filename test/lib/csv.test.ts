import { describe, expect, it } from "vitest";
import { type Cell, createCsv, writeCell } from "../../src/lib/csv.ts";
import type { Locale } from "../../src/lib/locale.ts";

async function* list(rows: readonly (readonly Cell[])[]): AsyncGenerator<readonly Cell[]> {
  yield* rows;
}

async function write(columns: string[], rows: Cell[][], locale: Locale): Promise<string> {
  return createCsv({ columns, rows: list(rows) }, locale)
    .setEncoding("utf8")
    .toArray()
    .then((parts) => parts.join(""));
}

describe("a file of customers", () => {
  it("is comma separated for English readers", async () => {
    const file = await write(["Customer", "Sales"], [["17850", 12.5]], "en");
    expect(file).toBe("\uFEFFCustomer,Sales\r\n17850,12.5\r\n");
  });

  it.each(["es", "pt"] as const)(
    "opens in a spreadsheet in %s: byte order mark, semicolons, decimal comma",
    async (locale) => {
      const file = await write(["Cliente", "Ventas"], [["17850", 1234.5]], locale);
      expect(file).toBe("\uFEFFCliente;Ventas\r\n17850;1234,5\r\n");
    },
  );

  it.each(["=cmd|'/c calc'!A1", "+34600123456", "-2+3", "@SUM(A1)", "\tx", "\r=1", " =1+1", "＝1+1"])(
    "does not let a spreadsheet run %j",
    (text) => expect(writeCell(text, "en")).toBe(`'${text}`),
  );

  it("keeps negative numbers numbers", () => {
    expect(writeCell(-12.5, "en")).toBe("-12.5");
    expect(writeCell(-12.5, "es")).toBe("-12,5");
  });

  it("leaves missing values empty and hides the noise of binary fractions", () => {
    expect([null, Number.NaN, 0.1 + 0.2].map((cell) => writeCell(cell, "en"))).toEqual(["", "", "0.3"]);
  });

  it("quotes separators, quotation marks and line breaks of names", async () => {
    const file = await write(["Name"], [['Anne "Nan", O\'Hara\nLtd']], "en");
    expect(file).toBe('\uFEFFName\r\n"Anne ""Nan"", O\'Hara\nLtd"\r\n');
  });

  it("says so when its rows break off", async () => {
    async function* broken(): AsyncGenerator<readonly Cell[]> {
      yield ["1"];
      throw new Error("the base went away");
    }
    const file = createCsv({ columns: ["Customer"], rows: broken() }, "en");
    await expect(file.toArray()).rejects.toThrow("the base went away");
  });
});
