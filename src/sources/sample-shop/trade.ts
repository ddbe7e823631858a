import { at } from "../../lib/at.ts";
import { busynessOf, momentOf, startOfWeek, weekMs } from "./calendar.ts";
import { around, type Chance, chanceOf, happens, pick, poisson, weighted } from "./chance.ts";
import { channels, characters, families } from "./groups.ts";
import { type Person, streams } from "./people.ts";
import { affinitiesIn } from "./planted.ts";
import { products } from "./products.ts";

/** An order line as the base keeps it (`db/orders/store-orders.ts`). */
export interface ShopOrder {
  readonly key: string;
  readonly orderKey: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly kind: "purchase" | "return";
  /** Of the whole line, in hundredths; negative for a return, as is the quantity. */
  readonly amountCents: number;
  readonly quantity: number;
  readonly product: string;
  readonly channel: string;
}

export interface ShopEvent {
  readonly key: string;
  readonly at: number;
  readonly kind: "visit" | "app";
}

/** What one customer did in one week. */
export interface WeekOfOne {
  readonly orders: readonly ShopOrder[];
  readonly events: readonly ShopEvent[];
}

export interface Dependencies {
  readonly seed: number;
  readonly asOf: Date;
  /** What a line of this family costs in this week, against the first week: planted price rises. */
  readonly priceFactor: (family: string, week: number) => number;
}

const ticketSpread = 0.3;

/**
 * The weeks of a customer: purchases, visits, app use, and what came back of the week before.
 *
 * @returns One entry for each week from `from` to `to`.
 */
export function weeksOf(
  person: Person,
  { from, to }: { readonly from: number; readonly to: number },
  world: Dependencies,
): readonly WeekOfOne[] {
  let before = tradeOf(person, from - 1, world);
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const now = tradeOf(person, from + index, world);
    const returns = before.purchases.filter(({ comesBack }) => comesBack).map(({ line }) => asReturn(line));
    before = now;
    return { orders: [...now.purchases.map(({ line }) => line), ...returns], events: now.events };
  });
}

interface Purchase {
  readonly line: ShopOrder;
  /** Whether it comes back in the week after. */
  readonly comesBack: boolean;
}

interface Trade {
  readonly purchases: readonly Purchase[];
  readonly events: readonly ShopEvent[];
}

const nothing: Trade = { purchases: [], events: [] };

function tradeOf(someone: Person, week: number, world: Dependencies): Trade {
  const person = affinitiesIn(someone, week);
  if (week < 1 || week < person.joined || week > person.lastActive) return nothing;
  const chance = chanceOf(world.seed, streams.week, person.number, week);
  const weekStart = startOfWeek(week, world.asOf);
  const welcome = week === person.joined ? 1 : 0; // nobody joins without an order
  const count = welcome + poisson(chance, person.orderRate * busynessOf(weekStart));
  const purchases = Array.from({ length: count }, (_, index) =>
    drawOrder(person, { week, weekStart, index }, chance, world),
  );
  const drawEvents = (kind: ShopEvent["kind"], rate: number): ShopEvent[] =>
    Array.from({ length: poisson(chance, rate) }, () => ({
      key: person.key,
      at: momentOf(chance, weekStart),
      kind,
    }));
  return {
    purchases: purchases.flat(),
    events: [...drawEvents("visit", person.visitRate), ...drawEvents("app", person.appRate)],
  };
}

function drawOrder(
  person: Person,
  { week, weekStart, index }: { week: number; weekStart: number; index: number },
  chance: Chance,
  world: Dependencies,
): readonly Purchase[] {
  const character = characters[person.group];
  const moment = momentOf(chance, weekStart);
  const channel = at(channels, weighted(chance, character.channels));
  const orderKey = `S${String(week).padStart(3, "0")}-${person.key}-${index + 1}`;
  const lines = 1 + poisson(chance, character.lines - 1);
  const ticket = around(chance, person.ticketCents, ticketSpread) / character.lines;
  return Array.from({ length: lines }, () => {
    const family = at(families, weighted(chance, character.families));
    const price = ticket * around(chance, 1, ticketSpread) * world.priceFactor(family, week);
    const line: ShopOrder = {
      key: person.key,
      orderKey,
      at: moment,
      kind: "purchase",
      amountCents: Math.max(100, Math.round(price)),
      quantity: 1 + poisson(chance, 0.4),
      product: `${family}: ${pick(chance, products[family])}`,
      channel,
    };
    return { line, comesBack: happens(chance, character.returnRate) };
  });
}

function asReturn(order: ShopOrder): ShopOrder {
  return {
    ...order,
    orderKey: order.orderKey.replace("S", "R"),
    at: order.at + weekMs,
    kind: "return",
    amountCents: -order.amountCents,
    quantity: -order.quantity,
  };
}
