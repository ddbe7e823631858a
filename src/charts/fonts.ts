import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type GlyphWidths, readGlyphWidths } from "./true-type.ts";

const packages = createRequire(import.meta.url);

/** The two weights that the theme uses. Files of the package, so that every machine draws the same picture. */
const files = {
  regular: packages.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
  bold: packages.resolve("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf"),
};

export const fontFamily = "Inter";
export const fontFiles: readonly string[] = Object.values(files);

/** A text's size in pixels and its weight; from 600 on it is drawn with the bold file. */
export interface Font {
  readonly size: number;
  readonly weight?: number | string | undefined;
}

const widths = { regular: readWidths(files.regular), bold: readWidths(files.bold) };

/** The width of one line of text in pixels. */
export function textWidth(text: string, font: Font): number {
  const isBold = font.weight === "bold" || Number(font.weight) >= 600;
  return (isBold ? widths.bold : widths.regular).widthOf(text) * font.size;
}

/** Leaves out what the font cannot draw (emoji, other scripts): it would appear as an empty box. */
export function drawable(text: string): string {
  const kept = Array.from(text).filter((character) => widths.regular.has(character));
  return kept.length === text.length ? text : kept.join("").replace(/ {2,}/g, " ").trim();
}

function readWidths(path: string): GlyphWidths {
  const bytes = readFileSync(path);
  return readGlyphWidths(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
