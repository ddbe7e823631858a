import { at } from "../../at.ts";
import type { ActiveSegmentation, Segment } from "../../db/segmentations.ts";
import type { Format } from "../../locale.ts";
import { isSmallCell } from "../../privacy.ts";
import type { Chart, Reply } from "../../reply.ts";
import { compareValues, decapitalize, formatValue, versus } from "../comparison.ts";
import { type Distinction, distinctionData, mainDistinctions } from "../distinctions.ts";
import { nameOf } from "../segment-reader.ts";
import { customersPart, numberedName, titleOf, valuePart } from "../segment-words.ts";
import { says } from "./words.ts";

/** The two segments that are compared. */
export type Pair = readonly [Segment, Segment];

/** How two segments differ, the strongest difference in the headline. */
export function compareReply(
  active: ActiveSegmentation,
  pair: Pair,
  all: readonly Distinction[],
  format: Format,
): Reply {
  const { locale } = format;
  const words = says[locale];
  const [one, other] = pair;
  // Averages of a handful of people would be shown beside their name.
  const apart = pair.some(({ statistics }) => isSmallCell(statistics.size)) ? [] : all;
  const facts = mainDistinctions(apart);
  const [first] = facts;
  const titles = [titleOf(one, format), titleOf(other, format)] as const;
  return {
    locale,
    outcome: "ok",
    privacy: "totals",
    headline:
      first === undefined
        ? words.alike(...titles)
        : words.headline(...titles, decapitalize(first.feature.labels[locale]), told(first, other, format)),
    facts: facts.map((fact) => ({
      label: fact.feature.labels[locale],
      value: formatValue(fact.feature, fact.contrast.mean, format),
      comparison: told(fact, other, format),
    })),
    paragraphs: [pair.map((segment) => sizeOf(active, segment, format)).join(" · ")],
    charts: first === undefined ? [] : [comparisonChart(active, pair, apart, format)],
    actions: pair.map((segment) => ({
      label: words.profile(nameOf(segment, locale)),
      line: `profile ${segment.number}`,
    })),
    data: {
      segments: pair.map(({ number, statistics: { size, share, valueShare } }) => ({
        number,
        size,
        share,
        valueShare,
      })),
      differences: apart.map(distinctionData),
    },
  };
}

/** "2.1 times Bargain hunters (€246)". */
function told(
  { feature, contrast: { mean, baseMean } }: Distinction,
  other: Segment,
  format: Format,
): string {
  const otherName = nameOf(other, format.locale);
  return compareValues(feature, { value: mean, other: baseMean, otherName }, format);
}

function sizeOf(active: ActiveSegmentation, segment: Segment, format: Format): string {
  const parts = [customersPart(segment, format), valuePart(active, segment, format)];
  return `${titleOf(segment, format)}: ${parts.filter((part) => part !== undefined).join(", ")}`;
}

/** Both segments on the scale of all customers: distances from the average in standard deviations of the base. */
function comparisonChart(
  active: ActiveSegmentation,
  [one, other]: Pair,
  apart: readonly Distinction[],
  format: Format,
): Chart {
  const { locale } = format;
  const words = says[locale];
  const { means, deviations } = active.metrics.base;
  const shown = apart.slice(0, 8);
  const [first] = mainDistinctions(apart);
  function fromAverage({ contrast: { feature } }: Distinction, value: number): number {
    return (value - (at(means, feature) ?? 0)) / (at(deviations, feature) || 1);
  }
  return {
    spec: "segment-comparison",
    rows: shown.map((distinction) => {
      const { feature, contrast } = distinction;
      return {
        feature: feature.labels[locale],
        first: fromAverage(distinction, contrast.mean),
        firstLabel: formatValue(feature, contrast.mean, format),
        second: fromAverage(distinction, contrast.baseMean),
        secondLabel: formatValue(feature, contrast.baseMean, format),
      };
    }),
    words: {
      title:
        first === undefined
          ? ""
          : words.finding(
              nameOf(one, locale),
              decapitalize(first.feature.labels[locale]),
              told(first, other, format),
            ),
      first: numberedName(one, format),
      second: numberedName(other, format),
      average: words.average,
    },
    altText: words.altText(
      nameOf(one, locale),
      nameOf(other, locale),
      shown
        .map(({ feature, contrast }) => {
          const values = versus(feature, [contrast.mean, contrast.baseMean], format);
          return `${feature.labels[locale]}: ${values}`;
        })
        .join("; "),
    ),
  };
}
