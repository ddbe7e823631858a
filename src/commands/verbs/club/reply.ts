import type { Feature } from "../../../analysis/features/feature.ts";
import type { Border } from "../../../analysis/segments/border.ts";
import type { ClubCounts, ClubSums } from "../../../db/segmentations/club.ts";
import type { ActiveSegmentation, Segment } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import { isSmallCell } from "../../../contract/privacy.ts";
import type { Chart, ReplyBody, Table } from "../../../contract/reply.ts";
import { decapitalize, formatValue } from "../../speech/comparison.ts";
import { ruleLines } from "../profile/playbook-text.ts";
import { nameOf } from "../../grammar/segment-reader.ts";
import { formatPeople, titleOf } from "../../speech/segment-words.ts";
import { says } from "./words.ts";

/** A member who has not ordered for so long may be about to leave. */
export const silentDays = 90;

/** Who was in the segment four weeks ago, and how many of them no longer are. */
export interface Leavers {
  readonly were: number;
  readonly left: number;
}

/** Everything a club's card tells. */
export interface Club {
  readonly active: ActiveSegmentation;
  readonly segment: Segment;
  readonly value: Feature;
  readonly counts: ClubCounts;
  readonly border: Border;
  readonly leavers: Leavers | undefined;
  /** Whether somebody asked for a size: then the club is those with the highest value. */
  readonly chosen: boolean;
}

/** The club as a segment and by value, side by side, with the line between in and out. */
export function clubReply(club: Club, format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const { active, segment, counts, chosen } = club;
  const main = chosen ? counts.byValue : counts.segment;
  const parts = {
    customers: format.number(main.customers),
    share: format.percent(main.customers / counts.everybody.customers),
    sales: format.percent(salesShare(main, counts)),
  };
  return {
    headline: chosen ? words.byValue(parts) : words.bySegment(titleOf(segment, format), parts),
    table: clubTable(club, format),
    paragraphs: [
      words.common(
        formatPeople(counts.common, format),
        format.percent(counts.common / Math.max(1, counts.segment.customers), 0),
      ),
      ...(chosen ? [] : ruleLines(active, segment, format)),
      ...borderLines(club, format),
      ...leaverLines(club, format),
    ],
    charts: [clubChart(club, format)],
    actions: [
      { label: words.export, line: `export ${segment.number}`, style: "primary" },
      { label: words.profile(nameOf(segment, locale)), line: `profile ${segment.number}` },
      { label: words.other, line: "club 10%" },
    ],
    data: clubData(club),
  };
}

function salesShare({ value }: ClubSums, { everybody }: ClubCounts): number {
  return everybody.value > 0 ? value / everybody.value : 0;
}

/** The lines of the table and of the chart: what there is to count, and how. */
function measures({ counts }: Club, format: Format) {
  const words = says[format.locale];
  const all = counts.everybody;
  const share = (of: keyof ClubSums) => (sums: ClubSums) => sums[of] / all[of];
  const list = [
    { label: words.sales, of: "value" },
    { label: words.orders, of: "orders" },
    { label: words.items, of: "items" },
  ] as const;
  return list.filter(({ of }) => all[of] > 0).map(({ label, of }) => ({ label, share: share(of) }));
}

function clubTable(club: Club, format: Format): Table {
  const { counts, segment } = club;
  const words = says[format.locale];
  const shown = measures(club, format);
  const row = (name: string, sums: ClubSums) => [
    name,
    `${formatPeople(sums.customers, format)} (${format.percent(sums.customers / counts.everybody.customers)})`,
    ...shown.map(({ share }) => (isSmallCell(sums.customers) ? "–" : format.percent(share(sums)))),
  ];
  const { tenth } = counts;
  const isNews = tenth.customers !== counts.byValue.customers && !isSmallCell(tenth.customers);
  return {
    columns: [
      { label: words.club, align: "left" },
      { label: words.customers, align: "right" },
      ...shown.map(({ label }) => ({ label, align: "right" }) as const),
    ],
    rows: [
      row(titleOf(segment, format), counts.segment),
      row(words.bestByValue(format.number(counts.byValue.customers)), counts.byValue),
      ...(isNews ? [row(words.tenth, tenth)] : []),
    ],
  };
}

/** Entry and exit in plain numbers, who is just below, and how firm the line is. */
function borderLines(
  { counts: { border }, border: { stability }, value }: Club,
  format: Format,
): readonly string[] {
  const words = says[format.locale];
  const label = decapitalize(value.labels[format.locale]);
  const money = (amount: number) => formatValue(value, plain(amount), format);
  const below =
    border.next === null || border.twentieth === null
      ? words.nobodyBelow
      : words.justBelow(money(border.twentieth), money(border.next), money(border.last - border.twentieth));
  return [
    `${words.entry(label, money(border.last))} ${words.exit(label, money(border.low))}`,
    below,
    words.stable(format.percent(stability, 0), money(border.low), money(border.high)),
  ];
}

/** Three digits that count: a border is a single customer's figure, and no one's to be read off. */
function plain(amount: number): number {
  return amount === 0 ? 0 : Number(amount.toPrecision(3));
}

function leaverLines({ counts, leavers, segment }: Club, format: Format): readonly string[] {
  const words = says[format.locale];
  const lines: string[] = [];
  if (leavers !== undefined && leavers.were > 0 && !isSmallCell(leavers.left)) {
    const expected = Math.round((segment.statistics.size * leavers.left) / leavers.were);
    const [left, were] = [format.number(leavers.left), format.number(leavers.were)];
    lines.push(words.leavers(left, were, format.number(expected)));
  }
  if (counts.silent >= 5) lines.push(words.silent(format.number(counts.silent), format.number(silentDays)));
  return lines;
}

function clubChart(club: Club, format: Format): Chart {
  const { counts, segment } = club;
  const words = says[format.locale];
  const rows = [
    { label: words.customers, share: (sums: ClubSums) => sums.customers / counts.everybody.customers },
    ...measures(club, format),
  ].map(({ label, share }) => {
    const [own, base] = [share(counts.segment), share(counts.byValue)];
    return {
      category: label,
      segment: own,
      segmentLabel: format.percent(own),
      base,
      baseLabel: format.percent(base),
    };
  });
  const name = nameOf(segment, format.locale);
  const sales = format.percent(salesShare(counts.segment, counts));
  const others = words.bestByValue(format.number(counts.byValue.customers));
  const title = words.title(name, sales, others, format.percent(salesShare(counts.byValue, counts)));
  const spoken = rows.map(
    ({ category, segmentLabel, baseLabel }) => `${category}: ${segmentLabel} / ${baseLabel}`,
  );
  return {
    spec: "segment-categories",
    rows,
    words: {
      title,
      segment: titleOf(segment, format),
      base: others,
    },
    altText: words.altText(spoken.join("; ")),
  };
}

function clubData({ segment, counts, border, leavers, value }: Club): ReplyBody["data"] {
  const part = (sums: ClubSums) => (isSmallCell(sums.customers) ? null : { ...sums });
  return {
    segment: segment.number,
    value: value.name,
    everybody: part(counts.everybody),
    bySegment: part(counts.segment),
    byValue: part(counts.byValue),
    tenth: part(counts.tenth),
    common: isSmallCell(counts.common) ? null : counts.common,
    entry: plain(counts.border.last),
    exit: plain(counts.border.low),
    stability: border.stability,
    leavers: leavers === undefined || isSmallCell(leavers.left) ? null : { ...leavers },
  };
}
