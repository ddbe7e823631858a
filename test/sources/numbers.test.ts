import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalSign, readNumber, spelling } from "../../src/sources/cells/numbers.ts";

describe("a number in a cell", () => {
  it.each([
    ["58138", ".", 58138],
    [" 7.5 ", ".", 7.5],
    ["1,234.50", ".", 1234.5],
    ["1.234,50", ",", 1234.5],
    ["1 234,50 €", ",", 1234.5],
    ["1\u202f234\u202f567,8", ",", 1234567.8],
    ["1'234.50", ".", 1234.5],
    ["$1,234", ".", 1234],
    ["R$ 1.234,50", ",", 1234.5],
    ["-$12.00", ".", -12],
    ["(1,234.56)", ".", -1234.56],
    ["12.50-", ".", -12.5],
    ["\u221212", ".", -12],
    ["12 %", ".", 12],
    ["1.5e3", ".", 1500],
    ["0", ".", 0],
  ] as const)("%s with the decimal sign %s is %d", (cell, decimal, value) => {
    expect(readNumber(cell, decimal)).toBe(value);
  });

  it.each(["abc", "", ".", "-", "1.2.3.4", "12,34,5", "0x1F", "Infinity", "1 2", "2012-09-04", "12a"])(
    "%s is none",
    (cell) => {
      expect(readNumber(cell, ".")).toBeUndefined();
    },
  );

  it("is read back from what a reader of any of our languages writes", () => {
    const amount = fc.double({ min: -1e12, max: 1e12, noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(amount, fc.constantFrom("en-US", "es-ES", "pt-BR", "de-CH"), (value, locale) => {
        const rounded = Number(value.toFixed(2));
        const cell = rounded.toLocaleString(locale, { maximumFractionDigits: 2, useGrouping: true });
        expect(
          readNumber(
            cell,
            locale.startsWith("e") && locale !== "es-ES" ? "." : locale === "de-CH" ? "." : ",",
          ),
        ).toBeCloseTo(rounded, 6);
      }),
    );
  });

  it("is read back from JavaScript's own writing to the last bit", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumber(String(value), ".")).toBe(Object.is(value, -0) ? 0 : value);
      }),
    );
  });

  it("never comes out of a text as anything but a finite number", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(".", ","), (cell, decimal) => {
        const value = readNumber(cell, decimal);
        expect(value === undefined || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

describe("the decimal sign of a column", () => {
  it.each([
    ["1,5", "comma"],
    ["1.5", "point"],
    ["1.234", "pointOrGroup"],
    ["1,234", "commaOrGroup"],
    ["1.234.567", "comma"],
    ["0.125", "point"],
    ["1234.567", "point"],
    ["1234", "plain"],
    ["Madrid", undefined],
  ])("%s proves: %s", (cell, proof) => {
    expect(spelling(cell)).toBe(proof);
  });

  it("is what the proving cells say, however many prove nothing", () => {
    const evidence = { point: 0, comma: 1, pointOrGroup: 500, commaOrGroup: 0, plain: 500 };
    expect(decimalSign(evidence, ".")).toBe(",");
  });

  it("is that of the rest of the file where no cell proves anything", () => {
    const evidence = { point: 0, comma: 0, pointOrGroup: 9, commaOrGroup: 0, plain: 0 };
    expect(decimalSign(evidence, ",")).toBe(",");
  });
});
