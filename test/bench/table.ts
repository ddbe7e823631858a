import type { Measurement } from "./measurement.ts";
import type { Aim } from "./row.ts";
import type { Verdict } from "./verdict.ts";

/** The machine of a run, as it stands above the table. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly gigabytes: number;
  readonly node: string;
  /** ISO 8601. */
  readonly date: string;
}

const heads = ["work", "Segmenta", "reference", "speed", "memory", "aim", "met", "results differ by"];

/** The verdicts of a run as Markdown: a line about the machine, then the table. */
export function report(machine: Machine, verdicts: readonly Verdict[]): string {
  const { processor, cores, gigabytes, node, date } = machine;
  const about = `${date.slice(0, 10)}: ${processor}, ${cores} cores, ${gigabytes} GB, Node ${node.slice(1)}.`;
  const lines = [heads, heads.map(() => "---"), ...verdicts.map(cells)];
  return [about, "", ...lines.map((line) => `| ${line.join(" | ")} |`)].join("\n");
}

function cells({ name, ours, reference, ratio, memoryShare, difference, aim, missed }: Verdict): string[] {
  return [
    name,
    cost(ours),
    reference === undefined ? "–" : cost(reference),
    ratio === undefined ? "–" : `${ratio.toPrecision(3)}×`,
    memoryShare === undefined ? "–" : `${memoryShare.toFixed(2)}×`,
    ...(aim === undefined
      ? ["–", "–"]
      : [aimText(aim), missed.length === 0 ? "yes" : `no: ${missed.join("; ")}`]),
    difference === undefined ? "–" : `${(100 * difference).toPrecision(2)} %`,
  ];
}

function cost({ seconds, peakMegabytes }: Measurement): string {
  const time = seconds >= 1 ? `${seconds.toFixed(2)} s` : `${(1_000 * seconds).toFixed(0)} ms`;
  return `${time}, ${peakMegabytes.toFixed(0)} MB`;
}

/**
 * What a row is held to, for the reader of the table.
 *
 * @example
 * aimText({ ratio: 3, memoryShare: 0.5 }); // => "≥ 3×, ≤ 0.5× the memory"
 */
export function aimText({ ratio, seconds, megabytes, memoryShare, agreement }: Aim): string {
  const parts = [
    ratio === undefined ? "" : `≥ ${ratio}×`,
    seconds === undefined ? "" : `≤ ${Number(seconds.toPrecision(3))} s`,
    megabytes === undefined ? "" : `≤ ${megabytes} MB`,
    memoryShare === undefined ? "" : `≤ ${memoryShare}× the memory`,
    agreement === undefined ? "" : `results within ${Number((100 * agreement).toPrecision(3))} %`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}
