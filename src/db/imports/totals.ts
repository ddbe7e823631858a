/** What a file brings, counted in the staging table and kept with its import. */
import { eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import { imports, type ImportTotals } from "../schema/index.ts";

const nothing: ImportTotals = {
  people: 0,
  orders: 0,
  lines: 0,
  grossCents: 0,
  returnedCents: 0,
  from: null,
  to: null,
  saidNo: 0,
};

/** Sums arrive as text: they may be larger than what the driver takes for a number. */
type Counted = Readonly<Record<string, string | null>>;

async function count(tx: Db, query: SQL): Promise<{ readonly totals: ImportTotals; readonly row: Counted }> {
  const [row = {}] = await tx.execute<Counted>(query);
  const number = (name: string) => Number(row[name] ?? 0);
  const totals = {
    people: number("people"),
    orders: number("orders"),
    lines: number("lines"),
    grossCents: number("gross"),
    returnedCents: number("returned"),
    from: row["from"] ?? null,
    to: row["to"] ?? null,
    saidNo: number("said_no"),
  };
  return { totals: { ...nothing, ...totals }, row };
}

const day = (moment: SQL) => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD')`;

/** Whether a row says that its person is not to be contacted. */
const refuses = sql`consent in ('no', 'bounced')`;

/**
 * One pass over the lines of an orders' file.
 *
 * @returns The totals, and how many people bought nothing in it, only returned or were adjusted.
 */
export async function countOrders(
  tx: Db,
  staging: SQL,
): Promise<{ readonly totals: ImportTotals; readonly withoutPurchase: number }> {
  const { totals, row } = await count(
    tx,
    sql`with each_order as materialized (
          select key, order_key, count(*) filter (where key is not null) as lines, bool_or(kind = 'purchase') as bought, bool_or(${refuses}) as refused,
                 sum(amount_cents) filter (where kind = 'purchase') as gross,
                 -sum(amount_cents) filter (where kind = 'return') as returned, min(at) as first, max(at) as last
          from ${staging} group by key, order_key),
        each_person as (
          select bool_or(bought) as bought, bool_or(refused) as refused from each_order
          where key is not null group by key)
        select sum(lines) as lines, count(distinct order_key) filter (where key is not null) as orders,
               sum(gross) filter (where key is not null) as gross,
               sum(returned) filter (where key is not null) as returned, ${day(sql`min(first)`)} as from, ${day(sql`max(last)`)} as to,
               (select count(*) from each_person) as people,
               (select count(*) from each_person where refused) as said_no,
               (select count(*) from each_person where not bought) as without
        from each_order`,
  );
  return { totals, withoutPurchase: Number(row["without"] ?? 0) };
}

export async function countEvents(tx: Db, staging: SQL): Promise<ImportTotals> {
  const { totals } = await count(
    tx,
    sql`select count(distinct key) as people, count(*) as lines, ${day(sql`min(at)`)} as from, ${day(sql`max(at)`)} as to
        from ${staging}`,
  );
  return totals;
}

export async function countCustomers(tx: Db, staging: SQL): Promise<ImportTotals> {
  const { totals } = await count(
    tx,
    sql`select count(distinct key) as people, count(*) as lines,
               count(distinct key) filter (where ${refuses} or suppressed) as said_no
        from ${staging}`,
  );
  return totals;
}

export async function countRefusals(tx: Db, staging: SQL): Promise<ImportTotals> {
  const { totals } = await count(
    tx,
    sql`select count(*) as lines, count(*) filter (where consent is distinct from 'yes') as said_no from ${staging}`,
  );
  return totals;
}

/**
 * Keeps the totals of an import, and the whole days that it spans: what happened outside of them it says nothing of.
 */
export async function saveTotals(tx: Db, importId: number, totals: ImportTotals): Promise<void> {
  const { from, to } = totals;
  await tx
    .update(imports)
    .set({
      totals,
      firstAt: sql`${from}::date at time zone 'UTC'`,
      lastAt: sql`(${to}::date + 1) at time zone 'UTC'`,
    })
    .where(eq(imports.id, importId));
}
