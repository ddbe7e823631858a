import type { ActiveSegmentation, Segment } from "../../db/segmentations.ts";
import type { Format } from "../../locale.ts";
import { isSmallCell } from "../../privacy.ts";
import type { Action, Chart, Reply } from "../../reply.ts";
import { compareValues, decapitalize, formatValue, versus } from "../comparison.ts";
import { type Distinction, distinctionData, mainDistinctions } from "../distinctions.ts";
import { nameOf } from "../segment-reader.ts";
import { numberedName, segmentSays, shareSentence, titleOf } from "../segment-words.ts";
import { says } from "./words.ts";

/** Below this the averages of a segment are shown with a reservation. */
const fewMembers = 30;

/** What sets a segment apart, the strongest difference first. */
export function profileReply(
  active: ActiveSegmentation,
  segment: Segment,
  apart: readonly Distinction[],
  format: Format,
): Reply {
  const { locale } = format;
  const words = says[locale];
  if (isSmallCell(segment.statistics.size)) return hiddenReply(segment, format);
  const notes = segment.notes === null ? [] : [words.note(segment.notes)];
  const alike = apart.length === 0 ? [words.nothingApart(titleOf(segment, format))] : [];
  const caveat = caveatOf(active, segment, format);
  return {
    locale,
    outcome: "ok",
    privacy: "totals",
    headline: words.headline(shareSentence(active, segment, format)),
    facts: mainDistinctions(apart).map(({ feature, contrast: { mean, baseMean } }) => ({
      label: feature.labels[locale],
      value: formatValue(feature, mean, format),
      comparison: compareValues(feature, { value: mean, other: baseMean }, format),
    })),
    paragraphs: [...alike, ...notes],
    charts: apart.length === 0 ? [] : [profileChart(segment, apart, format)],
    ...(caveat === undefined ? {} : { caveat }),
    actions: nextSteps(active, segment, apart, format),
    data: {
      number: segment.number,
      customers: segment.statistics.size,
      share: segment.statistics.share,
      valueShare: segment.statistics.valueShare,
      differences: apart.map(distinctionData),
    },
  };
}

function hiddenReply(segment: Segment, format: Format): Reply {
  const { locale } = format;
  const headline = says[locale].hidden(titleOf(segment, format));
  return { locale, outcome: "ok", privacy: "totals", headline, data: { number: segment.number } };
}

function caveatOf(active: ActiveSegmentation, segment: Segment, format: Format): string | undefined {
  const { size } = segment.statistics;
  if (size < fewMembers) return says[format.locale].fewMembers(format.number(size));
  return active.metrics.naturalGroups ? undefined : segmentSays[format.locale].noGroups;
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
