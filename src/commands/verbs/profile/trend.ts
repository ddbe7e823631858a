import type { SizeOnDay } from "../../../db/segmentations/segment-sizes.ts";
import type { Segment } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import { isSmallCell } from "../../../contract/privacy.ts";
import type { Chart } from "../../../contract/reply.ts";
import { numberedName, titleOf } from "../../speech/segment-words.ts";
import { says } from "./words.ts";

/** A line through fewer days than this is no trend. */
const fewestDays = 3;

/**
 * How the segment grew or shrank, week by week; nothing where it is too young, was too small to be shown, or never
 * changed: a level line tells nobody anything.
 */
export function trendCharts(segment: Segment, sizes: readonly SizeOnDay[], format: Format): readonly Chart[] {
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (first === undefined || last === undefined || sizes.length < fewestDays) return [];
  if (sizes.every(({ customers }) => customers === first.customers)) return [];
  if (first.customers === 0 || sizes.some(({ customers }) => isSmallCell(customers))) return [];
  const words = says[format.locale];
  const change = last.customers / first.customers - 1;
  const title = words.trend({
    name: titleOf(segment, format),
    weeks: format.number(sizes.length - 1),
    from: format.number(first.customers),
    to: format.number(last.customers),
    direction: change === 0 ? "same" : change > 0 ? "more" : "less",
  });
  const label = `${format.number(last.customers)} (${change > 0 ? "+" : ""}${format.percent(change)})`;
  const rows = sizes.map(({ day, customers }) => ({
    name: numberedName(segment, format),
    week: day,
    customers,
    label,
  }));
  return [{ spec: "trend", rows, words: { title }, altText: title }];
}
