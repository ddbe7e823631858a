import type { Outlook } from "../../../analysis/shift/outlook.ts";
import { at } from "../../../lib/at.ts";
import type { ActiveSegmentation } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import { isSmallCell } from "../../../contract/privacy.ts";
import type { Fact, JsonObject, ReplyBody, Table } from "../../../contract/reply.ts";
import {
  briefTitleOf,
  formatPeople,
  formatShown,
  numberedName,
  titleOf,
} from "../../speech/segment-words.ts";
import type { Ahead } from "./ahead.ts";
import { matrixChart, migrationChart, signedNumber, waysText } from "./charts.ts";
import { chartSays } from "./chart-words.ts";
import { busiestWays, type Moved, segmentMoves, type SegmentMoves, sum } from "./migration-facts.ts";
import { linesText, type Split, splitFacts } from "./split.ts";
import { says } from "./words.ts";

/** Everybody's moves between two days. */
export function movesReply(
  moved: Moved,
  { split, ahead }: { readonly split: Split; readonly ahead: Ahead | undefined },
  format: Format,
): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const headline = movesHeadline(moved, format);
  const shownWays = waysText(moved, format);
  const changed = changedText(moved, format);
  const onChart = chartSays[locale];
  const matrixTitle = changed === undefined ? onChart.matrixOnly : onChart.matrixTitle(changed);
  return {
    headline,
    facts: [...movesFacts(moved, format), ...splitFacts(split, format)],
    paragraphs: [
      ...(split.movers === 0 ? [] : [linesText(split, moved.period.from, format)]),
      ...(ahead === undefined ? [] : [words.ahead(format.number(ahead.weeks))]),
    ],
    table: movesTable(moved, ahead, format),
    charts:
      shownWays === ""
        ? []
        : [migrationChart(moved, headline, format), matrixChart(moved, matrixTitle, format)],
    ...(moved.hidden.flat().includes(true) ? { caveat: words.hiddenCells } : {}),
    actions: nextSteps(moved, format),
    data: {
      ...movesData(moved),
      split: { customers: split.customers, lines: split.lines, redrawn: split.redrawn ?? null },
      outlook:
        ahead === undefined ? null : ahead.sizes.map(({ expected, low, high }) => ({ expected, low, high })),
    },
  };
}

/** The busiest way in one sentence. */
function movesHeadline(moved: Moved, format: Format): string {
  const words = says[format.locale];
  const since = format.day(moved.period.from);
  const ways = busiestWays(moved);
  const way = ways.find(({ hidden }) => !hidden);
  if (ways.length === 0) return words.nobodyMoved(since);
  if (way === undefined) {
    const areFew = ways.every(({ customers }) => isSmallCell(customers));
    return areFew ? words.fewMoved(since) : words.hiddenMoved(since);
  }
  const [from, to] = [titleOf(way.from, format), titleOf(way.to, format)];
  return words.headline({ count: format.number(way.customers), from, to, since });
}

function movesFacts(moved: Moved, format: Format): readonly Fact[] {
  const words = says[format.locale];
  const all = segmentMoves(moved);
  const { joined, left } = moved.migration;
  const before = sum(all.map((one) => one.before));
  const changed = changedText(moved, format);
  const share = sum(all.map(({ went }) => went)) / before;
  const shown = all.filter(({ hidden }) => !hidden.came && !hidden.went);
  const ranked = [...shown].sort((a, b) => netOf(b) - netOf(a));
  const net = (label: string, one: SegmentMoves | undefined, sign: number): readonly Fact[] =>
    one === undefined || netOf(one) * sign <= 0 || isSmallCell(Math.abs(netOf(one)))
      ? []
      : [{ label, value: titleOf(one.segment, format), comparison: signedNumber(netOf(one), format) }];
  const people = (label: string, count: number): readonly Fact[] =>
    count === 0 ? [] : [{ label, value: formatPeople(count, format) }];
  return [
    ...(changed === undefined || before === 0
      ? []
      : [
          {
            label: words.changed,
            value: changed,
            comparison: words.ofThem(format.percent(share), format.number(before)),
          },
        ]),
    ...net(words.gainedMost, ranked[0], 1),
    ...net(words.lostMost, ranked.at(-1), -1),
    ...people(words.newcomers, sum(joined)),
    ...people(words.leavers, sum(left)),
  ];
}

