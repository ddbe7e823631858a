import { at } from "../../at.ts";
import type { Segment } from "../../db/segmentations.ts";
import type { Format } from "../../locale.ts";
import { isSmallCell } from "../../privacy.ts";
import type { Reply, Table } from "../../reply.ts";
import { formatPeople, numberedName, titleOf } from "../segment-words.ts";
import { matrixChart, waysText } from "./charts.ts";
import { busiestWays, type Moved, segmentMoves, sum } from "./migration-facts.ts";
import { movesData } from "./reply.ts";
import { says } from "./words.ts";

/** Which moves: from a segment, to one, or both. */
interface Between {
  readonly source: Segment | undefined;
  readonly target: Segment | undefined;
}

/** The moves from one segment, to one, or between two. */
export function someMovesReply(moved: Moved, { source, target }: Between, format: Format): Reply {
  const { locale } = format;
  const some = only(moved, { source, target });
  const shownWays = waysText(some, format);
  const isOneWay = source !== undefined && target !== undefined;
  const headline =
    source === undefined
      ? toHeadline(some, target, format)
      : target === undefined
        ? fromHeadline(moved, source, format)
        : wayHeadline(some, { source, target }, format);
  const words = says[locale];
  return {
    locale,
    outcome: "ok",
    privacy: "totals",
    headline: headline.charAt(0).toLocaleUpperCase(locale) + headline.slice(1), // "under 5 customers …"
    ...(isOneWay
      ? {}
      : {
          paragraphs: mainWay(some, source !== undefined, format),
          table: waysTable(some, moved, format),
          charts:
            shownWays === ""
              ? []
              : [matrixChart(some, { title: headline, altText: words.matrixAltText(shownWays) }, format)],
        }),
    ...(some.migration.matrix.flat().some(isSmallCell) ? { caveat: words.hiddenCells } : {}),
    actions: [{ label: words.whole, line: "moves" }],
    data: movesData(some),
  };
}

/** The same with nobody on the other ways; who stayed stays where the segment is one of those asked for. */
function only(moved: Moved, { source, target }: Between): Moved {
  const isMeant = (from: Segment, to: Segment) =>
    (source === undefined || source.id === from.id) && (target === undefined || target.id === to.id);
  const { segments, migration } = moved;
  const matrix = segments.map((from, i) =>
    segments.map((to, j) => (isMeant(from, to) ? at(at(migration.matrix, i), j) : 0)),
  );
  const joined = segments.map((to, j) =>
    source === undefined && target?.id === to.id ? at(migration.joined, j) : 0,
  );
  const left = segments.map((from, i) =>
    target === undefined && source?.id === from.id ? at(migration.left, i) : 0,
  );
  return { ...moved, migration: { matrix, joined, left } };
}

function fromHeadline(moved: Moved, source: Segment, format: Format): string {
  const index = moved.segments.findIndex(({ id }) => id === source.id);
  const stayed = at(at(moved.migration.matrix, index), index);
  const { before } = at(segmentMoves(moved), index);
  const [stay, all] = [stayed, before].map((count) => formatPeople(count, format));
  return says[format.locale].fromHeadline(
    titleOf(source, format),
    stay ?? "",
    all ?? "",
    format.day(moved.period.from),
  );
}

function toHeadline(some: Moved, target: Segment | undefined, format: Format): string {
  const came = sum(busiestWays(some).map(({ customers }) => customers));
  const name = target === undefined ? "" : titleOf(target, format);
  return says[format.locale].toHeadline(name, formatPeople(came, format), format.day(some.period.from));
}

function wayHeadline(
  some: Moved,
  { source, target }: { readonly source: Segment; readonly target: Segment },
  format: Format,
): string {
  const words = says[format.locale];
  const count = sum(some.migration.matrix.flat());
  const [from, to, since] = [titleOf(source, format), titleOf(target, format), format.day(some.period.from)];
  return count === 0
    ? words.nobodyBetween(from, to, since)
    : words.between(formatPeople(count, format), from, to, since);
}

function mainWay(some: Moved, isFrom: boolean, format: Format): readonly string[] {
  const words = says[format.locale];
  const [way] = busiestWays(some);
  if (way === undefined || isSmallCell(way.customers)) return [];
  const count = format.number(way.customers);
  return [
    isFrom
      ? words.mostWent(titleOf(way.to, format), count)
      : words.mostCame(titleOf(way.from, format), count),
  ];
}

/** One row a way, the busiest first, with its part of the segment it leads from. */
function waysTable(some: Moved, all: Moved, format: Format): Table {
  const words = says[format.locale];
  const before = new Map(segmentMoves(all).map(({ segment, before: size }) => [segment.id, size]));
  return {
    columns: [
      { label: words.segment, align: "left" },
      { label: words.customers, align: "right" },
      { label: words.shareOfSegment, align: "right" },
    ],
    rows: busiestWays(some).map(({ from, to, customers }) => [
      `${numberedName(from, format)} → ${numberedName(to, format)}`,
      formatPeople(customers, format),
      isSmallCell(customers) ? "–" : format.percent(customers / (before.get(from.id) ?? customers)),
    ]),
  };
}
