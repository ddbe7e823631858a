import type { ActiveSegmentation } from "../../db/segmentations.ts";
import type { Format } from "../../locale.ts";
import { isSmallCell } from "../../privacy.ts";
import type { Fact, JsonObject, Reply, Table } from "../../reply.ts";
import { formatPeople, numberedName, titleOf } from "../segment-words.ts";
import { matrixChart, migrationChart, signedNumber, waysText } from "./charts.ts";
import { busiestWays, type Moved, segmentMoves, type SegmentMoves, sum } from "./migration-facts.ts";
import { says } from "./words.ts";

/** Everybody's moves between two days. */
export function movesReply(moved: Moved, format: Format): Reply {
  const { locale } = format;
  const words = says[locale];
  const headline = movesHeadline(moved, format);
  const changed = sum(busiestWays(moved).map(({ customers }) => customers));
  const shownWays = waysText(moved, format);
  const matrixTitle = words.matrixTitle(formatPeople(changed, format));
  return {
    locale,
    outcome: "ok",
    privacy: "totals",
    headline,
    facts: movesFacts(moved, format),
    paragraphs: changed === 0 ? [] : [words.sameLines(format.day(moved.period.from))],
    table: movesTable(moved, format),
    charts:
      shownWays === ""
        ? []
        : [
            migrationChart(moved, headline, format),
            matrixChart(moved, { title: matrixTitle, altText: words.matrixAltText(shownWays) }, format),
          ],
    ...(hasHiddenCells(moved) ? { caveat: words.hiddenCells } : {}),
    actions: nextSteps(moved, format),
    data: movesData(moved),
  };
}

/** The busiest way in one sentence. */
function movesHeadline(moved: Moved, format: Format): string {
  const words = says[format.locale];
  const since = format.day(moved.period.from);
  const [way] = busiestWays(moved);
  if (way === undefined) return words.nobodyMoved(since);
  if (isSmallCell(way.customers)) return words.fewMoved(since);
  const [from, to] = [titleOf(way.from, format), titleOf(way.to, format)];
  return words.headline({ count: format.number(way.customers), from, to, since });
}

function movesFacts(moved: Moved, format: Format): readonly Fact[] {
  const words = says[format.locale];
  const all = segmentMoves(moved);
  const { joined, left } = moved.migration;
  const before = sum(all.map((one) => one.before));
  const changed = sum(all.map(({ went }) => went));
  const ranked = [...all].sort((a, b) => netOf(b) - netOf(a));
  const net = (label: string, one: SegmentMoves | undefined, sign: number): readonly Fact[] =>
    one === undefined || netOf(one) * sign <= 0 || isSmallCell(Math.abs(netOf(one)))
      ? []
      : [{ label, value: titleOf(one.segment, format), comparison: signedNumber(netOf(one), format) }];
  const people = (label: string, count: number): readonly Fact[] =>
    count === 0 ? [] : [{ label, value: formatPeople(count, format) }];
  return [
    {
      label: words.changed,
      value: formatPeople(changed, format),
      ...(isSmallCell(changed) || before === 0
        ? {}
        : { comparison: words.ofThem(format.percent(changed / before), format.number(before)) }),
    },
    ...net(words.gainedMost, ranked[0], 1),
    ...net(words.lostMost, ranked.at(-1), -1),
    ...people(words.newcomers, sum(joined)),
    ...people(words.leavers, sum(left)),
  ];
}

/** By moves alone, without newcomers and leavers. */
function netOf({ came, went }: SegmentMoves): number {
  return came - went;
}

function movesTable(moved: Moved, format: Format): Table {
  const words = says[format.locale];
  const hasLeavers = sum(moved.migration.left) > 0;
  const right = (label: string) => ({ label, align: "right" as const });
  const left = hasLeavers ? [right(words.left)] : [];
  return {
    columns: [
      { label: words.segment, align: "left" },
      ...[words.before, words.came, words.went, words.joined].map(right),
      ...left,
      right(words.now),
    ],
    rows: segmentMoves(moved).map((one) => [
      numberedName(one.segment, format),
      ...[one.before, one.came, one.went, one.joined, ...(hasLeavers ? [one.left] : []), one.now].map(
        (count) => formatPeople(count, format),
      ),
    ]),
  };
}

function hasHiddenCells({ migration: { matrix, joined, left } }: Moved): boolean {
  return [...matrix.flat(), ...joined, ...left].some(isSmallCell);
}

function nextSteps(moved: Moved, format: Format): NonNullable<Reply["actions"]> {
  const words = says[format.locale];
  const [way] = busiestWays(moved);
  if (way === undefined) return [];
  return [{ label: words.whereFrom(titleOf(way.from, format)), line: `moves from ${way.from.number}` }];
}

/** Counts that are too small to be shown are null. */
export function movesData({ segments, period, migration: { matrix, joined, left } }: Moved): JsonObject {
  const shown = (customers: number) => (isSmallCell(customers) ? null : customers);
  return {
    from: period.from,
    to: period.to,
    segments: segments.map(({ number }) => number),
    matrix: matrix.map((row) => row.map(shown)),
    joined: joined.map(shown),
    left: left.map(shown),
  };
}

/** Before a second day there is nothing to compare. */
export function noHistoryReply(active: ActiveSegmentation, format: Format): Reply {
  const { locale } = format;
  const words = says[locale];
  return {
    locale,
    outcome: "ok",
    privacy: "totals",
    headline: words.noHistory(format.day(active.asOf)),
    paragraphs: [words.noHistoryWhy],
    data: { to: active.asOf },
  };
}
