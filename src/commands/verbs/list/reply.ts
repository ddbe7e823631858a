import { rolesOf } from "../../../analysis/segments/roles.ts";
import { mayActAs } from "../../../contract/actor.ts";
import { at } from "../../../lib/at.ts";
import type { ActiveSegmentation, Segment } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import type { Action, Chart, ReplyBody, Table } from "../../../contract/reply.ts";
import { isSmallCell } from "../../../contract/privacy.ts";
import { verdictText } from "../../speech/candidate.ts";
import type { CommandContext } from "../../grammar/command.ts";
import { decapitalize } from "../../speech/comparison.ts";
import { nameOf } from "../../grammar/segment-reader.ts";
import {
  formatPeople,
  numberedName,
  segmentSays,
  shareSentence,
  valueFeature,
} from "../../speech/segment-words.ts";
import { sparkline } from "../../speech/sparkline.ts";
import { says } from "./words.ts";

/** Segment id → its size in the last weeks, oldest first. */
type WeeklySizes = ReadonlyMap<number, readonly number[]>;

/** All segments, the one that weighs most for its size in the headline. */
export function listReply(
  active: ActiveSegmentation,
  weekly: WeeklySizes,
  context: CommandContext,
): ReplyBody {
  const { locale, format } = context;
  const words = says[locale];
  const [first] = [...active.segments].sort((a, b) => weight(b) - weight(a));
  const sentence = first === undefined ? "" : shareSentence(active, first, format);
  return {
    headline: words.headline(format.number(active.segments.length), sentence),
    table: segmentTable(active, weekly, format),
    charts: [sizesChart(active, sentence, format)],
    ...(active.metrics.naturalGroups ? {} : { caveat: segmentSays[locale].noGroups }),
    actions: [
      ...rulesInstead(active, context),
      ...active.segments.slice(0, 3).map((segment) => ({
        label: words.profile(nameOf(segment, locale)),
        line: `profile ${segment.number}`,
      })),
      { label: words.map, line: "map" },
    ].slice(0, 4),
    data: {
      segments: active.segments.map((segment, index) => ({
        ...segmentData(segment),
        stability: active.metrics.stability?.[index]?.jaccard ?? null,
      })),
    },
  };
}

/** Where customers form no groups of their own, plain rules on orders divide them as well, and everybody can repeat them. */
function rulesInstead(active: ActiveSegmentation, { actor, locale }: CommandContext): readonly Action[] {
  const roles = rolesOf(active.features);
  const hasOrders = (["recency", "frequency", "monetary"] as const).every((role) => roles.has(role));
  const isOffered = !active.metrics.naturalGroups && active.method !== "rfm" && hasOrders;
  if (!isOffered || !mayActAs(actor.role, "analyst")) return [];
  return [{ label: says[locale].rules, line: "recluster method rfm" }];
}

/** How much more of the value than of the customers a segment holds; its size where nothing measures value. */
function weight({ statistics: { share, valueShare } }: Segment): number {
  return valueShare === null ? share : valueShare - share;
}

function segmentTable(active: ActiveSegmentation, weekly: WeeklySizes, format: Format): Table {
  const words = says[format.locale];
  const weeks = Math.max(...active.segments.map(({ id }) => weekly.get(id)?.length ?? 0));
  const value = valueLabel(active, format);
  const { stability } = active.metrics;
  return {
    columns: [
      { label: words.number, align: "right" },
      { label: words.segment, align: "left" },
      { label: words.customers, align: "right" },
      { label: words.shareOfCustomers, align: "right" },
      ...(weeks < 2 ? [] : [{ label: words.lastWeeks(weeks), align: "left" } as const]),
      ...(value === undefined ? [] : [{ label: value, align: "right" } as const]),
      ...(stability === undefined ? [] : [{ label: words.proof, align: "left" } as const]),
    ],
    rows: active.segments.map((segment, index) => [
      String(segment.number),
      nameOf(segment, format.locale),
      formatPeople(segment.statistics.size, format),
      format.percent(segment.statistics.share),
      ...(weeks < 2 ? [] : [trend(weekly.get(segment.id) ?? [])]),
      ...(value === undefined ? [] : [format.percent(segment.statistics.valueShare ?? 0)]),
      ...(stability === undefined ? [] : [verdictText(at(stability, index), format)]),
    ]),
  };
}

/** How the size went; hidden where so few people were in it that a bar would count them. */
function trend(sizes: readonly number[]): string {
  return sizes.length === 0 || sizes.some(isSmallCell) ? "" : sparkline(sizes);
}

function valueLabel(active: ActiveSegmentation, format: Format): string | undefined {
  const words = says[format.locale];
  const feature = valueFeature(active);
  if (feature === undefined) return undefined;
  return feature.unit === "money"
    ? words.shareOfSales
    : words.shareOfOther(decapitalize(feature.labels[format.locale]));
}

function sizesChart(active: ActiveSegmentation, title: string, format: Format): Chart {
  const words = says[format.locale];
  const value = valueLabel(active, format);
  return {
    spec: "segment-sizes",
    rows: active.segments.map((segment) => {
      const { share, valueShare } = segment.statistics;
      const customers = { customers: share, customersLabel: format.percent(share) };
      const name = numberedName(segment, format);
      return valueShare === null
        ? { name, ...customers }
        : { name, ...customers, value: valueShare, valueLabel: format.percent(valueShare) };
    }),
    words: { title, customers: words.shareOfCustomers, value: value ?? words.shareOfCustomers },
    altText: words.altText(
      active.segments.map((segment) => shareSentence(active, segment, format)).join("; "),
    ),
  };
}

function segmentData(segment: Segment) {
  const { size, share, valueShare } = segment.statistics;
  const hidden = isSmallCell(size);
  return {
    number: segment.number,
    name: segment.customName,
    names: { ...segment.names },
    customers: hidden ? null : size,
    share: hidden ? null : share,
    valueShare,
  };
}
