import type { Measurement } from "./measurement.ts";
import type { Aim, Row } from "./row.ts";
import type { Rounds } from "./run.ts";

/** What a row came to: medians over its rounds. */
export interface Verdict {
  readonly name: string;
  readonly rounds: number;
  readonly ours: Measurement;
  readonly reference: Measurement | undefined;
  /** Reference's seconds / ours, the median of the rounds' own ratios: noise hits both of a round alike. */
  readonly ratio: number | undefined;
  /** Our peak memory / the reference's. */
  readonly memoryShare: number | undefined;
  /** (Our result - the reference's) / the reference's. */
  readonly difference: number | undefined;
  readonly aim: Aim | undefined;
  /** The measured figure of each aim that was missed. */
  readonly missed: readonly string[];
}

/** Medians of a row's rounds, held against its aims. */
export function judge(row: Row, { ours, reference }: Rounds): Verdict {
  const own = medians(ours);
  const other = reference && medians(reference);
  const ratio = reference && median(ours.map((round, i) => (reference[i]?.seconds ?? NaN) / round.seconds));
  const compared = other?.result === 0 ? undefined : other; // 0 says that there is nothing to compare
  const difference = compared && (own.result - compared.result) / Math.abs(compared.result);
  const memoryShare = other && own.peakMegabytes / other.peakMegabytes;
  const measured = { ratio, memoryShare, difference };
  const verdict = { name: row.name, rounds: ours.length, ours: own, reference: other, ...measured };
  return { ...verdict, aim: row.aim, missed: row.aim === undefined ? [] : misses(row.aim, verdict) };
}

function misses(
  aim: Aim,
  { ours, ratio, memoryShare, difference }: Omit<Verdict, "aim" | "missed">,
): string[] {
  const told = [
    over(aim.seconds, ours.seconds, " s"),
    over(aim.megabytes, ours.peakMegabytes, " MB"),
    over(aim.memoryShare, memoryShare, "× the memory"),
    over(aim.agreement && 100 * aim.agreement, difference && 100 * Math.abs(difference), " % apart"),
    aim.ratio !== undefined && ratio !== undefined && ratio < aim.ratio
      ? `${ratio.toPrecision(3)}×`
      : undefined,
  ];
  return told.filter((sentence) => sentence !== undefined);
}

function over(most: number | undefined, value: number | undefined, unit: string): string | undefined {
  if (most === undefined || value === undefined || value <= most) return undefined;
  return `${Number(value.toPrecision(3))}${unit}`;
}

function medians(rounds: readonly Measurement[]): Measurement {
  const of = (pick: (round: Measurement) => number) => median(rounds.map(pick));
  return {
    seconds: of((round) => round.seconds),
    cpuSeconds: of((round) => round.cpuSeconds),
    peakMegabytes: of((round) => round.peakMegabytes),
    result: of((round) => round.result),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
