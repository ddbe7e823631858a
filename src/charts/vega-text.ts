import { expressionFunction, textMetrics } from "vega";
import { textWidth } from "./fonts.ts";
import { twoLines, wrap } from "./wrap.ts";

declare module "vega" {
  /** How Vega measures texts; exported and meant to be replaced, but missing in its typings. */
  export const textMetrics: {
    width: (item: TextItem, text: string | number | null | undefined) => number;
  };
}

/** The part of a scenegraph's text item that decides how wide it is. */
interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
}

/** Vega's own default, where an item names no size. */
const defaultSize = 11;

/**
 * Teaches Vega the widths of our fonts (without a canvas it guesses and cuts labels), and two expressions for
 * the labels in specs: `wrap(text, width, size)` and `twoLines(text, width, size)`.
 */
export function teachVegaText(): void {
  textMetrics.width = (item, text) =>
    textWidth(String(text ?? ""), { size: item.fontSize ?? defaultSize, weight: item.fontWeight });
  expressionFunction("wrap", (text: Word, width: number, size: number) =>
    wrap(String(text ?? ""), width, { size }),
  );
  expressionFunction("twoLines", (text: Word, width: number, size: number) =>
    twoLines(String(text ?? ""), width, { size }),
  );
}

/** A cell of a row, where a text is expected. */
type Word = string | number | null | undefined;
