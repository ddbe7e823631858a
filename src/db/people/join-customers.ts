/** Two customers whom an admin said to be one, and the way back. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import { settleConsent } from "./consent-facts.ts";
import { showBestKeys } from "./shown-keys.ts";

/** Who says so, and when. */
export interface SaidBy {
  readonly by: string;
  readonly now: Date;
}

/** What a customer has. */
export interface Holdings {
  readonly key: string;
  readonly orders: number;
  readonly keys: number;
}

/** Tables whose rows go along with a customer. Deleted and written again: a row's customer decides on which machine it stands. */
const ownTables = [
  "orders",
  "order_versions",
  "events",
  "event_versions",
  "rows_aside",
  "responses",
  "export_members",
];

export async function loadHoldings(db: Db, customerId: number): Promise<Holdings> {
  const [row] = await db.execute<Holdings & Record<string, unknown>>(sql`
    select key, (select count(distinct (source_id, order_key)) from orders
                 where customer_id = c.customer_id and kind = 'purchase')::int as orders,
           (select count(*) from customer_keys where customer_id = c.customer_id)::int as keys
    from customers c where customer_id = ${customerId}`);
  if (row === undefined) throw new Error("the customer is gone");
  return row;
}

/** Makes two customers one: the first stays, and what the second had is its own from now on. */
export function joinCustomers(
  db: Db,
  { keptId, joinedId }: { readonly keptId: number; readonly joinedId: number },
  { by, now }: SaidBy,
): Promise<void> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('segmenta import'))`);
    await keepVersions(tx, [keptId, joinedId]);
    await tx.execute(sql`
      insert into customer_joins (customer_id, joined_id, keys, kept, joined, joined_by, joined_at)
      select ${keptId}::bigint, ${joinedId}::bigint,
             (select jsonb_agg(jsonb_build_array(key, kind, source_id)) from customer_keys where customer_id = ${joinedId}),
             ${ownRows(keptId)}, ${ownRows(joinedId)}, ${by}, ${now.toISOString()}::timestamptz`);
    for (const table of ownTables) await moveRows(tx, table, { from: joinedId, to: keptId });
    await moveRows(tx, "customer_keys", { from: joinedId, to: keptId });
    await mergeAttributes(tx, keptId, joinedId);
    for (const table of ["features", "memberships", "scores", "customer_attributes", "customers"]) {
      await tx.execute(sql`delete from ${sql.raw(table)} where customer_id = ${joinedId}`);
    }
    await showBestKeys(tx, sql`select ${keptId}::bigint`);
    await settleConsent(tx, sql`select ${keptId}::bigint as customer_id`);
  });
}

/** What a single import said of a customer is kept nowhere but in the customer: apart, now that several will have. */
async function keepVersions(tx: Db, ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    await tx.execute(sql`
      insert into customer_attributes (customer_id, import_id, attributes, responses)
      select c.customer_id, coalesce(c.import_id, 0), c.attributes,
             coalesce((select jsonb_object_agg(r.campaign, r.responded) from responses r where r.customer_id = ${id}), '{}')
      from customers c where c.customer_id = ${id}
        and not exists (select from customer_attributes k where k.customer_id = ${id})`);
  }
}

/** What is a customer's own, as `OwnRows`. */
function ownRows(id: number): SQL {
  const all = (value: SQL, from: SQL) =>
    sql`coalesce((select jsonb_agg(distinct ${value}) from ${from} where customer_id = ${id}), '[]')`;
  return sql`(select jsonb_build_object(
    'importId', import_id,
    'orders', ${all(sql`jsonb_build_array(source_id, order_key)`, sql`orders`)},
    'events', ${all(sql`jsonb_build_array(at, kind)`, sql`events`)},
    'campaigns', ${all(sql`to_jsonb(campaign)`, sql`responses`)},
    'versions', ${all(sql`to_jsonb(v)`, sql`customer_attributes v`)}) from customers where customer_id = ${id})`;
}

/** Of two rows that cannot both be one customer's, the one that is there stays. */
async function moveRows(
  tx: Db,
  table: string,
  { from, to, which = sql`true` }: { readonly from: number; readonly to: number; readonly which?: SQL },
): Promise<void> {
  const name = sql.raw(table);
  await tx.execute(sql`
    with gone as (delete from ${name} t where customer_id = ${from} and ${which} returning to_jsonb(t) as row)
    insert into ${name}
    select (jsonb_populate_record(null::${name}, row || jsonb_build_object('customer_id', ${to}::bigint))).* from gone
    on conflict do nothing`);
}

/** Cells of the one who stays go before those of the other. */
async function mergeAttributes(tx: Db, keptId: number, joinedId: number): Promise<void> {
  await tx.execute(sql`
    insert into customer_attributes (customer_id, import_id, attributes, responses)
    select ${keptId}::bigint, import_id, attributes, responses from customer_attributes where customer_id = ${joinedId}
    on conflict (customer_id, import_id) do update
    set attributes = excluded.attributes || customer_attributes.attributes,
        responses = excluded.responses || customer_attributes.responses`);
  await tx.execute(sql`
    update customers c set attributes = other.attributes || c.attributes, updated_at = now()
    from (select attributes from customers where customer_id = ${joinedId}) as other where c.customer_id = ${keptId}`);
}

/**
 * Parts the customers who were joined last: each gets back what was theirs. What came since by a key of the second goes
 * with its order or key; everything else stays.
 *
 * @returns The id of the one who stands alone again; undefined where nothing was joined.
 */
export function partCustomers(db: Db, keptId: number, { by, now }: SaidBy): Promise<number | undefined> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('segmenta import'))`);
    const [join] = await tx.execute<{ id: number; joined: number }>(sql`
      update customer_joins set parted_by = ${by}, parted_at = ${now.toISOString()}::timestamptz
      where id = (select max(id) from customer_joins where customer_id = ${keptId} and parted_at is null)
      returning id::float8 as id, joined_id::float8 as joined`);
    if (join === undefined) return undefined;
    await giveBack(tx, join.id, { from: keptId, to: join.joined });
    for (const id of [keptId, join.joined]) {
      await showBestKeys(tx, sql`select ${id}::bigint`);
      await settleConsent(tx, sql`select ${id}::bigint as customer_id`);
    }
    return join.joined;
  });
}

