import { type SQL, sql } from "drizzle-orm";
import { countAfresh, countOf, dropRepeated, type Stored } from "../imports/staging-merge.ts";
import type { ImportOrigin } from "../imports/imports.ts";
import { keepAttributes } from "../imports/attribute-versions.ts";
import { countCustomers, saveTotals } from "../imports/totals.ts";
import type { Db } from "../connection/connect.ts";
import { isTheirs } from "./resolve-people.ts";
import { storePeople } from "./store-people.ts";

/** The staging table of a customers' file; `responses` is `{ campaign: answered }`. */
export const customerColumns = {
  line: "int",
  key: "text",
  key_kind: "text",
  email: "text",
  phone: "text",
  attributes: "jsonb",
  consent: "text",
  consent_on: "text",
  suppressed: "boolean",
  responses: "jsonb",
} as const;

/** A customers' file adds a figure: rows alike but for the key. */
export interface StoredCustomers extends Stored {
  readonly lookAlikes: number;
}

/**
 * Rows of a customers' file into the base. Attributes are merged into what other files said; an empty cell empties
 * the attribute. Of several rows of one customer the last one counts.
 */
export async function storeCustomers(tx: Db, table: string, origin: ImportOrigin): Promise<StoredCustomers> {
  const staging = sql.raw(table);
  await saveTotals(tx, origin.importId, await countCustomers(tx, staging));
  const repeated = await dropRepeated(tx, staging, sql`key, key_kind`);
  const lookAlikes = await countLookAlikes(tx, staging);
  const people = await storePeople(tx, table, origin, { hasAttributes: true, speaks: true, marks: true });
  const known = sql`
    select distinct on (p.customer_id) p.customer_id, s.attributes, s.responses
    from ${staging} s join ${people.table} p on ${isTheirs}
    where p.customer_id not in (select customer_id from ${people.table} where is_new)
    order by p.customer_id, s.line desc`;
  const updatedCustomers = await updateKnown(tx, known, origin);
  await storeResponses(tx, { staging, people: people.table }, origin);
  await countAfresh(tx);
  const { newCustomers } = people;
  const sameByOtherKey = await countOf(
    tx,
    sql`select count(*) - count(distinct customer_id) as count from ${people.table}`,
  );
  return {
    rows: newCustomers + updatedCustomers,
    newCustomers,
    updatedCustomers,
    merged: repeated + sameByOtherKey,
    people,
    lookAlikes,
  };
}

/** How many rows repeat an earlier one in everything but the key. */
function countLookAlikes(tx: Db, staging: SQL): Promise<number> {
  return countOf(
    tx,
    sql`select count(*) - count(distinct md5(concat(attributes, '|', consent, '|', suppressed, '|', responses)))
        as count from ${staging}`,
  );
}

/** Rows are found first: the statement that changes customers joins on the customer alone (db/connection/distribute.ts). */
async function updateKnown(tx: Db, known: SQL, { importId }: ImportOrigin): Promise<number> {
  await keepAttributes(tx, known, importId);
  return countOf(
    tx,
    sql`with known as materialized (${known}),
        changed as (
          update customers c set attributes = c.attributes || known.attributes, updated_at = now()
          from known where c.customer_id = known.customer_id returning 1)
        select count(*) as count from changed`,
  );
}

async function storeResponses(
  tx: Db,
  { staging, people }: { readonly staging: SQL; readonly people: SQL },
  { importId }: ImportOrigin,
): Promise<void> {
  await tx.execute(sql`
    insert into responses (customer_id, campaign, responded, import_id)
    select distinct on (p.customer_id, answer.key) p.customer_id, answer.key, answer.value::boolean, ${importId}::int
    from ${staging} s join ${people} p on ${isTheirs}
    cross join lateral jsonb_each_text(s.responses) answer
    order by p.customer_id, answer.key, s.line desc
    on conflict (customer_id, campaign) do update set responded = excluded.responded, import_id = excluded.import_id`);
}
