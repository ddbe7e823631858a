import type { Feature } from "../../../analysis/features/feature.ts";
import { at } from "../../../lib/at.ts";
import type { Histogram } from "../../../db/features/distributions.ts";
import type { Segment } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import { isSmallCell } from "../../../contract/privacy.ts";
import type { Chart, JsonObject, ReplyBody } from "../../../contract/reply.ts";
import { compareValues, decapitalize, formatValue } from "../../speech/comparison.ts";
import { nameOf } from "../../grammar/segment-reader.ts";
import { formatPeople, numberedName, segmentSays, titleOf } from "../../speech/segment-words.ts";
import { says } from "./words.ts";

/** A measure of a segment and of all customers. */
export interface Distribution {
  readonly feature: Feature;
  readonly histogram: Histogram;
  /** Of the segment and of all customers; null where nobody has a value. */
  readonly means: readonly [number | null, number | null];
}

/** How a number is spread in a segment and in the base. */
export function histogramReply(segment: Segment, distribution: Distribution, format: Format): ReplyBody {
  const { feature, histogram, means } = distribution;
  const [mean, baseMean] = means;
  if (mean === null || baseMean === null) return noValuesReply(segment, feature, format);
  const { locale } = format;
  const words = says[locale];
  const label = decapitalize(feature.labels[locale]);
  const value = formatValue(feature, mean, format);
  const comparison = compareValues(feature, { value: mean, other: baseMean }, format);
  const headline = words.byNumber(titleOf(segment, format), label, value, comparison);
  const { missing } = histogram;
  const missingFact = { label: words.missing, value: formatPeople(missing.segment, format) };
  return {
    headline,
    facts: [
      { label: words.overall, value, comparison },
      { label: words.mostLie, ...mostCommon(distribution, format) },
      ...(missing.base > 0 ? [missingFact] : []),
    ],
    charts: [histogramChart(segment, distribution, format)],
    actions: [{ label: words.profile, line: `profile ${segment.number}` }],
    data: { number: segment.number, feature: feature.name, mean, baseMean, bins: binData(histogram) },
  };
}

/** A measure that nobody has a value of. */
export function noValuesReply(segment: Segment, feature: Feature, format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const label = decapitalize(feature.labels[locale]);
  return {
    headline: words.noValues(titleOf(segment, format), label),
    actions: [{ label: words.profile, line: `profile ${segment.number}` }],
    data: { number: segment.number, feature: feature.name },
  };
}

/** The bin that holds most of the segment, and what part of each group lies in it. */
function mostCommon({ feature, histogram }: Distribution, format: Format) {
  const { segment, base, edges } = histogram;
  const bin = segment.indexOf(Math.max(...segment));
  const from = formatValue(feature, at(edges, bin), format);
  const to = formatValue(feature, at(edges, bin + 1), format);
  const part = { value: at(shares(segment), bin), other: at(shares(base), bin) };
  const words = says[format.locale];
  return {
    value: words.between(from, to),
    comparison: words.partHere(format.percent(part.value, 0), compareValues({ unit: "share" }, part, format)),
  };
}

function histogramChart(
  segment: Segment,
  { feature, histogram, means }: Distribution,
  format: Format,
): Chart {
  const { locale } = format;
  const words = says[locale];
  const label = feature.labels[locale];
  const title = words.finding(
    nameOf(segment, locale),
    decapitalize(label),
    compareValues(feature, { value: means[0] ?? 0, other: means[1] ?? 0 }, format),
  );
  return {
    spec: "segment-distribution",
    rows: binData(histogram),
    words: {
      title,
      subtitle: words.subtitle(decapitalize(label)),
      x: label,
      segment: numberedName(segment, format),
      base: segmentSays[locale].everybody,
    },
    altText: title,
  };
}

/** Bins as shares of each group; a bin of fewer than five people is left out. */
function binData({ edges, segment, base }: Histogram): readonly JsonObject[] {
  const [segmentShares, baseShares] = [shares(segment), shares(base)];
  return segment.map((people, bin) => ({
    from: at(edges, bin),
    to: at(edges, bin + 1),
    segment: isSmallCell(people) ? 0 : at(segmentShares, bin),
    base: isSmallCell(at(base, bin)) ? 0 : at(baseShares, bin),
  }));
}

function shares(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total === 0 ? 0 : count / total));
}
