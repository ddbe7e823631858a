import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFlag } from "../../src/sources/cells/flags.ts";
import { readKey } from "../../src/sources/cells/keys.ts";
import { isMissing } from "../../src/sources/cells/missing.ts";
import { outliers } from "../../src/sources/report/outliers.ts";
import { guessDelimiter } from "../../src/sources/file/layout.ts";
import { toCents } from "../../src/sources/rows/order-money.ts";
import { createServiceFinder } from "../../src/sources/rows/service-codes.ts";

describe("a customer's key", () => {
  it.each([
    ["17850.0", "17850"],
    ["17850,00", "17850"],
    [" 17850 ", "17850"],
    ["0", "0"],
    ["0.0", "0"],
    ["007", "007"], // zeros in front are part of a code
    ["100", "100"],
    ["10.50", "10.50"],
    ["Ana@Example.com", "ana@example.com"],
    ["<Ana@example.com>", "ana@example.com"],
    ["Ana Lima <ana@example.com>", "ana@example.com"],
    ["mailto:ana@example.com", "ana@example.com"],
    ["'7001", "7001"], // shops and spreadsheets write it so that the number stays text
    ["A-17", "A-17"],
    ["nan", ""],
    ["", ""],
  ])("%s is %s", (cell, key) => {
    expect(readKey(cell)).toBe(key);
  });

  it("stays the same when it is read twice", () => {
    fc.assert(
      fc.property(fc.string(), (cell) => {
        expect(readKey(readKey(cell))).toBe(readKey(cell));
      }),
    );
  });
});

describe("yes and no", () => {
  it.each(["Yes", "sí", "SIM", " true ", "1", "x"])("%s is yes", (cell) => {
    expect(readFlag(cell)).toBe(true);
  });

  it.each(["No", "NÃO", "false", "0", "opt-out"])("%s is no", (cell) => {
    expect(readFlag(cell)).toBe(false);
  });

  it.each(["maybe", "", "2"])("%s is neither", (cell) => {
    expect(readFlag(cell)).toBeUndefined();
  });
});

describe("a missing value", () => {
  it.each(["", "  ", "NA", "n/a", "#N/A", "NaN", "NULL", "-"])("may be written %j", (cell) => {
    expect(isMissing(cell)).toBe(true);
  });

  it.each(["0", "None", "no", "Nancy"])("is not %j", (cell) => {
    expect(isMissing(cell)).toBe(false);
  });
});

describe("cents", () => {
  it.each([
    [2.55 * 6, 1530],
    [1.005, 101],
    [-1.005, -101],
    [0.335 * 3, 101],
    [0.001, 0],
    [80_995 * 2.08, 16_846_960],
    [77_183.6, 7_718_360],
  ])("of %d are %d", (amount, cents) => {
    expect(toCents(amount)).toBe(cents);
  });

  it("of an amount with two decimals are exact up to a hundred million", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e10, max: 1e10 }), (cents) => {
        expect(toCents(cents / 100) - cents).toBe(0);
      }),
    );
  });
});

describe("the delimiter of a text", () => {
  it.each([
    [",", "id,name\n1,Ana\n2,Luis\n"],
    [";", "id;gasto\n1;1,5\n2;2,75\n"],
    [";", "id;nombre;gasto\n1;Díaz, Ana;1,5\n2;Ruiz, Luis;2,75\n"],
    ["\t", "id\tname\n1\tDiaz, Ana\n2\tRuiz; Luis\n"],
    ["|", "id|name\n1|a,b,c\n2|d,e,f\n"],
    [",", 'id,note\n1,"a;b;c"\n2,"d;e;f"\n'],
    [",", "email\na@example.com\nb@example.com\n"],
  ])("is %j", (delimiter, text) => {
    expect(guessDelimiter(text, "\n")).toBe(delimiter);
  });
});

describe("what lies far out", () => {
  it("is three interquartile ranges beyond the quartiles", () => {
    // By hand: 0 to 20 once each; quartiles 5 and 15, so 5 - 30 and 15 + 30.
    const values = Array.from({ length: 21 }, (_, value) => [value, 1] as const);
    expect(outliers(values)).toEqual({ from: -25, to: 45 });
  });

  it("is judged on the logarithm where the column is skewed, so that big orders stay ordinary", () => {
    // By hand: quartiles 1, 1 and 3; log1p 0.693 and 1.386, spread 0.693, limit expm1(1.386 + 2.079) = 31.
    const limits = outliers([
      [1, 60],
      [3, 30],
      [20, 10],
    ]);
    expect(limits?.to).toBeCloseTo(31, 9);
    expect(limits?.from).toBeCloseTo(-31, 9);
  });

  it("is nothing where the middle half of the cells is one value, or the cells are few", () => {
    expect(
      outliers([
        [0, 90],
        [1, 10],
      ]),
    ).toBeUndefined();
    expect(
      outliers([
        [0, 5],
        [100, 5],
      ]),
    ).toBeUndefined();
  });
});

describe("service codes", () => {
  it("are told from products, in any case and in three languages", () => {
    const isService = createServiceFinder(["post", "m"]);
    expect(["POST", "m", "BANK CHARGES", "Frete", "Gastos de envío"].every(isService)).toBe(true);
    expect(["85123A", "DCGSSGIRL", "POSTER", "M12", "D", ""].some(isService)).toBe(false);
  });
});
