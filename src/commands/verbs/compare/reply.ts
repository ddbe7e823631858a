import type { ActiveSegmentation, Segment } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import { isSmallCell } from "../../../contract/privacy.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import { decapitalize, formatValue } from "../../speech/comparison.ts";
import { type Distinction, distinctionData, mainDistinctions } from "../../speech/distinctions.ts";
import { nameOf } from "../../grammar/segment-reader.ts";
import { customersPart, titleOf, valuePart } from "../../speech/segment-words.ts";
import { comparisonChart, type Pair, told } from "./chart.ts";
import { says } from "./words.ts";

/** How two segments differ, the strongest difference in the headline. */
export function compareReply(
  active: ActiveSegmentation,
  pair: Pair,
  all: readonly Distinction[],
  format: Format,
): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const [one, other] = pair;
  // Averages of a handful of people would be shown beside their name.
  const apart = pair.some(({ statistics }) => isSmallCell(statistics.size)) ? [] : all;
  const facts = mainDistinctions(apart);
  const [first] = facts;
  const titles = [titleOf(one, format), titleOf(other, format)] as const;
  return {
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
    charts: first === undefined ? [] : [comparisonChart(active, pair, { main: first, apart }, format)],
    actions: pair.map((segment) => ({
      label: words.profile(nameOf(segment, locale)),
      line: `profile ${segment.number}`,
    })),
    data: { segments: pair.map(sizeData), differences: apart.map(distinctionData) },
  };
}

function sizeData({ number, statistics: { size, share, valueShare } }: Segment) {
  return isSmallCell(size) ? { number, valueShare } : { number, customers: size, share, valueShare };
}

function sizeOf(active: ActiveSegmentation, segment: Segment, format: Format): string {
  const parts = [customersPart(segment, format), valuePart(active, segment, format)];
  return `${titleOf(segment, format)}: ${parts.filter((part) => part !== undefined).join(", ")}`;
}
