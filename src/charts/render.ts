import { Resvg } from "@resvg/resvg-js";
import type { Locale } from "../locale.ts";
import type { Chart } from "../reply.ts";
import { fontFamily, fontFiles } from "./fonts.ts";
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
  const svg = await renderSvg(chart, locale, options);
  const picture = new Resvg(svg, {
    fitTo: { mode: "zoom", value: options.scale ?? 2 },
    font: { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: fontFamily },
  });
  return picture.render().asPng();
}
