import { setImmediate } from "node:timers/promises";
import type { Locale } from "../lib/locale.ts";
import type { Chart } from "../contract/reply.ts";
import { rasterize } from "./raster.ts";
import { createView } from "./view.ts";

/** How a picture is drawn; the same chart, locale and scale give the same bytes on every machine. */
export interface DrawOptions {
  /** PNG pixels per picture pixel: 2 (the default) is sharp on a phone. Pictures are 800 pixels wide. */
  readonly scale?: number;
  /** Told what Vega finds odd about the spec or its rows; by default nobody is. */
  readonly onWarning?: (warning: string) => void;
}

/**
 * Draws a chart as SVG. Its texts name the font Inter and are set for its widths.
 *
 * @throws {RangeError} When the chart names no spec, or lacks a word that its spec needs.
 * @throws {Error} When Vega cannot draw it: a defect of the spec or of its rows.
 */
export async function renderSvg(chart: Chart, locale: Locale, options: DrawOptions = {}): Promise<string> {
  const view = createView(chart, locale, options.onWarning);
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** Draws a chart as PNG, with the shipped fonts only; fails as `renderSvg` does. */
export async function renderPng(
  chart: Chart,
  locale: Locale,
  options: DrawOptions = {},
): Promise<Uint8Array> {
  const png = rasterize(await renderSvg(chart, locale, options), options.scale ?? 2);
  // Native memory is given back between two turns of the event loop, and Vega alone never ends one.
  await setImmediate();
  return png;
}
