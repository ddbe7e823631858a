import type { ActiveSegmentation, Segment } from "../../../db/segmentations/segmentations.ts";
import type { ScoreSpread } from "../../../db/campaigns/score-spreads.ts";
import type { Format } from "../../../lib/locale.ts";
import { isSmallCell } from "../../../contract/privacy.ts";
import type { Chart, ReplyBody } from "../../../contract/reply.ts";
import { titleOf } from "../../speech/segment-words.ts";
import { scoresSays } from "./scores-words.ts";

interface Spreads {
  readonly active: ActiveSegmentation;
  readonly spreads: readonly ScoreSpread[];
}

interface Row extends ScoreSpread {
  readonly segment: Segment;
}

/** How likely the customers of each segment are to answer: the likeliest segment first. */
export function scoresReply(model: number, baseRate: number, found: Spreads, format: Format): ReplyBody {
  const { locale } = format;
  const words = scoresSays[locale];
  const rows = rowsOf(found);
  const [first] = rows;
  const headline =
    first === undefined
      ? words.nobody
      : words.headline(
          titleOf(first.segment, format),
          format.percent(first.mean, 0),
          format.percent(baseRate, 0),
        );
  return {
    headline,
    table: {
      columns: [
        { label: words.segment, align: "left" },
        { label: words.customers, align: "right" },
        { label: words.mean, align: "right" },
        { label: words.median, align: "right" },
        { label: words.middle, align: "right" },
      ],
      rows: rows.map(({ segment, customers, mean, quantiles: [, lower, median, upper] }) => [
        titleOf(segment, format),
        format.number(customers),
        format.percent(mean),
        format.percent(median),
        words.range(format.percent(lower), format.percent(upper)),
      ]),
    },
    ...(first === undefined ? {} : { charts: [spreadChart(rows, baseRate, headline, format)] }),
    actions: rows.slice(0, 2).map(({ segment }) => ({
      label: words.target(titleOf(segment, format)),
      line: `target in ${segment.number}`,
    })),
    footer: [`m${model}`],
    data: {
      model,
      segments: rows.map(({ segment, customers, mean, quantiles }) => ({
        segment: segment.number,
        customers,
        mean,
        quantiles,
      })),
    },
  };
}

/** A segment of a few people would tell on them. */
function rowsOf({ active, spreads }: Spreads): readonly Row[] {
  return spreads
    .flatMap((spread) => {
      const segment = active.segments.find(({ id }) => id === spread.segmentId);
      return segment === undefined || isSmallCell(spread.customers) ? [] : [{ ...spread, segment }];
    })
    .toSorted((a, b) => b.mean - a.mean);
}

function spreadChart(rows: readonly Row[], baseRate: number, finding: string, format: Format): Chart {
  const words = scoresSays[format.locale];
  const title = finding.replace(/\.$/u, "");
  return {
    spec: "score-distribution",
    rows: rows.map(({ segment, quantiles: [low, lowerQuartile, median, upperQuartile, high] }) => ({
      name: titleOf(segment, format),
      low,
      lowerQuartile,
      median,
      upperQuartile,
      high,
      baseRate,
      label: format.percent(median, 0),
    })),
    words: { title, x: words.x, base: words.base },
    altText: title,
  };
}
