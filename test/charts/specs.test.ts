import { describe, expect, it } from "vitest";
import { renderPng } from "../../src/charts/render.ts";
import { locales } from "../../src/locale.ts";
import { cutTexts, exampleChart, layOut, overlaps, readExample, specs } from "./picture.ts";

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

  it("shows its title, and says the finding to someone who cannot see it", async () => {
    const chart = exampleChart(spec);
    const { texts } = await layOut(chart, "en");
    expect(texts.map(({ text }) => text)).toContain(chart.words.title);
    expect(readExample(spec).altText.length).toBeGreaterThan(40);
  });

  it("leaves the rows and words it is given as they were", async () => {
    const chart = exampleChart(spec);
    await renderPng(chart, "en");
    expect(chart).toEqual(exampleChart(spec));
  });
});
