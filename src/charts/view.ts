import { parse, View } from "vega";
import { compile } from "vega-lite";
import type { Locale } from "../lib/locale.ts";
import type { Chart } from "../contract/reply.ts";
import { createLogger } from "./logger.ts";
import { fillSpec } from "./spec.ts";
import { teachVegaText } from "./vega-text.ts";

teachVegaText();

/** A chart laid out, not yet drawn: the caller draws and finalizes it. */
export function createView(chart: Chart, locale: Locale, onWarning?: (warning: string) => void): View {
  const logger = createLogger(onWarning);
  const { spec } = compile(fillSpec(chart, locale), { logger });
  return new View(parse(spec), { renderer: "none", logger });
}
