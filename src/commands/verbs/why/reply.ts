import type { Feature } from "../../../analysis/features/feature.ts";
import { type WhyPlaced, whyPlaced } from "../../../analysis/placement/why-placed.ts";
import type { WhyReason } from "../../../analysis/segments/why.ts";
import { at } from "../../../lib/at.ts";
import type { CustomerFound } from "../../../db/people/customers.ts";
import type { ActiveSegmentation, Segment } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import type { Fact, ReplyBody } from "../../../contract/reply.ts";
import { decapitalize, formatValue } from "../../speech/comparison.ts";
import { outlierDistance } from "../../speech/outliers.ts";
import { nameOf } from "../../grammar/segment-reader.ts";
import { titleOf } from "../../speech/segment-words.ts";
import { says } from "./words.ts";

/** Below this share of the way from the border to the own centroid a place is only just so, above the other clear. */
const [close, clear] = [0.15, 0.5];
/** Features that are told. */
const mostReasons = 3;

/** The segment, the next one, and the features that decide between them. */
export function whyReply(
  active: ActiveSegmentation,
  found: CustomerFound & { readonly values: readonly number[] },
  format: Format,
): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const positions = active.placement.features.map((name) =>
    active.features.findIndex((feature) => feature.name === name),
  );
  const raw = positions.map((position) => found.values[position] ?? Number.NaN);
  const typical = active.segments.map(({ statistics }) =>
    positions.map((position) => statistics.means[position] ?? Number.NaN),
  );
  const why = whyPlaced(raw, active.placement, typical);
  const [own, next] = [at(active.segments, why.own), at(active.segments, why.nearest)];
  const telling = why.reasons.slice(0, mostReasons).filter(({ part }) => part > 0);
  const facts = telling.map((reason) => reasonFact(reason, { active, raw, positions, own, next }, format));
  return {
    headline: headlineOf(found.key, why, active, format),
    facts,
    charts: [whyChart(why.reasons, { active, raw, positions, own, next }, format)],
    ...(why.distance > outlierDistance(active) ? { caveat: words.fitsNone } : {}),
    actions: [
      { label: words.customer, line: `customer "${found.key}"` },
      { label: words.profile(nameOf(own, locale)), line: `profile ${own.number}` },
      { label: words.profile(nameOf(next, locale)), line: `profile ${next.number}` },
    ],
    data: {
      customer: found.key,
      segment: own.number,
      nearest: next.number,
      distance: why.distance,
      nearestDistance: why.nearestDistance,
      margin: why.margin,
      reasons: why.reasons.map(({ feature, part }) => ({
        feature: at(active.placement.features, feature),
        part,
      })),
    },
  };
}

function headlineOf(
  customer: string,
  why: WhyPlaced,
  { placement, segments }: ActiveSegmentation,
  format: Format,
): string {
  const words = says[format.locale];
  const own = titleOf(at(segments, why.own), format);
  const next = titleOf(at(segments, why.nearest), format);
  if (why.scores !== undefined) {
    const { recency, worth } = why.scores;
    return words.byRule(customer, own, [String(recency), String(worth)], next);
  }
  if (placement.by === "density" && why.own === placement.outliers) return words.outlier(customer, own, next);
  const how = why.margin < close ? "close" : why.margin < clear ? "fair" : "clear";
  return words.headline(customer, own, next, how);
}

/** What a reason is told from. */
interface Scene {
  readonly active: ActiveSegmentation;
  /** Raw values of the placed features. */
  readonly raw: readonly number[];
  readonly positions: readonly number[];
  readonly own: Segment;
  readonly next: Segment;
}

function reasonFact({ feature }: WhyReason, scene: Scene, format: Format): Fact {
  const position = at(scene.positions, feature);
  const known = scene.active.features[position];
  const label = at(scene.active.placement.features, feature);
  if (known === undefined) return { label, value: "–" };
  const typical = ({ statistics }: Segment) => {
    const mean = statistics.means[position] ?? null;
    return mean === null ? "–" : formatValue(known, mean, format);
  };
  const words = says[format.locale];
  return {
    label: known.labels[format.locale],
    value: valueText(known, at(scene.raw, feature), format),
    comparison: words.typical(typical(scene.own), typical(scene.next)),
  };
}

function valueText(feature: Feature, value: number, format: Format): string {
  return Number.isNaN(value) ? "–" : formatValue(feature, value, format);
}

function whyChart(reasons: readonly WhyReason[], scene: Scene, format: Format) {
  const { locale } = format;
  const words = says[locale];
  const rows = reasons.slice(0, 6).map(({ feature, part }) => {
    const known = scene.active.features[at(scene.positions, feature)];
    const name = known?.labels[locale] ?? at(scene.active.placement.features, feature);
    const value = known === undefined ? "–" : valueText(known, at(scene.raw, feature), format);
    return { reason: `${name}: ${value}`, contribution: part, label: format.percent(part, 0) };
  });
  const [first] = reasons;
  const known = first && scene.active.features[at(scene.positions, first.feature)];
  const title = words.title(nameOf(scene.own, locale), decapitalize(known?.labels[locale] ?? ""));
  return {
    spec: "reasons",
    rows,
    words: {
      title,
      for: words.for(String(scene.own.number)),
      against: words.for(String(scene.next.number)),
    },
    altText: `${title}. ${rows.map(({ reason, label }) => `${reason} (${label})`).join("; ")}.`,
  };
}
