import { sql } from "drizzle-orm";
import { mayBeContacted } from "../people/contact.ts";
import type { Db } from "../connection/connect.ts";
import { customers } from "../schema/index.ts";

/** What the base holds, by all imports that count. */
export type BaseTotals = {
  readonly people: number;
  readonly contactable: number;
  /** People who may not be contacted because they, or a list, said so. */
  readonly saidNo: number;
  /** Orders with a purchase. */
  readonly orders: number;
  readonly lines: number;
  readonly grossCents: number;
  /** What was given back, as a positive sum. */
  readonly returnedCents: number;
  readonly netCents: number;
  /** The day of the newest order or event, `YYYY-MM-DD`; null where there is none. */
  readonly newestDay: string | null;
  /** Shops and programs whose numbers are kept apart. */
  readonly sources: number;
};

/** Sums arrive as text: they may be larger than what the driver takes for a number. */
type Counted = Readonly<Record<string, string | null>>;

/** Counts the base. */
export async function countBase(db: Db): Promise<BaseTotals> {
  const [people = {}] = await db.execute<Counted>(sql`
    select count(*) as people, count(*) filter (where ${mayBeContacted}) as contactable,
           count(*) filter (where ${customers.consent} in ('no', 'bounced') or ${customers.suppressed}) as said_no from ${customers}`);
  const [orders = {}] = await db.execute<Counted>(sql`
    select count(*) as lines, sum(amount_cents) filter (where kind = 'purchase') as gross,
           -sum(amount_cents) filter (where kind = 'return') as returned,
           (select count(*) from (
             select from orders where kind = 'purchase' group by source_id, order_key) each_order) as orders
    from orders`);
  const [rest = {}] = await db.execute<Counted>(sql`
    select to_char(greatest((select max(at) from orders), (select max(at) from events)) at time zone 'UTC',
             'YYYY-MM-DD') as newest,
           (select count(distinct source_id) from imports where state = 'active') as sources`);
  const number = (counted: Counted, name: string) => Number(counted[name] ?? 0);
  const grossCents = number(orders, "gross");
  const returnedCents = number(orders, "returned");
  return {
    people: number(people, "people"),
    contactable: number(people, "contactable"),
    saidNo: number(people, "said_no"),
    orders: number(orders, "orders"),
    lines: number(orders, "lines"),
    grossCents,
    returnedCents,
    netCents: grossCents - returnedCents,
    newestDay: rest["newest"] ?? null,
    sources: number(rest, "sources"),
  };
}
