import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { drawable, fontFiles, textWidth } from "../../src/charts/fonts.ts";
import { readGlyphWidths } from "../../src/charts/true-type.ts";
import { twoLines, wrap } from "../../src/charts/wrap.ts";

/** The width that the rasterizer itself gives a text: an oracle that shapes and kerns. */
function drawnWidth(text: string, size: number, weight: number): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="100"><text x="10" y="60" font-family="Inter" font-size="${size}" font-weight="${weight}">${text}</text></svg>`;
  const font = { loadSystemFonts: false, fontFiles: [...fontFiles] };
  return new Resvg(svg, { font }).getBBox()?.width ?? 0;
}

describe("textWidth", () => {
  it.each([
    ["Loyal families are 18 % of customers and 41 % of sales", 400],
    ["Famílias fiéis são 18% dos clientes e 41% das vendas", 600],
    ["€ 72,400 vs € 52,200", 400],
    ["WWWiiiAVAToy", 600],
  ])("is what is drawn, to 3 %% and a pixel: %s", (text, weight) => {
    const width = textWidth(text, { size: 20, weight });
    expect(Math.abs(width - drawnWidth(text, 20, weight))).toBeLessThan(0.03 * width + 2);
  });

  it("is nothing for nothing", () => {
    expect(textWidth("", { size: 20 })).toBe(0);
  });
});

describe("wrap", () => {
  const font = { size: 20 };

  it("leaves a text that fits", () => {
    expect(wrap("Loyal families", 200, font)).toEqual(["Loyal families"]);
  });

  it("evens the lines out rather than leave one word alone", () => {
    const lines = wrap("Families with children who buy meat and wine", 400, font);
    expect(lines).toEqual(["Families with children", "who buy meat and wine"]);
  });

  it("keeps every character, and no line is wider than there is room", () => {
    const name = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenkasse and more";
    const lines = wrap(name, 200, font);
    expect(lines.join("").replaceAll(" ", "")).toBe(name.replaceAll(" ", ""));
    for (const line of lines) expect(textWidth(line, font)).toBeLessThanOrEqual(200);
  });
});

describe("twoLines", () => {
  it("becomes wider rather than three lines high", () => {
    const name = "Families with children who buy meat and wine by catalogue";
    expect(wrap(name, 230, { size: 20 })).toHaveLength(3);
    expect(twoLines(name, 230, { size: 20 })).toEqual([
      "Families with children who buy",
      "meat and wine by catalogue",
    ]);
  });
});

describe("drawable", () => {
  it("keeps what the font has: accents, Greek, Cyrillic, arrows and signs", () => {
    const text = "São João − Ελλάδα, Москва → € 1.320 × 2";
    expect(drawable(text)).toBe(text);
  });

  it("drops emoji and the gap they leave", () => {
    expect(drawable("Fans 🎉 of tea")).toBe("Fans of tea");
  });
});

describe("readGlyphWidths", () => {
  it("says which table a broken font lacks", () => {
    expect(() => readGlyphWidths(new DataView(new ArrayBuffer(12)))).toThrow("no table head");
  });
});
