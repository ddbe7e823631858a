import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import { undoEvents } from "../orders/event-versions.ts";
import { undoOrders } from "../orders/order-versions.ts";
import { settleConsent } from "../people/consent-facts.ts";
import { showBestKeys } from "../people/shown-keys.ts";
import { imports } from "../schema/index.ts";
import { undoAttributes } from "./attribute-versions.ts";
import { waitForTurn } from "./imports.ts";

/** Who undoes an import, and when. */
export interface Undoing {
  readonly by: string;
  readonly at: Date;
  /** Whether what people refused in it goes too. */
  readonly withConsent?: boolean;
}

/**
 * Puts the base back to what it would be without an import, whatever came since from others. What people refused in it
 * stays refused, unless `withConsent` says so: nobody becomes contactable by an undo. Said again it changes nothing, but
 * that the refusals may go later.
 */
export function undoImport(db: Db, importId: number, undoing: Undoing): Promise<void> {
  return db.transaction(async (tx) => {
    await waitForTurn(tx);
    await listTouched(tx, importId);
    const [undone] = await tx
      .update(imports)
      .set({ state: "undone", undoneAt: undoing.at, undoneBy: undoing.by })
      .where(and(eq(imports.id, importId), eq(imports.state, "active")))
      .returning({ sourceId: imports.sourceId });
    if (undone !== undefined) {
      await undoOrders(tx, { importId, sourceId: undone.sourceId });
      await undoEvents(tx, importId);
      await tx.execute(sql`delete from rows_aside where import_id = ${importId}::int`);
      await undoAttributes(tx, importId);
      await undoKeys(tx, importId);
    }
    await undoConsents(tx, importId, undoing.withConsent === true);
  });
}

const touched = sql`select customer_id from staging_touched`;

/** Lists the people of whom the import speaks, and which of them may not be contacted so far. */
async function listTouched(tx: Db, importId: number): Promise<void> {
  await tx.execute(sql`drop table if exists staging_touched`);
  await tx.execute(sql`
    create temporary table staging_touched on commit drop as
    with named as materialized (
      select customer_id from customer_keys
      where import_id = ${importId}::int or also_imports @> array[${importId}::int]
      union
      select k.customer_id from consents f
      join customer_keys k on k.key = f.key and k.kind = f.key_kind and (k.kind <> 'id' or k.source_id = f.source_id)
      where f.import_id = ${importId}::int)
    select c.customer_id, c.consent in ('no', 'bounced') or c.suppressed as is_silent
    from customers c join named on named.customer_id = c.customer_id`);
}

/**
 * Takes the keys that only this import gave, and the people who have none left: whoever is named by another import is
 * named by a key.
 */
async function undoKeys(tx: Db, importId: number): Promise<void> {
  const isFirst = sql`import_id = ${importId}::int`;
  await tx.execute(sql`delete from customer_keys where ${isFirst} and also_imports = '{}'`);
  await tx.execute(sql`
    update customer_keys set import_id = also_imports[1], also_imports = also_imports[2:] where ${isFirst}`);
  await tx.execute(sql`
    update customer_keys set also_imports = array_remove(also_imports, ${importId}::int)
    where also_imports @> array[${importId}::int]`);
  await tx.execute(sql`drop table if exists staging_nameless`);
  await tx.execute(sql`
    create temporary table staging_nameless on commit drop as
    with named as materialized (select customer_id from customer_keys where customer_id in (${touched}))
    select customer_id from staging_touched where customer_id not in (select customer_id from named)`);
  for (const table of [
    "features",
    "memberships",
    "scores",
    "responses",
    "customer_attributes",
    "customers",
  ]) {
    await tx.execute(
      sql`delete from ${sql.raw(table)} where customer_id in (select customer_id from staging_nameless)`,
    );
  }
  await giveToNext(tx, importId);
  await showBestKeys(tx, touched);
}

/** Whoever this import made was named by another one too: they are the first of those now. */
async function giveToNext(tx: Db, importId: number): Promise<void> {
  await tx.execute(sql`
    with named as materialized (
      select customer_id, min(coalesce(import_id, 0)) as import_id from customer_keys
      where customer_id in (${touched}) group by customer_id)
    update customers c set import_id = nullif(named.import_id, 0)
    from named where named.customer_id = c.customer_id and c.import_id = ${importId}::int`);
}

/**
 * What people allowed in it no longer counts. A refusal stays, also where it held for somebody by an address that only this
 * import gave them: it is said of their other key then.
 */
async function undoConsents(tx: Db, importId: number, withConsent: boolean): Promise<void> {
  const isBrought = sql`import_id = ${importId}::int`;
  await tx.execute(
    withConsent
      ? sql`delete from consents where ${isBrought}`
      : sql`delete from consents where ${isBrought} and said = 'yes'`,
  );
  await settleConsent(tx, touched);
  if (withConsent) return;
  const lost = await tx.execute(sql`
    with freed as materialized (
      select c.customer_id, c.key from customers c join staging_touched t on t.customer_id = c.customer_id
      where t.is_silent and c.consent not in ('no', 'bounced') and not c.suppressed)
    insert into consents (key, key_kind, said, via, import_id, source_id)
    select distinct on (k.customer_id) k.key, k.kind, 'no', 'row', ${importId}::int, k.source_id
    from customer_keys k join freed on freed.customer_id = k.customer_id and freed.key = k.key
    order by k.customer_id`);
  if (lost.count > 0) await settleConsent(tx, touched);
}
