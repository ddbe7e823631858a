import { sql } from "drizzle-orm";
import { createRandom } from "../../src/analysis/numbers/random.ts";
import type { Db } from "../../src/db/connection/connect.ts";
import type { JsonObject } from "../../src/contract/reply.ts";

/** A customer of a small base made by hand. */
export interface PlantedCustomer {
  readonly key: string;
  readonly attributes?: JsonObject;
  readonly consent?: "yes" | "no" | "unknown";
  readonly suppressed?: boolean;
}

export interface PlantedOrder {
  readonly key: string;
  readonly at: string;
  readonly order: string;
  readonly cents: number;
  readonly kind?: "purchase" | "return" | "other";
  readonly quantity?: number;
  readonly product?: string;
  readonly channel?: string;
  readonly source?: number;
}

/** Adds customers; their ids follow the list. */
export async function plantCustomers(db: Db, customers: readonly PlantedCustomer[]): Promise<void> {
  await db.execute(sql`
    insert into customers (key, attributes, consent, suppressed)
    select key, coalesce(attributes, '{}'), coalesce(consent, 'unknown'), coalesce(suppressed, false)
    from jsonb_to_recordset(${JSON.stringify(customers)}::text::jsonb)
      as planted (key text, attributes jsonb, consent text, suppressed boolean)`);
  await db.execute(sql`
    insert into customer_keys (key, kind, customer_id)
    select key, case when position('@' in key) > 0 then 'email' else 'id' end, customer_id from customers
    union select lower(attributes ->> 'email'), 'email', customer_id from customers where attributes ? 'email'
    on conflict do nothing`);
}

export async function plantOrders(db: Db, orders: readonly PlantedOrder[]): Promise<void> {
  await db.execute(sql`
    insert into orders (customer_id, at, order_key, kind, amount_cents, quantity, product, channel, source_id)
    select customer_id, at, "order", coalesce(planted.kind, 'purchase'), cents, coalesce(quantity, 1), product, channel,
           coalesce(source, 0)
    from jsonb_to_recordset(${JSON.stringify(orders)}::text::jsonb)
      as planted (key text, at timestamptz, "order" text, kind text, cents bigint, quantity int, product text, channel text,
      source int)
    join customer_keys using (key)`);
}

export async function plantEvents(
  db: Db,
  events: readonly {
    readonly key: string;
    readonly at: string;
    readonly kind: string;
    readonly value?: number;
  }[],
): Promise<void> {
  await db.execute(sql`
    insert into events (customer_id, at, kind, value)
    select customer_id, at, planted.kind, coalesce(value, 1)
    from jsonb_to_recordset(${JSON.stringify(events)}::text::jsonb)
      as planted (key text, at timestamptz, kind text, value float8) join customer_keys using (key)`);
}

/**
 * Customers in three groups far apart (thrifty, middling, generous), seeded; some of the middling have no
 * income, and the median that they get is near their own.
 *
 * @param from Number of the first, so that a second call adds others.
 */
export function threeGroups(count: number, from = 0): readonly PlantedCustomer[] {
  const random = createRandom(11 + from);
  const centers = [
    { total: 100, visits: 3, income: 20_000 },
    { total: 900, visits: 12, income: 50_000 },
    { total: 2500, visits: 30, income: 90_000 },
  ];
  return Array.from({ length: count }, (_, index) => {
    const center = centers[index % 3] ?? { total: 0, visits: 0, income: 0 };
    const near = (value: number) => Math.round(value * (0.9 + 0.2 * random.next()));
    const income = index % 42 === 1 ? {} : { income: near(center.income) };
    return {
      key: `C${from + index}`,
      attributes: {
        revenue: near(center.total),
        visits: near(center.visits),
        ...income,
        city: ["Rome", "Oslo"][index % 2] ?? "",
      },
    };
  });
}