async function giveBack(
  tx: Db,
  joinId: number,
  ids: { readonly from: number; readonly to: number },
): Promise<void> {
  const join = sql`(select * from customer_joins where id = ${joinId}) j`;
  const theirs = (list: "orders" | "events" | "campaigns", item: SQL) => {
    const [joined, kept] = [sql.raw(`j.joined -> '${list}'`), sql.raw(`j.kept -> '${list}'`)];
    const one = sql`jsonb_build_array(${item})`;
    return sql`exists (select from ${join} where ${joined} @> ${one} and not ${kept} @> ${one})`;
  };
  await tx.execute(sql`
    insert into customers (customer_id, key, import_id) overriding system value
    select joined_id, keys -> 0 ->> 0, (joined ->> 'importId')::int from ${join}`);
  const order = theirs("orders", sql`jsonb_build_array(t.source_id, t.order_key)`);
  const event = theirs("events", sql`jsonb_build_array(t.at, t.kind)`);
  await moveRows(tx, "orders", { ...ids, which: order });
  await moveRows(tx, "order_versions", { ...ids, which: order });
  await moveRows(tx, "events", { ...ids, which: event });
  await moveRows(tx, "event_versions", { ...ids, which: event });
  await moveRows(tx, "responses", { ...ids, which: theirs("campaigns", sql`to_jsonb(t.campaign)`) });
  await moveRows(tx, "customer_keys", {
    ...ids,
    which: sql`exists (select from ${join} where j.keys @> jsonb_build_array(jsonb_build_array(t.key, t.kind, t.source_id)))`,
  });
  // Whoever took a list took both of them.
  await tx.execute(sql`
    insert into export_members (customer_id, export_id)
    select ${ids.to}::bigint, export_id from export_members where customer_id = ${ids.from} on conflict do nothing`);
  await restoreAttributes(tx, join, ids);
}

/** What each import said goes back to whom it was said of; imports that were undone meanwhile say nothing any more. */
async function restoreAttributes(
  tx: Db,
  join: SQL,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  await tx.execute(sql`
    delete from customer_attributes a using ${join}
    where a.customer_id = ${from} and exists (
      select from jsonb_array_elements((j.kept -> 'versions') || (j.joined -> 'versions')) v
      where (v ->> 'import_id')::int = a.import_id)`);
  const sides = { kept: from, joined: to };
  for (const [side, id] of Object.entries(sides)) {
    await tx.execute(sql`
      insert into customer_attributes
      select (jsonb_populate_record(null::customer_attributes, v || jsonb_build_object('customer_id', ${id}::bigint))).*
      from ${join} cross join lateral jsonb_array_elements(${sql.raw(`j.${side}`)} -> 'versions') v
      where (v ->> 'import_id')::int not in (select id from imports where state = 'undone')
      on conflict do nothing`);
    await tx.execute(sql`
      update customers set updated_at = now(), attributes = coalesce((
        select jsonb_object_agg(cell.key, cell.value order by k.import_id)
        from customer_attributes k, jsonb_each(k.attributes) cell where k.customer_id = ${id}), '{}')
      where customer_id = ${id}`);
  }
}
