import { at } from "../../../lib/at.ts";
import type { Segment } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import { isSmallCell } from "../../../contract/privacy.ts";
import type { ReplyBody, Table } from "../../../contract/reply.ts";
import { formatPeople, formatShown, numberedName, titleOf } from "../../speech/segment-words.ts";
import { matrixChart, waysText } from "./charts.ts";
import { busiestWays, type Moved, segmentMoves } from "./migration-facts.ts";
import { movesData } from "./reply.ts";
import { someSays } from "./some-words.ts";
import { says } from "./words.ts";

/** Which moves: from a segment, to one, or both. */
interface Between {
  readonly source: Segment | undefined;
  readonly target: Segment | undefined;
}

/** The moves from one segment, to one, or between two. */
export function someMovesReply(moved: Moved, { source, target }: Between, format: Format): ReplyBody {
  const { locale } = format;
  const some = only(moved, { source, target });
  const isOneWay = source !== undefined && target !== undefined;
  const headline = headlineOf(moved, { source, target }, format);
  const words = says[locale];
  return {
    headline: headline.charAt(0).toLocaleUpperCase(locale) + headline.slice(1), // "under 5 customers …"
    ...(isOneWay
      ? {}
      : {
          paragraphs: mainWay(some, source !== undefined, format),
          table: waysTable(some, moved, format),
          charts: waysText(some, format) === "" ? [] : [matrixChart(some, headline, format)],
        }),
    ...(some.hidden.flat().includes(true) ? { caveat: words.hiddenCells } : {}),
    actions: [
      { label: words.export, line: exportLine(moved, { source, target }) },
      { label: someSays[locale].whole, line: `moves since ${moved.period.from}` },
    ],
    data: movesData(some),
  };
}

function exportLine({ period }: Moved, { source, target }: Between): string {
  const from = source === undefined ? "" : ` from ${source.number}`;
  const to = target === undefined ? "" : ` to ${target.number}`;
  return `export movers${from}${to} since ${period.from}`;
}

function headlineOf(moved: Moved, { source, target }: Between, format: Format): string {
  if (source === undefined) return target === undefined ? "" : toHeadline(moved, target, format);
  return target === undefined
    ? fromHeadline(moved, source, format)
    : wayHeadline(moved, { source, target }, format);
}

/** The same with nobody on the other ways; who stayed stays where the segment is one of those asked for. */
function only(moved: Moved, { source, target }: Between): Moved {
  const { segments, migration } = moved;
  const outside = segments.length;
  const isMeant = (from: number, to: number) =>
    (source === undefined || segments[from]?.id === source.id) &&
    (target === undefined || segments[to]?.id === target.id);
  return {
    ...moved,
    migration: {
      matrix: migration.matrix.map((row, i) => row.map((count, j) => (isMeant(i, j) ? count : 0))),
      joined: migration.joined.map((count, j) => (isMeant(outside, j) ? count : 0)),
      left: migration.left.map((count, i) => (isMeant(i, outside) ? count : 0)),
    },
    hidden: moved.hidden.map((row, i) => row.map((isHidden, j) => isHidden && isMeant(i, j))),
  };
}

function fromHeadline(moved: Moved, source: Segment, format: Format): string {
  const words = someSays[format.locale];
  const index = moved.segments.findIndex(({ id }) => id === source.id);
  const since = format.day(moved.period.from);
  if (at(at(moved.hidden, index), index)) return words.fromHidden(titleOf(source, format), since);
  const stayed = at(at(moved.migration.matrix, index), index);
  const { before } = at(segmentMoves(moved), index);
  const [stay, all] = [stayed, before].map((count) => formatPeople(count, format));
  return words.fromHeadline(titleOf(source, format), stay ?? "", all ?? "", since);
}

function toHeadline(moved: Moved, target: Segment, format: Format): string {
  const words = someSays[format.locale];
  const index = moved.segments.findIndex(({ id }) => id === target.id);
  const { came, hidden } = at(segmentMoves(moved), index);
  const [name, since] = [titleOf(target, format), format.day(moved.period.from)];
  if (hidden.came && !isSmallCell(came)) return words.toHidden(name, since);
  return words.toHeadline(name, formatPeople(came, format), since);
}

function wayHeadline(
  moved: Moved,
  { source, target }: { readonly source: Segment; readonly target: Segment },
  format: Format,
): string {
  const words = someSays[format.locale];
  const way = busiestWays(moved).find(({ from, to }) => from.id === source.id && to.id === target.id);
  const [from, to, since] = [titleOf(source, format), titleOf(target, format), format.day(moved.period.from)];
  const place = ({ id }: Segment) => moved.segments.findIndex((segment) => segment.id === id);
  // A nobody that is hidden would give away a few on another way, so it is not said.
  const isHidden = at(at(moved.hidden, place(source)), place(target));
  if (isHidden && !isSmallCell(way?.customers ?? 0)) return words.betweenHidden(from, to, since);
  if (way === undefined) return words.nobodyBetween(from, to, since);
  return words.between(formatPeople(way.customers, format), from, to, since);
}

function mainWay(some: Moved, isFrom: boolean, format: Format): readonly string[] {
  const words = someSays[format.locale];
  const [way] = busiestWays(some);
  if (way === undefined || way.hidden) return [];
  const count = format.number(way.customers);
  return [
    isFrom
      ? words.mostWent(titleOf(way.to, format), count)
      : words.mostCame(titleOf(way.from, format), count),
  ];
}

/** One row a way, the busiest first, with its part of the segment it leads from. */
function waysTable(some: Moved, all: Moved, format: Format): Table {
  const words = someSays[format.locale];
  const before = new Map(segmentMoves(all).map(({ segment, before: size }) => [segment.id, size]));
  return {
    columns: [
      { label: says[format.locale].segment, align: "left" },
      { label: words.customers, align: "right" },
      { label: words.shareOfSegment, align: "right" },
    ],
    rows: busiestWays(some).map(({ from, to, customers, hidden }) => [
      `${numberedName(from, format)} → ${numberedName(to, format)}`,
      formatShown(customers, hidden, format),
      hidden ? "–" : format.percent(customers / (before.get(from.id) ?? customers)),
    ]),
  };
}
