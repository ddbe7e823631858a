/**
 * Orders that several imports touch. What each shows of them is kept in `order_versions`, and `orders` holds what follows
 * from it: the same after an import and after one is undone, since both make it anew from those that are left.
 *
 * A line counts unless a later import shows its order whole and without it. Whole is an order of a file with order
 * numbers that shows more of it than returns, for the days that the file spans; a return that came by itself goes only
 * before a file that shows returns of the order.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import type { ImportOrigin } from "../imports/imports.ts";
import { isTheirs, peopleOf } from "../people/resolve-people.ts";

/** What a file changed in orders that were there. */
export interface OrderChange {
  /** Lines of the file that the base had. */
  readonly known: number;
  /** Lines that counted and count no longer, and what their orders were worth in all, before and after. */
  readonly gone: number;
  readonly beforeCents: number;
  readonly afterCents: number;
}

/** A file whose orders are all new. */
export const nothingChanged: OrderChange = { known: 0, gone: 0, beforeCents: 0, afterCents: 0 };

/** What a line is, apart from who brought it: two lines that agree in all of it are alike. */
const cells = sql.raw(
  "customer_id, at, order_key, kind, amount_cents, quantity, product, channel, currency, original_cents",
);

/**
 * Stores the lines of those orders of a file that the base has already, and drops them from the staging table.
 *
 * @param table The staging table, whose people are found by now.
 */
export async function mergeKnownOrders(tx: Db, table: string, origin: ImportOrigin): Promise<OrderChange> {
  const staging = sql.raw(table);
  if ((await listKnownOrders(tx, staging, origin)) === 0) return nothingChanged;
  await keepBaseLines(tx, origin);
  const known = await keepFileLines(tx, table, origin);
  await tx.execute(
    sql`delete from ${staging} where order_key in (select order_key from staging_known_orders)`,
  );
  return { ...(await rebuildOrders(tx, origin.sourceId)), known };
}

/** Lists the orders that the file and the base share. */
async function listKnownOrders(tx: Db, staging: SQL, { sourceId }: ImportOrigin): Promise<number> {
  await tx.execute(sql`drop table if exists staging_known_orders`);
  const made = await tx.execute(sql`
    create temporary table staging_known_orders on commit drop as
    with shown as materialized (select distinct order_key from ${staging}),
      counting as materialized (
        select distinct order_key from orders
        where source_id = ${sourceId}::int and order_key in (select order_key from shown)),
      kept as materialized (
        select distinct order_key from order_versions
        where source_id = ${sourceId}::int and order_key in (select order_key from shown))
    select order_key, kept.order_key is not null as is_kept
    from counting full join kept using (order_key)`);
  await tx.execute(sql`analyze staging_known_orders`);
  return made.count;
}

/** The lines that an order had so far, where one import had brought them all. */
async function keepBaseLines(tx: Db, { sourceId }: ImportOrigin): Promise<void> {
  await tx.execute(sql`
    insert into order_versions (${cells}, source_id, occurrence, imports)
    select ${cells}, source_id, row_number() over (partition by ${cells}), array[coalesce(import_id, 0)]
    from orders
    where source_id = ${sourceId}::int
      and order_key in (select order_key from staging_known_orders where not is_kept)`);
}

/**
 * The lines that the file shows. A line without a customer says that its order stands in the file, and nothing else.
 *
 * @returns How many of them some import had shown before.
 */
async function keepFileLines(tx: Db, table: string, { importId, sourceId }: ImportOrigin): Promise<number> {
  await tx.execute(sql`drop table if exists staging_shown_lines`);
  await tx.execute(sql`
    create temporary table staging_shown_lines on commit drop as
    select *, row_number() over (partition by ${cells}) as occurrence
    from (select coalesce(p.customer_id, 0) as customer_id, s.at, s.order_key,
                 case when s.key is null then 'none' else s.kind end as kind,
                 case when s.key is null then 0 else s.amount_cents end as amount_cents,
                 case when s.key is null then 0 else s.quantity end as quantity,
                 s.product, s.channel, null::text as currency, null::bigint as original_cents
          from ${sql.raw(table)} s left join ${peopleOf(table)} p on ${isTheirs}
          where s.order_key in (select order_key from staging_known_orders)) lines`);
  await tx.execute(sql`analyze staging_shown_lines`);
  const same = sql`v.source_id = ${sourceId}::int and v.customer_id = s.customer_id and v.order_key = s.order_key
    and v.at = s.at and v.amount_cents = s.amount_cents and v.occurrence = s.occurrence and v.kind = s.kind
    and v.quantity = s.quantity and v.product is not distinct from s.product
    and v.channel is not distinct from s.channel and v.currency is not distinct from s.currency
    and v.original_cents is not distinct from s.original_cents`;
  const known = await tx.execute(sql`
    update order_versions v set imports = v.imports || ${importId}::int from staging_shown_lines s where ${same}`);
  await tx.execute(sql`
    insert into order_versions (${cells}, source_id, occurrence, imports)
    select ${cells}, ${sourceId}::int, occurrence, array[${importId}::int] from staging_shown_lines s
    where not exists (select from order_versions v where ${same})`);
  return known.count;
}

