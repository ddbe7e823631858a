/** Entry of the pool's thread (`pool.ts`): what would hold up the thread that answers. */
import { renderPng } from "./charts/render.ts";
import type { Locale } from "./locale.ts";
import type { Chart } from "./reply.ts";

export function drawChart(work: { readonly chart: Chart; readonly locale: Locale }): Promise<Uint8Array> {
  return renderPng(work.chart, work.locale);
}
