import { readdirSync, readFileSync } from "node:fs";
import type { Scene, SceneGroup, SceneItem, SceneText } from "vega";
import { createView } from "../../src/charts/view.ts";
import { type Locale, type Localized } from "../../src/lib/locale.ts";
import { packageFile } from "../../src/lib/package-files.ts";
import type { Chart, JsonObject } from "../../src/contract/reply.ts";

/** `charts/examples/<spec>.json`: what a caller hands over, in every language. */
export interface Example {
  readonly rows: readonly JsonObject[];
  readonly words: Localized<Chart["words"]>;
  readonly altText: string;
}

/** The names of all specs in `charts/`. */
export const specs: readonly string[] = readdirSync(packageFile("charts"))
  .filter((file) => file.endsWith(".vl.json"))
  .map((file) => file.replace(".vl.json", ""));

export function readExample(spec: string): Example {
  return JSON.parse(readFileSync(packageFile(`charts/examples/${spec}.json`), "utf8")) as Example;
}

export function exampleChart(spec: string, locale: Locale = "en"): Chart {
  const { rows, words, altText } = readExample(spec);
  return { spec, rows, words: words[locale], altText };
}

/** Pixels from the picture's upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A text that is seen, and where. */
export interface PlacedText {
  readonly text: string;
  readonly box: Box;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
  /** Vega's and Vega-Lite's complaints. */
  readonly warnings: readonly string[];
}

/** Lays a chart out and reads from the scene where its texts stand. */
export async function layOut(chart: Chart, locale: Locale): Promise<Picture> {
  const warnings: string[] = [];
  const view = createView(chart, locale, (warning) => warnings.push(warning));
  const svg = await view.toSVG();
  const [width = 0, height = 0] = numbers(/ width="([\d.]+)" height="([\d.]+)"/.exec(svg));
  const [left = 0, top = 0] = numbers(/translate\(([-\d.]+),([-\d.]+)\)/.exec(svg));
  const texts = placedTexts((view.scenegraph() as unknown as { root: SceneNode }).root, left, top);
  view.finalize();
  return { width, height, texts, warnings };
}

function numbers(match: RegExpExecArray | null): number[] {
  return (match ?? []).slice(1).map(Number);
}

type SceneNode = (Scene | SceneItem) & {
  readonly marktype?: string;
  readonly items?: readonly SceneNode[];
};

function placedTexts(node: SceneNode, left: number, top: number): PlacedText[] {
  if (node.marktype === "text") {
    return (node.items ?? []).flatMap((item) => placedText(item as unknown as SceneText, left, top));
  }
  const group = node as Partial<SceneGroup>;
  const isGroup = node.marktype === undefined;
  const x = left + (isGroup ? (group.x ?? 0) : 0);
  const y = top + (isGroup ? (group.y ?? 0) : 0);
  return (node.items ?? []).flatMap((child) => placedTexts(child, x, y));
}

function placedText(item: SceneText, left: number, top: number): PlacedText[] {
  const text = [item.text].flat().join(" ");
  const { x1, y1, x2, y2 } = item.bounds;
  if (text.trim() === "" || item.opacity === 0) return [];
  return [{ text, box: { left: left + x1, top: top + y1, right: left + x2, bottom: top + y2 } }];
}

/** Pairs of texts whose boxes share more than a hair. */
export function overlaps(texts: readonly PlacedText[]): string[] {
  return texts.flatMap((one, i) =>
    texts
      .slice(i + 1)
      .flatMap((other) =>
        share(one.box, other.box) && !isHalo(one, other) ? [`${one.text} | ${other.text}`] : [],
      ),
  );
}

/** A halo is the same text in white below it. */
function isHalo(one: PlacedText, other: PlacedText): boolean {
  return one.text === other.text && Math.abs(one.box.top - other.box.top) < 4;
}

function share(a: Box, b: Box): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 1 && down > 4; // a line's box is higher than its letters
}

/** Texts that reach out of the picture. */
export function cutTexts({ width, height, texts }: Picture): string[] {
  return texts
    .filter(({ box }) => box.left < 0 || box.top < 0 || box.right > width || box.bottom > height)
    .map(({ text }) => text);
}
