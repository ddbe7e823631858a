import type { Day } from "../../lib/day.ts";
import type { Localized } from "../../lib/locale.ts";
import type { BaseFacts } from "./base-facts.ts";
import type { PlannedFeature } from "./formula.ts";
import { planColumn } from "./plan-columns.ts";
import { findFamilies, planFamilies, totalName } from "./plan-families.ts";
import { planEvents, planOrders } from "./plan-orders.ts";

/**
 * The features that can be made from what the base holds, in order of preference: of two that say the same, the
 * earlier one forms segments.
 *
 * Behaviour first (orders, events), then totals, then single columns. Only these may form
 * segments: recency, frequency, monetary, totals, counts, amounts, scores, income, age. Members of a family give way
 * to its total, so that one habit measured six times does not count six times.
 *
 * @param asOf The day that they are about, `YYYY-MM-DD`; see `chooseAsOf`.
 * @example
 * planFeatures({ lastDay: null, orders: undefined, events: [], responses: false, attributes: [] }, "2014-07-01"); // => []
 */
export function planFeatures(facts: BaseFacts, asOf: Day): readonly PlannedFeature[] {
  const year = Number(asOf.slice(0, 4));
  const columns = facts.attributes.flatMap((column) => planColumn(column, year));
  const planned = [
    ...(facts.orders === undefined ? [] : planOrders(facts.orders)),
    ...planEvents(facts.events),
    ...planFamilies(facts.attributes),
    ...columns.map((column) => giveWay(column, facts)),
    ...(facts.responses ? planResponses(facts) : []),
  ];
  return withOwnNames(planned);
}

/** Members of a family that forms segments by its total do not form segments themselves. */
function giveWay(planned: PlannedFeature, facts: BaseFacts): PlannedFeature {
  if (planned.use !== "forms" || planned.formula.from !== "attribute") return planned;
  const { attribute } = planned.formula;
  const families = findFamilies(facts.attributes);
  const own = families.find(({ members }) => members.some(({ name }) => name === attribute));
  if (own === undefined) return planned;
  const money = families.find(({ kind }) => kind === "money");
  return { ...planned, use: "part", instead: totalName(own, own === money) };
}

/** All answers, and those to earlier campaigns: a habit that does not hold the answer to be predicted. */
function planResponses({ latestCampaign }: BaseFacts): readonly PlannedFeature[] {
  const all = { en: "Campaigns answered", es: "Campañas respondidas", pt: "Campanhas respondidas" };
  const count = planCount("campaigns_answered", all, { from: "responses" });
  if (latestCampaign === undefined) return [count];
  const earlier = {
    en: "Earlier campaigns answered",
    es: "Campañas anteriores respondidas",
    pt: "Campanhas anteriores respondidas",
  };
  return [count, planCount("earlier_campaigns", earlier, { from: "responses", without: latestCampaign })];
}

function planCount(name: string, labels: Localized, formula: PlannedFeature["formula"]): PlannedFeature {
  return { feature: { name, labels, unit: "count", family: "response" }, formula, use: "response" };
}

/** Two features never share a name: the later one gets a number. */
function withOwnNames(planned: readonly PlannedFeature[]): readonly PlannedFeature[] {
  const seen = new Map<string, number>();
  return planned.map((one) => {
    const count = (seen.get(one.feature.name) ?? 0) + 1;
    seen.set(one.feature.name, count);
    return count === 1 ? one : { ...one, feature: { ...one.feature, name: `${one.feature.name}_${count}` } };
  });
}
