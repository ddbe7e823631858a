import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { renderPng, renderSvg } from "../../src/charts/render.ts";
import { exampleChart } from "./picture.ts";

const chart = exampleChart("segment-sizes");

/** A mount of our own over the fonts' folder needs Linux, and leave to make namespaces. */
const canHideFonts =
  spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "none", "/usr/share/fonts"]).status === 0;

describe("renderPng", () => {
  it("draws a picture 800 pixels wide, twice as fine by default", async () => {
    const png = Buffer.from(await renderPng(chart, "en"));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(1600);
    expect(Buffer.from(await renderPng(chart, "en", { scale: 1 })).readUInt32BE(16)).toBe(800);
  });

  it("draws the texts: without them the picture is another", async () => {
    const silent = chart.rows.map((row) => ({ ...row, customersLabel: " ", valueLabel: " " }));
    const withTexts = await renderPng(chart, "en");
    const without = await renderPng({ ...chart, rows: silent }, "en");
    expect(withTexts.length).toBeGreaterThan(without.length + 1000);
  });

  it("gives the same bytes each time, also after another chart", async () => {
    const first = hash(await renderPng(chart, "en"));
    await renderPng(exampleChart("segment-profile"), "pt");
    expect(hash(await renderPng(chart, "en"))).toBe(first);
  });

  it.skipIf(!canHideFonts)(
    "gives the same bytes where the system has no fonts (skipped without namespaces)",
    async () => {
      const script = `
      import { renderPng } from "./src/charts/render.ts";
      import { exampleChart } from "./test/charts/picture.ts";
      renderPng(exampleChart("segment-sizes"), "en").then((png) => process.stdout.write(png));`;
      const hide = 'mount -t tmpfs none /usr/share/fonts && exec "$@"';
      const node = [process.execPath, "--import", "tsx", "--input-type=module", "-e", script];
      const png = execFileSync("unshare", ["-rm", "sh", "-c", hide, "sh", ...node], {
        maxBuffer: 10_000_000,
      });
      expect(hash(png)).toBe(hash(await renderPng(chart, "en")));
    },
  );
});

describe("renderSvg", () => {
  it.each([
    ["en", "1,000", "20%"],
    ["es", "1.000", "20\u00a0%"],
    ["pt", "1.000", "20%"],
  ] as const)("writes the axes' numbers as a reader of %s does", async (locale, thousand, share) => {
    const svg = await renderSvg(exampleChart("segment-distribution", locale), locale);
    expect(svg).toContain(`>${thousand}</text>`);
    expect(svg).toContain(`>${share}</text>`);
  });

  it.each([
    ["en", "1 Sep"],
    ["es", "1 sept"],
    ["pt", "1 set"],
  ] as const)("names the months as a reader of %s does", async (locale, day) => {
    expect(await renderSvg(exampleChart("trend", locale), locale)).toContain(`>${day}</text>`);
  });

  it("names the missing word", async () => {
    const words = { title: "Loyal families" };
    await expect(renderSvg({ ...chart, words }, "en")).rejects.toThrow("no word named customers");
  });

  it.each(["no-such-chart", "../package", ""])("knows no chart named %j", async (spec) => {
    await expect(renderSvg({ ...chart, spec }, "en")).rejects.toThrow(/no chart is named|no such file/);
  });

  it("leaves out what the font cannot draw, instead of an empty box", async () => {
    const svg = await renderSvg({ ...chart, words: { ...chart.words, title: "Fans 🎉 of 茶 tea" } }, "en");
    expect(svg).toContain("Fans of tea");
  });
});

function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
