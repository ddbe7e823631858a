/**
 * Events that several imports brought: the last of them says what an event is worth. What each said is kept in
 * `event_versions`, so that the one before counts again when it is undone.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";

/**
 * Stores the events of a file: those that the base has already take its value.
 *
 * @param rows A query of (`customer_id`, `at`, `kind`, `value`), one row an event.
 * @returns How many events the file has.
 */
export async function mergeEvents(tx: Db, rows: SQL, importId: number): Promise<number> {
  await tx.execute(sql`drop table if exists staging_shown_events`);
  const shown = await tx.execute(sql`create temporary table staging_shown_events on commit drop as ${rows}`);
  await tx.execute(sql`analyze staging_shown_events`);
  const [same, first] = [sameAs("e"), sameAs("v")];
  await tx.execute(sql`
    insert into event_versions (customer_id, at, kind, value, imports)
    select e.customer_id, e.at, e.kind, e.value, array[coalesce(e.import_id, 0)]
    from events e join staging_shown_events s on ${same}
    where not exists (
      select from event_versions v where v.customer_id = e.customer_id and v.at = e.at and v.kind = e.kind)`);
  await tx.execute(sql`
    insert into event_versions (customer_id, at, kind, value, imports)
    select s.customer_id, s.at, s.kind, s.value, '{}' from staging_shown_events s
    where exists (select from event_versions v where ${first})
      and not exists (select from event_versions v where ${first} and v.value = s.value)`);
  await tx.execute(sql`
    update event_versions v set imports = v.imports || ${importId}::int
    from staging_shown_events s where ${first} and v.value = s.value`);
  await tx.execute(sql`delete from events e using staging_shown_events s where ${same}`);
  await tx.execute(sql`
    insert into events (customer_id, at, kind, value, import_id)
    select s.customer_id, s.at, s.kind, s.value,
           case when v.customer_id is null then ${importId}::int else nullif(v.imports[1], 0) end
    from staging_shown_events s left join event_versions v on ${first} and v.value = s.value`);
  return shown.count;
}

/** Whether a row of `event` and one of `staging_shown_events` are the same event. */
function sameAs(event: string): SQL {
  const name = sql.raw(event);
  return sql`${name}.customer_id = s.customer_id and ${name}.at = s.at and ${name}.kind = s.kind`;
}

/** Leaves the events that the base would have without an import. */
export async function undoEvents(tx: Db, importId: number): Promise<void> {
  await tx.execute(sql`drop table if exists staging_shown_events`);
  await tx.execute(sql`
    create temporary table staging_shown_events on commit drop as
    select distinct customer_id, at, kind from event_versions where imports @> array[${importId}::int]`);
  await tx.execute(sql`
    update event_versions set imports = array_remove(imports, ${importId}::int)
    where imports @> array[${importId}::int]`);
  await tx.execute(sql`delete from event_versions where imports = '{}'`);
  await tx.execute(sql`delete from events e using staging_shown_events s where ${sameAs("e")}`);
  await tx.execute(sql`delete from events where import_id = ${importId}::int`);
  await tx.execute(sql`
    insert into events (customer_id, at, kind, value, import_id)
    select distinct on (v.customer_id, v.at, v.kind) v.customer_id, v.at, v.kind, v.value, nullif(v.imports[1], 0)
    from event_versions v join staging_shown_events s on ${sameAs("v")}
    order by v.customer_id, v.at, v.kind, v.imports[cardinality(v.imports)] desc`);
}