/**
 * Makes the lines of the orders in `staging_known_orders` anew from what the imports show of them.
 *
 * @param sourceId The source in whose numbers they are named.
 */
async function rebuildOrders(tx: Db, sourceId: number): Promise<Omit<OrderChange, "known">> {
  await tx.execute(sql`drop table if exists staging_order_lines`);
  await tx.execute(sql`
    create temporary table staging_order_lines on commit drop as
    with kept as materialized (
        select ${cells}, occurrence, imports, imports[cardinality(imports)] as last from order_versions
        where source_id = ${sourceId}::int and order_key in (select order_key from staging_known_orders)),
      shown as materialized (
        select order_key, import_id, bool_and(kind = 'return') as only_returns, bool_or(kind = 'return') as has_returns
        from kept cross join lateral unnest(imports) import_id group by order_key, import_id),
      whole as materialized (
        select s.order_key, s.import_id, s.has_returns, i.first_at, i.last_at
        from shown s join imports i on i.id = s.import_id
        where i.has_order_numbers and not s.only_returns)
    select ${cells}, nullif(imports[1], 0) as import_id from kept
    where kind <> 'none' and not exists (
      select from whole w
      where w.order_key = kept.order_key and w.import_id > kept.last
        and kept.at >= w.first_at and kept.at < w.last_at
        and (w.has_returns or not (kept.kind = 'return' and exists (
          select from shown b
          where b.order_key = kept.order_key and b.import_id = kept.last and b.only_returns))))`);
  const change = await compareOrders(tx, sourceId);
  const ofChanged = sql`order_key in (select order_key from staging_changed_lines)`;
  await tx.execute(sql`delete from orders where source_id = ${sourceId}::int and ${ofChanged}`);
  await tx.execute(sql`
    insert into orders (${cells}, source_id, import_id)
    select ${cells}, ${sourceId}::int, import_id from staging_order_lines where ${ofChanged} order by customer_id`);
  return change;
}

/** Lists the lines that come and go, so that orders which stay as they are need not be written again. */
async function compareOrders(tx: Db, sourceId: number): Promise<Omit<OrderChange, "known">> {
  await tx.execute(sql`drop table if exists staging_changed_lines`);
  await tx.execute(sql`
    create temporary table staging_changed_lines on commit drop as
    select order_key, amount_cents, sum(side) as change
    from (select ${cells}, import_id, 1 as side from staging_order_lines
          union all
          select ${cells}, import_id, -1 from orders
          where source_id = ${sourceId}::int and order_key in (select order_key from staging_known_orders)) sides
    group by ${cells}, import_id having sum(side) <> 0`);
  const [row] = await tx.execute<Readonly<Record<"gone" | "before" | "after", string | null>>>(sql`
    with losing as materialized (select distinct order_key from staging_changed_lines where change < 0)
    select (select -sum(change) from staging_changed_lines where change < 0) as gone,
           (select sum(amount_cents) from orders
            where source_id = ${sourceId}::int and order_key in (select order_key from losing)) as before,
           (select sum(amount_cents) from staging_order_lines
            where order_key in (select order_key from losing)) as after`);
  return {
    gone: Number(row?.gone ?? 0),
    beforeCents: Number(row?.before ?? 0),
    afterCents: Number(row?.after ?? 0),
  };
}

/** Leaves the orders that the base would have without an import. */
export async function undoOrders(tx: Db, { importId, sourceId }: ImportOrigin): Promise<void> {
  const shows = sql`imports @> array[${importId}::int]`;
  await tx.execute(sql`drop table if exists staging_known_orders`);
  await tx.execute(sql`
    create temporary table staging_known_orders on commit drop as
    select distinct order_key from order_versions where source_id = ${sourceId}::int and ${shows}`);
  await tx.execute(
    sql`update order_versions set imports = array_remove(imports, ${importId}::int) where ${shows}`,
  );
  await tx.execute(sql`delete from order_versions where imports = '{}'`);
  await tx.execute(sql`
    delete from orders
    where import_id = ${importId}::int and order_key not in (select order_key from staging_known_orders)`);
  await rebuildOrders(tx, sourceId);
}
