/**
 * The sample shop: a made-up shop with five kinds of customers, two years of trade, and later weeks in which things
 * happen. Everything follows from the seed, week by week and customer by customer, and the truth behind the rows is
 * known: who belongs to which group, how probable each answer was, what was planted when.
 */
import { dayOf } from "../../lib/day.ts";
import { historyWeeks, sampleAsOf, startOfWeek, weekMs } from "./calendar.ts";
import { campaignDays, responsesOf, type ShopResponse } from "./campaigns.ts";
import type { ShopGroup } from "./groups.ts";
import { createPerson, foundingPeople, type Identity, identityOf, type Person } from "./people.ts";
import {
  churners,
  newcomerNumbers,
  plantedWeeks,
  priceFactor,
  priceRise,
  type WeekTruth,
} from "./planted.ts";
import { type ShopEvent, type ShopOrder, weeksOf, type Dependencies } from "./trade.ts";

export interface ShopOptions {
  /** 7 unless given. */
  readonly seed?: number;
  /** The day after the history's last week; Monday 29 June 2026 unless given, so that answers can be repeated. */
  readonly asOf?: Date;
}

/** A row of the shop's file of customers. */
export interface ShopCustomer extends Identity {
  readonly key: string;
  /** Campaign → answered; campaigns in which the customer was not asked are not in it. */
  readonly responses: Readonly<Record<string, boolean>>;
}

/** Rows as they are stored: each list is what a file of its kind would hold. */
export interface ShopRows {
  readonly customers: readonly ShopCustomer[];
  readonly orders: readonly ShopOrder[];
  readonly events: readonly ShopEvent[];
}

export interface SampleShop extends ShopRows {
  readonly campaigns: readonly { readonly campaign: string; readonly startedOn: string }[];
  readonly truth: {
    /** By customer key. */
    readonly groups: ReadonlyMap<string, ShopGroup>;
    readonly responses: readonly ShopResponse[];
  };
}

const defaultSeed = 7;

/** The shop at the end of its history: 2,400 customers, 24 months, five campaigns (1 s). */
export function sampleShop({ seed = defaultSeed, asOf = sampleAsOf }: ShopOptions = {}): SampleShop {
  const world: Dependencies = { seed, asOf, priceFactor };
  const people = foundingPeople(seed);
  const lives = people.map((person) => {
    const weeks = weeksOf(person, { from: 1, to: historyWeeks }, world);
    return { person, weeks, responses: responsesOf(person, weeks, world) };
  });
  return {
    customers: lives.map(({ person, responses }) => customerRow(person, responses, world)),
    orders: lives.flatMap(({ weeks }) => weeks.flatMap(({ orders }) => orders)),
    events: lives.flatMap(({ weeks }) => weeks.flatMap(({ events }) => events)),
    campaigns: campaignDays(asOf),
    truth: {
      groups: new Map(people.map(({ key, group }) => [key, group])),
      responses: lives.flatMap(({ responses }) => responses),
    },
  };
}

export interface SampleWeek extends ShopRows {
  /** The day after the week, to which answers count. */
  readonly asOf: Date;
  readonly truth: WeekTruth;
}

/**
 * A week after the history. Its customers are those who joined in it.
 *
 * @param later 1 for the first week after the history.
 * @throws {RangeError} When `later` is not a whole number from 1 on.
 */
export function sampleWeek(
  later: number,
  { seed = defaultSeed, asOf = sampleAsOf }: ShopOptions = {},
): SampleWeek {
  if (!Number.isInteger(later) || later < 1) throw new RangeError(`there is no later week ${later}`);
  const world: Dependencies = { seed, asOf, priceFactor };
  const week = historyWeeks + later;
  const founders = foundingPeople(seed);
  const gone = churners(founders, seed);
  const joined = Array.from({ length: later }, (_, index) => newcomersOf(index + 1, founders.length, world));
  const people = [
    ...founders.map((person) => (gone.has(person.key) ? turnInWave(person) : person)),
    ...joined.flat(),
  ];
  const weeks = people.flatMap((person) => weeksOf(person, { from: week, to: week }, world));
  const rows: ShopRows = {
    customers: (joined.at(-1) ?? []).map((person) => customerRow(person, [], world)),
    orders: weeks.flatMap(({ orders }) => orders),
    events: weeks.flatMap(({ events }) => events),
  };
  return { ...plant(later, rows, gone, world), asOf: new Date(startOfWeek(week + 1, asOf)) };
}

function newcomersOf(later: number, founders: number, { seed }: Dependencies): readonly Person[] {
  const numbers = newcomerNumbers(founders, later);
  return numbers.map((number) => createPerson(seed, number, "explorers", historyWeeks + later));
}

function turnInWave(person: Person): Person {
  return { ...person, turned: historyWeeks + plantedWeeks.churnWave };
}

function customerRow(
  person: Person,
  responses: readonly ShopResponse[],
  { seed, asOf }: Dependencies,
): ShopCustomer {
  const joinedOn = dayOf(startOfWeek(person.joined, asOf));
  const { attributes, consent } = identityOf(seed, person, joinedOn, asOf.getUTCFullYear());
  const answers = responses.map(({ campaign, responded }) => [campaign, responded] as const);
  return { key: person.key, attributes, consent, responses: Object.fromEntries(answers) };
}

function plant(
  later: number,
  rows: ShopRows,
  gone: ReadonlySet<string>,
  world: Dependencies,
): ShopRows & Pick<SampleWeek, "truth"> {
  if (later === plantedWeeks.churnWave) {
    return { ...rows, truth: { kind: "churn wave", customers: [...gone].toSorted() } };
  }
  if (later === plantedWeeks.dataOutage)
    return withOutage(rows, startOfWeek(historyWeeks + later, world.asOf));
  if (later === plantedWeeks.priceRise) return { ...rows, truth: { kind: "price rise", ...priceRise } };
  return { ...rows, truth: { kind: "calm" } };
}

/** Tuesday and Wednesday of the web shop and the app are missing; the store's tills went on. */
function withOutage(rows: ShopRows, weekStart: number): ShopRows & Pick<SampleWeek, "truth"> {
  const [from, to] = [weekStart + weekMs / 7, weekStart + (3 * weekMs) / 7];
  const isLost = (moment: number) => moment >= from && moment < to;
  const orders = rows.orders.filter(
    ({ at, channel }) => !(isLost(at) && (channel === "web" || channel === "app")),
  );
  const events = rows.events.filter(({ at, kind }) => !(isLost(at) && kind === "app"));
  return {
    ...rows,
    orders,
    events,
    truth: {
      kind: "data outage",
      days: [dayOf(from), dayOf(to - 1)],
      missingOrders:
        new Set(rows.orders.map(({ orderKey }) => orderKey)).size -
        new Set(orders.map(({ orderKey }) => orderKey)).size,
      missingEvents: rows.events.length - events.length,
    },
  };
}
