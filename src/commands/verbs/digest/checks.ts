import type { Check } from "../../../analysis/shift/findings.ts";
import type { Migration } from "../../../analysis/shift/migration.ts";
import { mcNemar, stuartMaxwell } from "../../../analysis/shift/paired.ts";
import { type Moments, poolMoments } from "../../../analysis/numbers/moments.ts";
import { welch } from "../../../analysis/shift/two-sample.ts";
import { at } from "../../../lib/at.ts";
import type { Settings } from "../../../db/team/settings.ts";
import type { WeeklyMeasure } from "../../../db/moves/weekly-measures.ts";
import type { WeeklyResponse } from "../../../db/moves/weekly-responses.ts";

/** The smallest changes worth a person's attention. */
export interface Floors {
  /** Of a segment's customers, or of its orders. */
  readonly segment: number;
  /** Of all revenue. */
  readonly revenue: number;
}

const usualFloors: Floors = { segment: 0.02, revenue: 0.005 };

/** The team's own floors, or the usual ones. */
export function floorsOf(team: Settings): Floors {
  const own = (name: keyof Floors) => Number(team[`floor:${name}`] ?? usualFloors[name]);
  return { segment: own("segment"), revenue: own("revenue") };
}

/** Did the segments' sizes change? One test of all together, one of each. */
export function sizeChecks({ matrix }: Migration, floor: number): readonly Check[] {
  const total = matrix.flat().reduce((sum, count) => sum + count, 0);
  if (total === 0) return [];
  const each = matrix.map((row, segment): Check => {
    const stayed = at(row, segment);
    const before = row.reduce((sum, count) => sum + count, 0);
    const now = matrix.reduce((sum, other) => sum + at(other, segment), 0);
    const { pValue, net, low, high } = mcNemar(now - stayed, before - stayed, total);
    return {
      kind: "size",
      segment,
      pValue,
      change: net,
      low,
      high,
      effect: net / Math.max(1, before),
      floor,
    };
  });
  const { pValue } = stuartMaxwell(matrix);
  const overall: Check = {
    kind: "overall",
    segment: undefined,
    pValue,
    change: 0,
    low: 0,
    high: 0,
    effect: 0,
    floor,
  };
  return [overall, ...each];
}

/** Did revenue and orders a customer change, in each segment and in all? */
export function measureChecks(
  measures: readonly WeeklyMeasure[],
  segmentIds: readonly number[],
  floors: Floors,
): readonly Check[] {
  const pooled = (what: "revenue" | "orders", week: Week, segment?: number) =>
    poolMoments(measures.filter(isOf(week, idOf(segmentIds, segment))).map((measure) => measure[what]));
  const base = pooled("revenue", "before");
  if (base === undefined) return [];
  const whole = base.mean * base.count;
  return [undefined, ...segmentIds.keys()].flatMap((segment) => {
    const revenue = bothOf(pooled("revenue", "before", segment), pooled("revenue", "now", segment));
    const orders = bothOf(pooled("orders", "before", segment), pooled("orders", "now", segment));
    if (revenue === undefined || orders === undefined) return [];
    const own = orders[0].mean * orders[0].count;
    return [
      meanCheck("revenue", segment, revenue, { whole, floor: floors.revenue }),
      meanCheck("orders", segment, orders, { whole: own, floor: floors.segment }),
    ];
  });
}

/** Did who was asked answer more or less often? Only where somebody was asked in both weeks. */
export function responseChecks(
  answers: readonly WeeklyResponse[],
  segmentIds: readonly number[],
  floor: number,
): readonly Check[] {
  const pooled = (week: Week, segment?: number) =>
    poolMoments(answers.filter(isOf(week, idOf(segmentIds, segment))).map(({ response }) => response));
  return [undefined, ...segmentIds.keys()].flatMap((segment) => {
    const both = bothOf(pooled("before", segment), pooled("now", segment));
    if (both === undefined) return [];
    const [before, now] = both;
    return [meanCheck("response", segment, both, { whole: before.mean * now.count, floor })];
  });
}

type Week = WeeklyMeasure["week"];

function idOf(segmentIds: readonly number[], segment: number | undefined): number | undefined {
  return segment === undefined ? undefined : at(segmentIds, segment);
}

/** What is of a week, and of a segment or of all. */
function isOf(week: Week, id: number | undefined) {
  return (row: { readonly week: Week; readonly segmentId: number }) =>
    row.week === week && (id === undefined || row.segmentId === id);
}

/** Two weeks that can be compared. */
function bothOf(
  before: Moments | undefined,
  now: Moments | undefined,
): readonly [Moments, Moments] | undefined {
  if (before === undefined || now === undefined || before.count < 2 || now.count < 2) return undefined;
  return [before, now];
}

function meanCheck(
  kind: "revenue" | "orders" | "response",
  segment: number | undefined,
  [before, now]: readonly [Moments, Moments],
  { whole, floor }: { readonly whole: number; readonly floor: number },
): Check {
  const { pValue, difference, low, high } = welch(before, now);
  const customers = now.count;
  return {
    kind,
    segment,
    pValue,
    change: difference * customers,
    low: low * customers,
    high: high * customers,
    effect: whole === 0 ? 0 : (difference * customers) / whole,
    floor,
  };
}
