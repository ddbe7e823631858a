/** Entry of the pool's threads (`thread-pool.ts`): what would hold up the thread that answers. */
import type { MessagePort } from "node:worker_threads";
import type { DivisionRequest, Divisions } from "../analysis/division/division.ts";
import type { Trained, TrainingRequest } from "../analysis/response/train-against.ts";
import type { Locale } from "../lib/locale.ts";
import type { Chart } from "../contract/reply.ts";

// Each thread does one kind of work, and loads only what that needs.

export async function drawChart(work: {
  readonly chart: Chart;
  readonly locale: Locale;
}): Promise<Uint8Array> {
  const { renderPng } = await import("../charts/render.ts");
  return renderPng(work.chart, work.locale);
}

export async function divideAway(work: {
  readonly request: DivisionRequest;
  /** Takes `[step, done, total]`. */
  readonly port: MessagePort;
}): Promise<Divisions> {
  const { divide } = await import("../analysis/division/divide.ts");
  return divide(work.request, (...step) => work.port.postMessage(step));
}

export async function trainAway(work: {
  readonly request: TrainingRequest;
  /** Takes the share that is done. */
  readonly port: MessagePort;
}): Promise<Trained> {
  const { trainAgainst } = await import("../analysis/response/train-against.ts");
  return trainAgainst(work.request, (share) => work.port.postMessage(share));
}
