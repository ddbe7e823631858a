import { stillFits } from "../../../analysis/segments/name-fit.ts";
import { nameSegments } from "../../../analysis/segments/names.ts";
import { at } from "../../../lib/at.ts";
import type { SizeOnDay } from "../../../db/segmentations/segment-sizes.ts";
import type { ActiveSegmentation, Segment } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import { isSmallCell } from "../../../contract/privacy.ts";
import type { Action, Chart, JsonObject, ReplyBody } from "../../../contract/reply.ts";
import { compareValues, decapitalize, formatValue, versus } from "../../speech/comparison.ts";
import { type Distinction, distinctionData, mainDistinctions } from "../../speech/distinctions.ts";
import { nameOf } from "../../grammar/segment-reader.ts";
import { numberedName, segmentSays, shareSentence, titleOf } from "../../speech/segment-words.ts";
import { playLines, playsOf, ruleLines } from "./playbook-text.ts";
import { sizeLine } from "./size-text.ts";
import { trendCharts } from "./trend.ts";
import { says } from "./words.ts";

/** Below this the averages of a segment are shown with a reservation. */
const fewMembers = 30;

/** What a profile tells of a segment. */
export interface Profile {
  readonly active: ActiveSegmentation;
  readonly segment: Segment;
  /** What sets it apart, the strongest difference first. */
  readonly apart: readonly Distinction[];
  /** Its size week by week, oldest first. */
  readonly sizes: readonly SizeOnDay[];
}

/** A segment with what sets it apart, its rule, and what to do for it. */
export function profileReply({ active, segment, apart, sizes }: Profile, format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  if (isSmallCell(segment.statistics.size)) return hiddenReply(segment, format);
  const notes = segment.notes === null ? [] : [words.note(segment.notes)];
  const alike = apart.length === 0 ? [words.nothingApart(titleOf(segment, format))] : [];
  const caveat = caveatOf(active, segment, format);
  const misnamed = misnamedAs(active, segment, format);
  return {
    headline: words.headline(shareSentence(active, segment, format)),
    facts: mainDistinctions(apart).map(({ feature, contrast: { mean, baseMean } }) => ({
      label: feature.labels[locale],
      value: formatValue(feature, mean, format),
      comparison: compareValues(feature, { value: mean, other: baseMean }, format),
    })),
    paragraphs: [
      sizeLine(active, segment, format),
      ...alike,
      ...ruleLines(active, segment, format),
      ...solidLines(active, segment, format),
      ...playLines(active, segment, format),
      ...notes,
      ...(misnamed === undefined ? [] : [words.noLongerFits(nameOf(segment, locale), misnamed)]),
    ],
    charts: [
      ...(apart.length === 0 ? [] : [profileChart(segment, apart, format)]),
      ...trendCharts(segment, sizes, format),
    ],
    ...(caveat === undefined ? {} : { caveat }),
    actions: [
      ...(misnamed === undefined
        ? []
        : [{ label: words.rename(misnamed), line: `rename ${segment.number} "${misnamed}"` }]),
      ...nextSteps(active, segment, apart, format),
    ],
    data: {
      number: segment.number,
      customers: segment.statistics.size,
      share: segment.statistics.share,
      valueShare: segment.statistics.valueShare,
      differences: apart.map(distinctionData),
      stability: proofOf(active, segment)?.jaccard ?? null,
      rule: ruleData(segment),
      plays: playsOf(active, segment).map((play) => ({ ...play })),
      weeks: sizes.map(({ day, customers }) => ({
        day,
        customers: isSmallCell(customers) ? null : customers,
      })),
    },
  };
}

function hiddenReply(segment: Segment, format: Format): ReplyBody {
  const { locale } = format;
  const headline = says[locale].hidden(titleOf(segment, format));
  return { headline, data: { number: segment.number } };
}

function caveatOf(active: ActiveSegmentation, segment: Segment, format: Format): string | undefined {
  const { size } = segment.statistics;
  const words = says[format.locale];
  const proof = proofOf(active, segment);
  if (proof !== undefined && proof.verdict !== "solid")
    return words[proof.verdict](format.percent(proof.jaccard, 0));
  if (size < fewMembers) return words.fewMembers(format.number(size));
  return active.metrics.naturalGroups ? undefined : segmentSays[format.locale].noGroups;
}

/** How well the segment comes back in resamples; undefined where that was not tested. */
function proofOf(active: ActiveSegmentation, segment: Segment) {
  return active.metrics.stability?.[active.segments.indexOf(segment)];
}

function solidLines(active: ActiveSegmentation, segment: Segment, format: Format): readonly string[] {
  const proof = proofOf(active, segment);
  return proof?.verdict === "solid" ? [says[format.locale].solid(format.percent(proof.jaccard, 0))] : [];
}

/** What today's numbers would call the segment, where the name it has says something else. */
function misnamedAs(active: ActiveSegmentation, segment: Segment, format: Format): string | undefined {
  const { features, metrics, segments } = active;
  if (stillFits(segment.names.en, segment.statistics, { base: metrics.base, features })) return undefined;
  const names = nameSegments(
    segments.map(({ statistics }) => statistics),
    metrics.base,
    features,
  );
  return at(names, segments.indexOf(segment))[format.locale];
}

function ruleData({ statistics: { rule } }: Segment): JsonObject | null {
  if (!rule) return null;
  return { ...rule, conditions: rule.conditions.map((condition) => ({ ...condition })) };
}

function profileChart(segment: Segment, apart: readonly Distinction[], format: Format): Chart {
  const { locale } = format;
  const words = says[locale];
  const [first] = mainDistinctions(apart);
  const shown = apart.slice(0, 8);
  const values = ({ feature, contrast: { mean, baseMean } }: Distinction) =>
    versus(feature, [mean, baseMean], format);
  return {
    spec: "segment-profile",
    rows: shown.map((distinction) => ({
      feature: distinction.feature.labels[locale],
      difference: distinction.contrast.effect,
      low: distinction.contrast.low,
      high: distinction.contrast.high,
      label: values(distinction),
    })),
    words: {
      title: first === undefined ? nameOf(segment, locale) : finding(segment, first, format),
      less: words.less,
      more: words.more,
    },
    altText: words.altText(
      nameOf(segment, locale),
      shown.map((one) => `${one.feature.labels[locale]}: ${values(one)}`).join("; "),
    ),
  };
}

function finding(segment: Segment, { feature, contrast }: Distinction, format: Format): string {
  const { mean, baseMean } = contrast;
  const comparison = compareValues(feature, { value: mean, other: baseMean }, format);
  const label = decapitalize(feature.labels[format.locale]);
  return says[format.locale].finding(nameOf(segment, format.locale), label, comparison);
}

function nextSteps(
  active: ActiveSegmentation,
  segment: Segment,
  apart: readonly Distinction[],
  format: Format,
): readonly Action[] {
  const words = says[format.locale];
  const other = active.segments.find(({ id }) => id !== segment.id);
  const [first] = apart;
  return [
    { label: words.export, line: `export ${segment.number}`, style: "primary" },
    ...(other === undefined
      ? []
      : [
          {
            label: words.compare(numberedName(other, format)),
            line: `compare ${segment.number} ${other.number}`,
          },
        ]),
    ...(first === undefined
      ? []
      : [
          {
            label: words.by(decapitalize(first.feature.labels[format.locale])),
            line: `profile ${segment.number} by ${first.feature.name}`,
          },
        ]),
  ];
}
