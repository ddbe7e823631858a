import { describe, expect, it } from "vitest";
import { compareValues } from "../../../src/commands/speech/comparison.ts";
import { exportReply } from "../../../src/commands/verbs/export/reply.ts";
import { createFormat, type Locale } from "../../../src/lib/locale.ts";

const locales: readonly Locale[] = ["en", "es", "pt"];

describe("a value beside the average", () => {
  const told = (value: number, other: number) =>
    locales.map((locale) => compareValues({ unit: "count" }, { value, other }, createFormat(locale, "EUR")));

  it("is a multiple of it from one and a half times on", () => {
    expect(told(106, 28)).toEqual([
      "3.8 times the average of 28", // by hand: 106 / 28 = 3.79
      "3,8 veces la media de 28",
      "3,8 vezes a média de 28",
    ]);
  });

  it("is simply below it where there is nothing, not 100 % less", () => {
    expect(told(0, 16.3)).toEqual([
      "below the average of 16.3",
      "menos que la media de 16,3",
      "menos que a média de 16,3",
    ]);
  });
});

describe("the card of a list", () => {
  const columns = Array.from({ length: 12 }, (_, i) => `column_${i + 1}`);
  const audience = {
    members: 80,
    contactable: 60,
    refused: 10,
    bounced: 0,
    suppressed: 10,
    unasked: 0,
    unknown: 7,
  };
  const list = {
    title: "Loyal families (1)",
    fileName: "segment 1",
    source: { kind: "segment" as const, segmentId: 1 },
    back: { label: "Profile", line: "profile 1" },
    data: {},
  };
  const card = exportReply(
    list,
    audience,
    { columns, personal: false, asOf: "2011-11-01" },
    createFormat("en", "EUR"),
  );

  it("names the first columns and counts the rest, and the file has them all", () => {
    expect(card.facts?.[0]?.value).toBe(
      "column_1, column_2, column_3, column_4, column_5, column_6, column_7, and 5 more",
    );
    expect(card.files?.[0]?.source).toMatchObject({ columns });
  });

  it("says in the footer whose consent is not known", () => {
    expect(card.footer).toEqual(["Consent not known: 7"]);
  });
});
