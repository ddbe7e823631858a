import { at } from "../../../lib/at.ts";
import type { ActiveSegmentation, Segment } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import type { Chart } from "../../../contract/reply.ts";
import { compareValues, decapitalize, formatValue, versus } from "../../speech/comparison.ts";
import type { Distinction } from "../../speech/distinctions.ts";
import { nameOf } from "../../grammar/segment-reader.ts";
import { numberedName } from "../../speech/segment-words.ts";
import { says } from "./words.ts";

/** The two segments that are compared. */
export type Pair = readonly [Segment, Segment];

/** Features that a picture of a pair can hold. */
const mostFeatures = 8;

/** Two segments side by side; its title is the main difference. */
export function comparisonChart(
  active: ActiveSegmentation,
  [one, other]: Pair,
  { main, apart }: { readonly main: Distinction; readonly apart: readonly Distinction[] },
  format: Format,
): Chart {
  const { locale } = format;
  const words = says[locale];
  const label = decapitalize(main.feature.labels[locale]);
  const shown = apart.slice(0, mostFeatures);
  const sentences = shown.map(({ feature, contrast: { mean, baseMean } }) => {
    return `${feature.labels[locale]}: ${versus(feature, [mean, baseMean], format)}`;
  });
  return {
    spec: "segment-comparison",
    rows: shown.map((distinction) => comparisonRow(active, distinction, format)),
    words: {
      title: words.finding(nameOf(one, locale), label, told(main, other, format)),
      first: numberedName(one, format),
      second: numberedName(other, format),
      average: words.average,
    },
    altText: words.altText(nameOf(one, locale), nameOf(other, locale), sentences.join("; ")),
  };
}

/** Both on the scale of all customers: distances from the average in standard deviations of the base. */
function comparisonRow({ metrics }: ActiveSegmentation, { feature, contrast }: Distinction, format: Format) {
  const mean = at(metrics.base.means, contrast.feature) ?? 0;
  const deviation = at(metrics.base.deviations, contrast.feature) || 1;
  return {
    feature: feature.labels[format.locale],
    first: (contrast.mean - mean) / deviation,
    firstLabel: formatValue(feature, contrast.mean, format),
    second: (contrast.baseMean - mean) / deviation,
    secondLabel: formatValue(feature, contrast.baseMean, format),
  };
}

/** "2.1 times Bargain hunters (€246)". */
export function told({ feature, contrast }: Distinction, other: Segment, format: Format): string {
  const { mean, baseMean } = contrast;
  const otherName = nameOf(other, format.locale);
  return compareValues(feature, { value: mean, other: baseMean, otherName }, format);
}
