import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { renderPng } from "../../src/charts/render.ts";
import { locales } from "../../src/lib/locale.ts";
import { packageFile } from "../../src/lib/package-files.ts";
import type { Chart } from "../../src/contract/reply.ts";
import { growing, rowsFor } from "./samples.ts";
import { cutTexts, exampleChart, layOut, overlaps, readExample, specs } from "./picture.ts";

interface Described {
  readonly description: string;
  readonly usermeta: { readonly rows: string; readonly words: string };
}

function readSpec(spec: string): string {
  return readFileSync(packageFile(`charts/${spec}.vl.json`), "utf8");
}

describe.each(specs)("the chart %s", (spec) => {
  it.each(locales)(
    "is drawn in %s without a warning, every text whole and clear of the others",
    async (locale) => {
      const picture = await layOut(exampleChart(spec, locale), locale);
      expect(picture.warnings).toEqual([]);
      expect(picture.width).toBeLessThanOrEqual(820);
      expect(cutTexts(picture)).toEqual([]);
      expect(overlaps(picture.texts)).toEqual([]);
    },
  );

  it("has an example with exactly the words that the spec names, in every language", () => {
    const named = [...readSpec(spec).matchAll(/"\{(\w+)(?::\d+)?\}"/g)].map(([, word]) => word);
    for (const locale of locales) {
      expect(new Set(Object.keys(readExample(spec).words[locale]))).toEqual(new Set(named));
    }
  });

  it("says in its usermeta what rows and words it wants", () => {
    const { description, usermeta } = JSON.parse(readSpec(spec)) as Described;
    expect(description).toMatch(/\.$/);
    expect(usermeta.rows).toMatch(/one per|the curve|up to|first three/);
    expect(usermeta.words).toMatch(/^title/);
  });

  it("shows its title, and says the finding to someone who cannot see it", async () => {
    const chart = exampleChart(spec);
    const { texts } = await layOut(chart, "en");
    expect(texts.map(({ text }) => text)).toContain(chart.words.title);
    expect(readExample(spec).altText.length).toBeGreaterThan(40);
  });

  it("draws its title where there is nothing to show", async () => {
    const { texts } = await layOut({ ...exampleChart(spec), rows: [] }, "en");
    expect(texts.map(({ text }) => text)).toContain(exampleChart(spec).words.title);
  });

  it("leaves the rows and words it is given as they were", async () => {
    const chart = exampleChart(spec);
    await renderPng(chart, "en");
    expect(chart).toEqual(exampleChart(spec));
  });
});

/** Sixty characters, as long as a name may be, in the words of a marketer. */
function longName(i: number): string {
  return `${i + 1} Families with children who buy meat and wine by catalogue`.padEnd(60, ".");
}

/** Every word of the example as long as a name may be. */
function longWords(words: Chart["words"]): Chart["words"] {
  const long = Object.entries(words).map(([key, word]) => [
    key,
    word.length < 60 ? `${word} ${filler}`.slice(0, 60) : word,
  ]);
  return Object.fromEntries(long) as Chart["words"];
}
const filler = "among the customers of the last twelve months, in every shop";

describe.each(growing)("the chart %s", (spec) => {
  it.each([2, 3, 7, 12])("holds %i names of 60 characters", async (count) => {
    const rows = rowsFor(
      spec,
      Array.from({ length: count }, (_, i) => longName(i)),
    );
    const picture = await layOut({ ...exampleChart(spec), rows }, "en");
    expect(picture.warnings).toEqual([]);
    expect(cutTexts(picture)).toEqual([]);
    expect(overlaps(picture.texts)).toEqual([]);
    expect(picture.texts.filter(({ text }) => text.includes("catalogue")).length).toBeGreaterThanOrEqual(
      count,
    );
  });
});

describe.each(specs)("the chart %s", (spec) => {
  it("holds words of 60 characters", async () => {
    const chart = exampleChart(spec);
    const picture = await layOut({ ...chart, words: longWords(chart.words) }, "en");
    expect(picture.warnings).toEqual([]);
    expect(cutTexts(picture)).toEqual([]);
    expect(overlaps(picture.texts)).toEqual([]);
  });
});

describe("the chart segment-sizes", () => {
  it("shows one bar per segment where there is no value", async () => {
    const chart = exampleChart("segment-sizes");
    const rows = chart.rows.map(({ name = "", customers = 0, customersLabel = "" }) => {
      return { name, customers, customersLabel };
    });
    const words = { ...chart.words, value: chart.words["customers"] ?? "" };
    const picture = await layOut({ ...chart, rows, words }, "en");
    const texts = picture.texts.map(({ text }) => text);
    expect(picture.warnings).toEqual([]);
    expect(texts.filter((text) => text.includes("%") && text.length < 6)).toHaveLength(5);
    expect(texts).not.toContain("undefined");
  });
});
