import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import { peopleOf } from "./resolve-people.ts";

/** Enough keys to tell what kind of numbers a column holds. */
const enough = 5_000;

/** Some of the customer numbers that a file names people by, always the same ones. */
export async function loadIds(tx: Db, table: string): Promise<readonly string[]> {
  const rows = await tx.execute<{ key: string }>(sql`
    select key from ${peopleOf(table)} where kind = 'id' order by hashtext(key), key limit ${enough}`);
  return rows.map(({ key }) => key);
}

/** Keeps that the customer numbers of a source are personal, unless an admin said what they are. */
export async function markPersonal(tx: Db, sourceId: number): Promise<void> {
  await tx.execute(sql`
    update sources set personal_ids = true where id = ${sourceId} and personal_ids_said_by is null`);
}

/** An admin says whether customer numbers tell who somebody is, for all sources there are. */
export async function sayPersonal(db: Db, isPersonal: boolean, by: string): Promise<void> {
  await db.execute(sql`update sources set personal_ids = ${isPersonal}, personal_ids_said_by = ${by}`);
}

/**
 * Whether a list would tell by its ids who somebody is: an id that is shown may be an address, for want of a number.
 *
 * @param members A query of `customer_id`.
 */
export async function hasPersonalIds(db: Db, members: SQL): Promise<boolean> {
  const [row] = await db.execute<{ found: boolean }>(sql`
    with personal as materialized (select id from sources where personal_ids),
    shown as materialized (
      select c.customer_id, c.key from (${members}) as audience
      join customers c on c.customer_id = audience.customer_id)
    select exists (
      select from shown join customer_keys k on k.key = shown.key and k.customer_id = shown.customer_id
      where k.kind <> 'id' or k.source_id in (select id from personal)) as found`);
  return row?.found ?? false;
}
