import { at } from "../../../lib/at.ts";
import type { Format } from "../../../lib/locale.ts";
import { isSmallCell } from "../../../contract/privacy.ts";
import type { Chart, JsonObject } from "../../../contract/reply.ts";
import { formatPeople, numberedName, titleOf } from "../../speech/segment-words.ts";
import { busiestWays, type Moved, segmentMoves, sum, type MethodRequest } from "./migration-facts.ts";
import { chartSays } from "./chart-words.ts";

/** Numbers that the migration chart gives to those who come from nowhere, and go there. */
const nowhere = { newcomers: 0, leavers: 99 } as const;
/** Ribbons that carry their number. */
const labeled = 3;

/** Who went where, as ribbons; the title is the finding. */
export function migrationChart(moved: Moved, title: string, format: Format): Chart {
  const words = chartSays[format.locale];
  const { from, to } = moved.period;
  const dates = { before: format.day(from), after: format.day(to) };
  return {
    spec: "migration",
    rows: [...ribbons(moved, format), ...nodes(moved, format)],
    words: { title, ...datesAbove(moved, format), better: words.better, worse: words.worse },
    altText: words.altText(dates.before, dates.after, waysText(moved, format)),
  };
}

/** "Jul 6" and "Jul 13": two whole dates do not always fit above the ribbons; the year stands where it changes. */
function datesAbove({ period: { from, to } }: Moved, { locale }: Format): { before: string; after: string } {
  const year = from.slice(0, 4) === to.slice(0, 4) ? {} : ({ year: "2-digit" } as const);
  const days = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", ...year, timeZone: "UTC" });
  return { before: days.format(Date.parse(from)), after: days.format(Date.parse(to)) };
}

/** The busiest ways in words: "96 from Wine lovers (2) to Sleeping (5); …". */
export function waysText(moved: Moved, format: Format): string {
  const shown = busiestWays(moved).filter(({ hidden }) => !hidden);
  return shown
    .slice(0, 5)
    .map(({ from, to, customers }) =>
      chartSays[format.locale].way(format.number(customers), titleOf(from, format), titleOf(to, format)),
    )
    .join("; ");
}

/** Ways that may not be shown are left out; who is left of a segment then stands as one with who stayed. */
function ribbons(moved: Moved, format: Format): JsonObject[] {
  const { segments, migration, hidden } = moved;
  const outside = segments.length;
  const loudest = new Set(
    busiestWays(moved)
      .filter((way) => !way.hidden)
      // The way back crosses in the middle, where the numbers stand: the busier of the two has one.
      .filter((way, place, ways) => !ways.slice(0, place).some((other) => isWayBack(other, way)))
      .slice(0, labeled)
      .map(({ from, to }) => `${from.number}:${to.number}`),
  );
  const between = segments.flatMap((from, i) =>
    segments.map((to, j) => {
      const customers = at(at(migration.matrix, i), j);
      const isLoud = loudest.has(`${from.number}:${to.number}`);
      const label = isLoud ? format.number(customers) : "";
      const isHidden = at(at(hidden, i), j);
      if (i !== j || !isHidden) return { from: from.number, to: to.number, customers, label, isHidden };
      const rest = restOf(moved, i);
      return { from: from.number, to: to.number, customers: rest, label, isHidden: isSmallCell(rest) };
    }),
  );
  const fromOutside = segments.flatMap(({ number }, i) => [
    {
      from: nowhere.newcomers,
      to: number,
      customers: at(migration.joined, i),
      label: "",
      isHidden: at(at(hidden, outside), i),
    },
    {
      from: number,
      to: nowhere.leavers,
      customers: at(migration.left, i),
      label: "",
      isHidden: at(at(hidden, i), outside),
    },
  ]);
  return [...between, ...fromOutside]
    .filter(({ customers, isHidden }) => customers > 0 && !isHidden)
    .map(({ from, to, customers, label }) => ({
      from,
      to,
      customers,
      direction: directionOf({ from, to }),
      ...(label === "" ? {} : { label }),
    }));
}

/**
 * What the sizes of a segment leave when all ways are taken off that are shown: who stayed, and a few of those whose way
 * is not shown. Everybody can work that out, so it tells nothing.
 */
function restOf({ migration: { matrix, joined, left }, hidden }: Moved, segment: number): number {
  const hiddenOf = (counts: readonly number[], isHidden: (other: number) => boolean) =>
    sum(counts.filter((_, other) => isHidden(other)));
  const row = [...at(matrix, segment), at(left, segment)];
  const column = [...matrix.map((counts) => at(counts, segment)), at(joined, segment)];
  return Math.min(
    hiddenOf(row, (other) => at(at(hidden, segment), other)),
    hiddenOf(column, (other) => at(at(hidden, other), segment)),
  );
}

function isWayBack(other: MethodRequest, { from, to }: MethodRequest): boolean {
  return other.from === to && other.to === from;
}

/** Segments are numbered by value: a smaller number is worth more. */
function directionOf({ from, to }: { readonly from: number; readonly to: number }): string {
  if (from === to) return "stayed";
  return to < from || from === nowhere.newcomers ? "better" : "worse";
}

function nodes(moved: Moved, format: Format): JsonObject[] {
  const words = chartSays[format.locale];
  const { joined, left } = moved.migration;
  const [came, went] = [sum(joined), sum(left)];
  const shown = (customers: number) => customers > 0 && !isSmallCell(customers);
  const inside = segmentMoves(moved).map(({ segment, before, now }) => ({
    node: segment.number,
    before: `${numberedName(segment, format)}: ${formatPeople(before, format)}`,
    after: `${segment.number}: ${formatPeople(now, format)}${signed(now - before, format)}`,
  }));
  return [
    ...(shown(came)
      ? [{ node: nowhere.newcomers, before: words.newcomersNode(format.number(came)), after: "" }]
      : []),
    ...inside,
    ...(shown(went)
      ? [{ node: nowhere.leavers, before: "", after: words.leaversNode(format.number(went)) }]
      : []),
  ];
}

/** " (+10)", with a true minus; nothing where nothing changed. */
function signed(change: number, format: Format): string {
  return change === 0 ? "" : ` (${signedNumber(change, format)})`;
}

/** A change with its sign: "+10", "−86". */
export function signedNumber(change: number, format: Format): string {
  const size = format.number(Math.abs(change));
  if (change === 0) return size;
  return `${change > 0 ? "+" : "−"}${size}`;
}

/** The migration matrix, or some rows and columns of it; cells too small to be shown are empty. */
export function matrixChart(moved: Moved, title: string, format: Format): Chart {
  const words = chartSays[format.locale];
  const { segments, migration, hidden } = moved;
  const rows = segments.flatMap((from, i) => {
    const whole = sum(at(migration.matrix, i));
    return segments.map((to, j) => {
      const customers = at(at(migration.matrix, i), j);
      const isHidden = at(at(hidden, i), j);
      return {
        from: from.number,
        to: to.number,
        name: numberedName(from, format),
        customers: isHidden ? 0 : customers,
        share: isHidden || whole === 0 ? 0 : customers / whole,
        label: isHidden ? hiddenLabel(customers) : format.number(customers),
        stayed: i === j,
      };
    });
  });
  const altText = words.matrixAltText(waysText(moved, format));
  return { spec: "migration-matrix", rows, words: { title, to: words.toSegment }, altText };
}

function hiddenLabel(customers: number): string {
  return isSmallCell(customers) ? "<5" : "–";
}
