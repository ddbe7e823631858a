import type { Measurement } from "./measurement.ts";
import type { Verdict } from "./verdict.ts";

const heads = ["row", "ours", "CPU", "peak", "reference", "CPU", "peak", "ratio", "results differ", "aim"];

/** The verdicts as a Markdown table. */
export function table(verdicts: readonly Verdict[]): string {
  const lines = [heads, heads.map(() => "---"), ...verdicts.map(cells)];
  return lines.map((line) => `| ${line.join(" | ")} |`).join("\n");
}

function cells({ name, ours, reference, ratio, difference, aim, missed }: Verdict): string[] {
  const met = missed.length === 0 ? "met" : missed.join("; ");
  return [
    name,
    ...costs(ours),
    ...(reference === undefined ? ["", "", ""] : costs(reference)),
    ratio === undefined ? "" : `${ratio.toPrecision(3)}×`,
    difference === undefined ? "" : `${(100 * difference).toPrecision(2)} %`,
    aim === undefined ? "" : met,
  ];
}

function costs({ seconds, cpuSeconds, peakMegabytes }: Measurement): string[] {
  const show = (value: number) => (value >= 1 ? `${value.toFixed(2)} s` : `${(1_000 * value).toFixed(0)} ms`);
  return [show(seconds), show(cpuSeconds), `${peakMegabytes.toFixed(0)} MB`];
}
