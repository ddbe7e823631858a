import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packageFile } from "../../src/lib/package-files.ts";

interface Theme {
  readonly range: { readonly category: readonly string[] };
}

const theme = JSON.parse(readFileSync(packageFile("charts/theme.json"), "utf8")) as Theme;
/** The first is for customers outside every segment; then one per segment number. */
const [outliers = "", ...segments] = theme.range.category;

type Triple = readonly [number, number, number];

/** sRGB as light, 0..1 per channel. */
function light(color: string): Triple {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const value = Number.parseInt(color.slice(i, i + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [r, g, b];
}

/** WCAG 2.1 contrast with white. */
function contrastWithWhite(color: string): number {
  const [r, g, b] = light(color);
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

function multiply(matrix: readonly Triple[], [x, y, z]: Triple): Triple {
  const [a = 0, b = 0, c = 0] = matrix.map((row) => row[0] * x + row[1] * y + row[2] * z);
  return [a, b, c];
}

/** How light reaches an eye without the one or the other cone: Machado, Oliveira and Fernandes (2009), table 1. */
const eyes: Readonly<Record<string, readonly Triple[]>> = {
  "three kinds of cones": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  "no cones for red": [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  "no cones for green": [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** Ottosson (2020), "A perceptual color space for image processing": distances are alike to the eye. */
function oklab(rgb: Triple): Triple {
  const cones = multiply(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  );
  return multiply(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(Math.max(0, cones[0])), Math.cbrt(Math.max(0, cones[1])), Math.cbrt(Math.max(0, cones[2]))],
  );
}

function smallestDistance(colors: readonly string[], eye: readonly Triple[]): number {
  const points = colors.map((color) => oklab(multiply(eye, light(color))));
  const distances = points.flatMap((a, i) =>
    points.slice(i + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])),
  );
  return Math.min(...distances);
}

describe("the segments' colors", () => {
  it("are twelve, and one for those outside", () => {
    expect(segments).toHaveLength(12);
    expect(segments).not.toContain(outliers);
  });

  it.each([outliers, ...segments])(
    "%s stands out from white by 3 to 1, as WCAG asks of pictures",
    (color) => {
      expect(contrastWithWhite(color)).toBeGreaterThanOrEqual(3);
    },
  );

  // 0.02 in Oklab is just noticeable; three and six times that tell dots apart that do not touch.
  it.each(Object.keys(eyes))("can be told apart with %s", (eye) => {
    expect(smallestDistance(segments, eyes[eye] ?? [])).toBeGreaterThan(0.06);
    expect(smallestDistance(segments.slice(0, 4), eyes[eye] ?? [])).toBeGreaterThan(0.12);
  });
});
