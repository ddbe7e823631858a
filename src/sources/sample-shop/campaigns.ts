import { dayOf } from "../../lib/day.ts";
import { startOfWeek, weekMs } from "./calendar.ts";
import { chanceOf, happens } from "./chance.ts";
import { type Person, streams } from "./people.ts";
import type { WeekOfOne, Dependencies } from "./trade.ts";

/** Campaigns of the history: what they are called, and the week they start in. */
export const shopCampaigns = [
  { campaign: "Garden party", week: 16 },
  { campaign: "Gift guide", week: 36 },
  { campaign: "Family days", week: 56 },
  { campaign: "Night of offers", week: 76 },
  { campaign: "New arrivals", week: 96 },
] as const;

/** Who is asked: everyone who has been a customer for so many weeks, and in fewer than one of four cases nobody. */
const weeksBeforeAsking = 4;
const askedShare = 0.8;

/**
 * The true model: log-odds of answering, linear in what the shop knew on the eve of the campaign. A response model
 * that is fitted to the sample shop can be compared with it.
 */
const trueResponse = {
  intercept: -2.95,
  /** Of log(1 + orders in the 26 weeks before). */
  logOrders: 0.6,
  /** Per week since the last order, at most 52. */
  weeksSinceOrder: -0.04,
  /** Of log(1 + app visits in the 13 weeks before). */
  logAppVisits: 0.25,
  /** With children at home. */
  hasChildren: 0.35,
  /** Per thousand of income above 38,000; a missing one counts as 38,000. */
  incomeThousands: 0.018,
  /** Per earlier campaign that was answered. */
  answeredBefore: 0.7,
} as const;

/** One customer asked in one campaign. */
export interface ShopResponse {
  readonly key: string;
  readonly campaign: string;
  /** The true probability. */
  readonly probability: number;
  readonly responded: boolean;
}

/**
 * The answers of one customer to all campaigns.
 *
 * @param weeks What the customer did, week 1 first.
 */
export function responsesOf(
  person: Person,
  weeks: readonly WeekOfOne[],
  world: Dependencies,
): readonly ShopResponse[] {
  const answers: ShopResponse[] = [];
  for (const { campaign, week } of shopCampaigns) {
    const chance = chanceOf(world.seed, streams.answer, person.number, week);
    const isAsked = person.joined + weeksBeforeAsking <= week && happens(chance, askedShare);
    if (!isAsked) continue;
    const before = answers.filter(({ responded }) => responded).length;
    const logOdds = trueLogOdds(person, { weeks, week, before }, world);
    const probability = 1 / (1 + Math.exp(-logOdds));
    answers.push({ key: person.key, campaign, probability, responded: happens(chance, probability) });
  }
  return answers;
}

interface Eve {
  readonly weeks: readonly WeekOfOne[];
  readonly week: number;
  /** Earlier campaigns that were answered. */
  readonly before: number;
}

function trueLogOdds(person: Person, { weeks, week, before }: Eve, world: Dependencies): number {
  const known = weeks.slice(0, week - 1);
  const orders = new Set(known.slice(-26).flatMap(({ orders }) => orders.map(({ orderKey }) => orderKey)));
  const appVisits = known.slice(-13).flatMap(({ events }) => events.filter(({ kind }) => kind === "app"));
  const last = known.findLast(({ orders }) => orders.some(({ kind }) => kind === "purchase"));
  const eve = startOfWeek(week, world.asOf);
  const silence = last === undefined ? 52 : Math.min(52, (eve - (last.orders[0]?.at ?? eve)) / weekMs);
  return (
    trueResponse.intercept +
    trueResponse.logOrders * Math.log1p([...orders].filter((key) => key.startsWith("S")).length) +
    trueResponse.weeksSinceOrder * silence +
    trueResponse.logAppVisits * Math.log1p(appVisits.length) +
    trueResponse.hasChildren * (person.children > 0 ? 1 : 0) +
    trueResponse.incomeThousands * ((person.income ?? 38_000) / 1000 - 38) +
    trueResponse.answeredBefore * before
  );
}

/** When each campaign started, `YYYY-MM-DD`. */
export function campaignDays(
  asOf: Date,
): readonly { readonly campaign: string; readonly startedOn: string }[] {
  return shopCampaigns.map(({ campaign, week }) => ({ campaign, startedOn: dayOf(startOfWeek(week, asOf)) }));
}
