import { rolesOf } from "../../../analysis/segments/roles.ts";
import type { GroupStatistics } from "../../../analysis/segments/statistics.ts";
import type { ActiveSegmentation, Segment } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import { valueFeature } from "../../speech/segment-words.ts";
import { says } from "./words.ts";

/** "353 customers, €1,200,000 of sales (51%), 4,100 orders (24%)." */
export function sizeLine(active: ActiveSegmentation, segment: Segment, format: Format): string {
  const words = says[format.locale];
  const { statistics } = segment;
  const { base } = active.metrics;
  const value = valueFeature(active);
  const frequency = rolesOf(active.features).get("frequency");
  const money =
    value?.unit === "money" ? totals(statistics, base, active.features.indexOf(value)) : undefined;
  const orders = frequency === undefined ? undefined : totals(statistics, base, frequency);
  return `${[
    words.customersOf(format.number(statistics.size), format.percent(statistics.share)),
    ...(money === undefined
      ? []
      : [words.salesOf(format.money(money.sum * 100), format.percent(money.share))]),
    ...(orders === undefined
      ? []
      : [words.ordersOf(format.number(orders.sum, 0), format.percent(orders.share))]),
  ].join(", ")}.`;
}

/** The sum of a feature over the members, and its part of everybody's. */
function totals(members: GroupStatistics, base: GroupStatistics, position: number) {
  const sumOf = ({ means, counts }: GroupStatistics) => (means[position] ?? 0) * (counts[position] ?? 0);
  const [sum, all] = [sumOf(members), sumOf(base)];
  return all > 0 ? { sum, share: sum / all } : undefined;
}
