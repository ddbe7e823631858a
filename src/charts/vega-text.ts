import { expressionFunction, textMetrics } from "vega";
import { textWidth } from "./fonts.ts";
import { wrap } from "./wrap.ts";

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
 * Teaches Vega the widths of our fonts (without a canvas it guesses and cuts labels), and the expression
 * `wrap(text, width, size)` for the labels in specs.
 */
export function teachVegaText(): void {
  textMetrics.width = (item, text) =>
    textWidth(String(text ?? ""), { size: item.fontSize ?? defaultSize, weight: item.fontWeight });
  expressionFunction("wrap", (text: string | number | null, width: number, size: number) =>
    wrap(String(text ?? ""), width, { size }),
  );
}
