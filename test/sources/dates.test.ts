import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOrder, dateSpelling, readDate } from "../../src/sources/cells/dates.ts";

const iso = (moment: number | undefined) =>
  moment === undefined ? undefined : new Date(moment).toISOString();

describe("a date in a cell", () => {
  it.each([
    ["2012-09-04", "ymd", "2012-09-04T00:00:00.000Z"],
    ["2010-12-01 08:26:00", "ymd", "2010-12-01T08:26:00.000Z"],
    ["2010-12-01T08:26:00Z", "ymd", "2010-12-01T08:26:00.000Z"],
    ["2010-12-01T08:26:00.250+02:00", "ymd", "2010-12-01T06:26:00.250Z"],
    ["2012/9/4", "ymd", "2012-09-04T00:00:00.000Z"],
    ["20120904", "ymd", "2012-09-04T00:00:00.000Z"],
    ["04/09/2012", "dmy", "2012-09-04T00:00:00.000Z"],
    ["04/09/2012", "mdy", "2012-04-09T00:00:00.000Z"],
    ["4.9.12", "dmy", "2012-09-04T00:00:00.000Z"],
    ["12/1/2010 8:26", "mdy", "2010-12-01T08:26:00.000Z"],
    ["12/1/2010 8:26 PM", "mdy", "2010-12-01T20:26:00.000Z"],
    ["12/1/2010 12:05 a.m.", "mdy", "2010-12-01T00:05:00.000Z"],
    ["4-Sep-2012", "dmy", "2012-09-04T00:00:00.000Z"],
    ["Sep 4, 2012", "dmy", "2012-09-04T00:00:00.000Z"],
    ["4 de septiembre de 2012", "dmy", "2012-09-04T00:00:00.000Z"],
    ["15 fev 2013", "dmy", "2013-02-15T00:00:00.000Z"],
    ["41156", "serial", "2012-09-04T00:00:00.000Z"], // a spreadsheet's day number
    ["40513.351388888892", "serial", "2010-12-01T08:26:00.000Z"],
    ["2012-09-04", "serial", "2012-09-04T00:00:00.000Z"],
  ] as const)("%s, %s, is %s", (cell, order, expected) => {
    expect(iso(readDate(cell, order))).toBe(expected);
  });

  it.each([
    ["31/02/2012", "dmy"],
    ["04/13/2012", "dmy"],
    ["2012-09", "ymd"],
    ["04/09/2012", "ymd"],
    ["2012-09-04 25:00", "ymd"],
    ["soon", "dmy"],
    ["", "dmy"],
    ["0000-00-00", "ymd"],
  ] as const)("%s, %s, is no day of the calendar", (cell, order) => {
    expect(readDate(cell, order)).toBeUndefined();
  });

  it("is read back from every way of writing it", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2150-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom("/", "-", "."), (date, sign) => {
        const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
        const [year = "", month = "", dayOfMonth = ""] = new Date(midnight)
          .toISOString()
          .slice(0, 10)
          .split("-");
        expect(readDate([year, month, dayOfMonth].join(sign), "ymd")).toBe(midnight);
        expect(readDate([dayOfMonth, month, year].join(sign), "dmy")).toBe(midnight);
        expect(readDate([month, dayOfMonth, year].join(sign), "mdy")).toBe(midnight);
      }),
    );
  });

  it("never comes out of a text as anything but a moment", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("ymd", "dmy", "mdy", "serial"), (cell, order) => {
        const moment = readDate(cell, order);
        expect(moment === undefined || Number.isFinite(moment)).toBe(true);
      }),
    );
  });
});

describe("the order of the dates of a column", () => {
  const nothing = { certain: 0, dayFirst: 0, monthFirst: 0, either: 0, serial: 0, epoch: 0 };

  it.each([
    ["31/12/2011", "dayFirst"],
    ["12/31/2011", "monthFirst"],
    ["04/09/2012", "either"],
    ["2012-09-04", "certain"],
    ["41156", "serial"],
    ["1700000000", "epoch"],
    ["45", undefined],
    ["Madrid", undefined],
  ])("%s proves: %s", (cell, proof) => {
    expect(dateSpelling(cell)).toBe(proof);
  });

  it("is decided by one cell above 12 among a thousand that could be either", () => {
    expect(dateOrder({ ...nothing, either: 1000, monthFirst: 1 }, "dmy")).toEqual({
      order: "mdy",
      proven: true,
    });
  });

  it("is assumed, and called assumed, when no cell proves it", () => {
    expect(dateOrder({ ...nothing, either: 12 }, "dmy")).toEqual({ order: "dmy", proven: false });
  });
});
