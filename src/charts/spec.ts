import { readFileSync } from "node:fs";
import type { Config, TopLevelSpec } from "vega-lite";
import type { Locale } from "../lib/locale.ts";
import { packageFile } from "../lib/package-files.ts";
import type { Chart } from "../contract/reply.ts";
import { drawable, type Font } from "./fonts.ts";
import { chartLocale } from "./number-locale.ts";
import { wrap } from "./wrap.ts";

/**
 * The Vega-Lite spec of a chart, complete: `charts/<spec>.vl.json` with its rows, words and theme.
 *
 * A word stands in the spec as a string of its own, `"{segment}"`, so that a spec is valid Vega-Lite as it is;
 * `"{title:752}"` says that there is room for 752 pixels, beyond which the word goes on in a second line.
 *
 * @throws {RangeError} When there is no such spec, or a word that it names is missing.
 */
export function fillSpec(chart: Chart, locale: Locale): TopLevelSpec {
  const theme = readTheme();
  const spec = fillWords(readSpec(chart.spec), chart.words, theme) as TopLevelSpec;
  const config = { ...theme, locale: chartLocale(locale) } as Config;
  return { ...spec, config, datasets: { rows: chart.rows.map(drawableRow) } };
}

function readSpec(name: string): unknown {
  if (!/^[a-z-]+$/.test(name)) throw new RangeError(`no chart is named ${JSON.stringify(name)}`);
  return readJson(`charts/${name}.vl.json`);
}

interface Theme {
  readonly title: {
    readonly fontSize: number;
    readonly fontWeight: number;
    readonly subtitleFontSize: number;
  };
  readonly axis: { readonly titleFontSize: number };
}

function readTheme(): Theme {
  return readJson("charts/theme.json") as Theme;
}

const texts = new Map<string, string>();

/** Parsed anew each time: Vega-Lite is handed an object that nobody else holds. */
function readJson(path: string): unknown {
  const text = texts.get(path) ?? readFileSync(packageFile(path), "utf8");
  texts.set(path, text);
  return JSON.parse(text);
}

/** The spec with every `"{name}"` replaced by the lines of that word. */
function fillWords(value: unknown, words: Chart["words"], theme: Theme): unknown {
  if (typeof value === "string") return fillWord(value, words, theme);
  if (Array.isArray(value)) return value.map((item) => fillWords(item, words, theme));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillWords(item, words, theme)]));
}

function fillWord(value: string, words: Chart["words"], theme: Theme): string | readonly string[] {
  const [, name, width] = /^\{(\w+)(?::(\d+))?\}$/.exec(value) ?? [];
  if (name === undefined) return value;
  const word = words[name];
  if (word === undefined) throw new RangeError(`the chart has no word named ${name}`);
  if (width === undefined) return drawable(word);
  const lines = wrap(drawable(word), Number(width), wordFont(name, theme));
  return lines.length > 1 ? lines : lines.join("");
}

function wordFont(name: string, theme: Theme): Font {
  if (name === "title") return { size: theme.title.fontSize, weight: theme.title.fontWeight };
  if (name === "subtitle") return { size: theme.title.subtitleFontSize };
  return { size: theme.axis.titleFontSize, weight: theme.title.fontWeight };
}

/** A copy (Vega marks the rows it is given) in which every text can be drawn. */
function drawableRow(row: Chart["rows"][number]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === "string" ? drawable(value) : value]),
  );
}
