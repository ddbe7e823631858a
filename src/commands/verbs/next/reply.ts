import type { BackTestRow, ExpectedOf, NextPurchases } from "../../../analysis/value/next-purchases.ts";
import { isSmallCell } from "../../../contract/privacy.ts";
import type { Chart, Fact, ReplyBody } from "../../../contract/reply.ts";
import type { Format } from "../../../lib/locale.ts";
import { formatPeople } from "../../speech/segment-words.ts";
import { says } from "./words.ts";

/** A time that is over: what was expected of it from before, and what came. */
export interface Held {
  /** Its first day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly rows: readonly BackTestRow[];
}

/** What is said of the purchases to come. */
export interface NextAnswer {
  readonly days: number;
  readonly expected: NextPurchases;
  readonly held: Held | undefined;
  readonly seesDropOut: boolean;
}

/** Purchases and sales to expect, how well that went last time, who is likely and who is slipping. */
export function nextReply(answer: NextAnswer, format: Format): ReplyBody {
  const { days, expected, held, seesDropOut } = answer;
  const words = says[format.locale];
  const { all, likely, slipping } = expected;
  const sales = all.sales === undefined ? undefined : money(all.sales, format);
  return {
    headline: words.headline(format.number(days), format.number(all.purchases, 0), sales),
    facts: [
      ...likelyFact(likely, format),
      ...(seesDropOut
        ? slippingFact(slipping, format)
        : [{ label: words.slipping, value: words.nobodyStops }]),
      ...heldFact(held, format),
    ],
    ...(held === undefined ? { caveat: words.notTried } : { charts: [heldChart(held, format)] }),
    actions: [
      { label: words.club, line: "club", style: "primary" },
      { label: words.target, line: "target" },
      { label: words.other(format.number(365)), line: "next 365d" },
    ],
    data: nextData(answer),
  };
}

function money(amount: number, format: Format): string {
  return format.money(Math.round(amount * 100));
}

function likelyFact(likely: ExpectedOf, format: Format): readonly Fact[] {
  const words = says[format.locale];
  if (isSmallCell(likely.customers)) return [];
  const value = formatPeople(likely.customers, format);
  return [{ label: words.likely, value, comparison: words.purchases(format.number(likely.purchases, 0)) }];
}

function slippingFact(slipping: ExpectedOf, format: Format): readonly Fact[] {
  const words = says[format.locale];
  if (isSmallCell(slipping.customers)) return [];
  const value = formatPeople(slipping.customers, format);
  const atRisk =
    slipping.sales === undefined ? {} : { comparison: words.atRisk(money(slipping.sales, format)) };
  return [{ label: words.slipping, value, ...atRisk }];
}

function heldFact(held: Held | undefined, format: Format): readonly Fact[] {
  if (held === undefined) return [];
  const words = says[format.locale];
  const { expected, actual } = sumsOf(held);
  return [
    {
      label: words.lastTime(format.day(held.from)),
      value: words.came(format.number(actual, 0)),
      comparison: words.expected(format.number(expected, 0)),
    },
  ];
}

function sumsOf({ rows }: Held): { readonly expected: number; readonly actual: number } {
  const sum = (of: "expected" | "actual") => rows.reduce((total, row) => total + row[of], 0);
  return { expected: sum("expected"), actual: sum("actual") };
}

function heldChart(held: Held, format: Format): Chart {
  const words = says[format.locale];
  const shown = held.rows.filter(({ customers }) => !isSmallCell(customers));
  const rows = shown.map((row) => ({
    category: groupName(row, format),
    segment: row.actual,
    segmentLabel: format.number(row.actual, 0),
    base: row.expected,
    baseLabel: format.number(row.expected, 0),
  }));
  const { expected, actual } = sumsOf(held);
  const title = words.title(format.day(held.from), format.number(expected, 0), format.number(actual, 0));
  const spoken = rows.map(
    ({ category, baseLabel, segmentLabel }) => `${category}: ${baseLabel} / ${segmentLabel}`,
  );
  return {
    spec: "segment-categories",
    rows,
    words: { title, base: words.expectedLegend, segment: words.cameLegend },
    altText: words.altText(title, spoken.join("; ")),
  };
}

function groupName({ from, to }: BackTestRow, format: Format): string {
  const { days } = says[format.locale];
  const [least, most] = [from + 1, to === undefined ? undefined : to + 1];
  if (most === undefined) return days.from(format.number(least));
  return least === most
    ? days.just(least, format.number(least))
    : days.between(format.number(least), format.number(most));
}

function nextData({ days, expected, held, seesDropOut }: NextAnswer): ReplyBody["data"] {
  const part = ({ customers, purchases, sales }: ExpectedOf) =>
    isSmallCell(customers) ? null : { customers, purchases, sales: sales ?? null };
  return {
    days,
    all: part(expected.all),
    likely: part(expected.likely),
    slipping: seesDropOut ? part(expected.slipping) : null,
    seesDropOut,
    heldBack: held === undefined ? null : { from: held.from, ...sumsOf(held) },
  };
}