/** How many changed segment; undefined where that would give a hidden number of those who stayed away. */
function changedText(moved: Moved, format: Format): string | undefined {
  const changed = sum(segmentMoves(moved).map(({ went }) => went));
  const isHidden = moved.segments.some((_, i) => at(at(moved.hidden, i), i));
  return isHidden || isSmallCell(changed) ? undefined : format.number(changed);
}

/** By moves alone, without newcomers and leavers. */
function netOf({ came, went }: SegmentMoves): number {
  return came - went;
}

function movesTable(moved: Moved, ahead: Ahead | undefined, format: Format): Table {
  const words = says[format.locale];
  const hasLeavers = sum(moved.migration.left) > 0;
  const right = (label: string) => ({ label, align: "right" as const });
  const people = ({ hidden, ...one }: SegmentMoves, name: keyof typeof hidden) =>
    formatShown(one[name], hidden[name], format);
  return {
    columns: [
      { label: words.segment, align: "left" },
      ...[words.before, words.came, words.went, words.joined].map(right),
      ...(hasLeavers ? [right(words.left)] : []),
      right(words.now),
      ...(ahead === undefined ? [] : [right(words.inWeeks(format.number(ahead.weeks)))]),
    ],
    rows: segmentMoves(moved).map((one, i) => [
      numberedName(one.segment, format),
      formatPeople(one.before, format),
      people(one, "came"),
      people(one, "went"),
      people(one, "joined"),
      ...(hasLeavers ? [people(one, "left")] : []),
      formatPeople(one.now, format),
      ...(ahead === undefined ? [] : [aheadText(at(ahead.sizes, i), format)]),
    ]),
  };
}

/** "1,020 (980–1,060)"; small sizes are not told. */
function aheadText({ expected, low, high }: Outlook, format: Format): string {
  const [size, from, to] = [expected, low, high].map((value) => format.number(Math.round(value)));
  return isSmallCell(Math.round(low)) ? "–" : `${size} (${from}–${to})`;
}

function nextSteps(moved: Moved, format: Format): NonNullable<ReplyBody["actions"]> {
  const words = says[format.locale];
  const ways = busiestWays(moved);
  const way = ways.find(({ hidden }) => !hidden);
  if (ways.length === 0) return [];
  const { from } = moved.period;
  return [
    ...(way === undefined
      ? []
      : [
          {
            label: words.whereFrom(briefTitleOf(way.from, format)),
            line: `moves from ${way.from.number} since ${from}`,
          },
        ]),
    { label: words.export, line: `export movers since ${from}` },
    { label: words.weekly, line: "digest weekly mon 9:00" },
  ];
}

/** Counts that are not shown are null. */
export function movesData({ segments, period, migration, hidden }: Moved): JsonObject {
  const { matrix, joined, left } = migration;
  const outside = segments.length;
  const shown = (count: number, from: number, to: number) => (at(at(hidden, from), to) ? null : count);
  return {
    from: period.from,
    to: period.to,
    segments: segments.map(({ number }) => number),
    matrix: matrix.map((row, i) => row.map((count, j) => shown(count, i, j))),
    joined: joined.map((count, i) => shown(count, outside, i)),
    left: left.map((count, i) => shown(count, i, outside)),
  };
}

/** Before a second day there is nothing to compare. */
export function noHistoryReply(active: ActiveSegmentation, split: Split, format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  return {
    headline: words.noHistory(format.day(active.asOf)),
    facts: splitFacts(split, format),
    paragraphs: [...(split.movers === 0 ? [] : [linesText(split, active.asOf, format)]), words.noHistoryWhy],
    data: { to: active.asOf },
  };
}
