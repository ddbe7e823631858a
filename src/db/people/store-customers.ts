import { type SQL, sql } from "drizzle-orm";
import {
  applySuppressions,
  countAfresh,
  countOf,
  dropRepeated,
  kindOfKey,
  type Stored,
} from "../imports/staging-merge.ts";
import type { ImportOrigin } from "../imports/imports.ts";
import { countCustomers, saveTotals } from "../imports/totals.ts";
import type { Db } from "../connection/connect.ts";

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

/** A customers' file adds two figures: rows alike but for the key, and customers newly silenced by the list. */
export interface StoredCustomers extends Stored {
  readonly lookAlikes: number;
}

/**
 * Rows of a customers' file into the base. Attributes are merged into what other files said; an empty cell empties
 * the attribute. Of several rows with one key the last one counts.
 */
export async function storeCustomers(tx: Db, table: string, origin: ImportOrigin): Promise<StoredCustomers> {
  const staging = sql.raw(table);
  await saveTotals(tx, origin.importId, await countCustomers(tx, staging));
  const merged = await dropRepeated(tx, staging, sql`key`);
  const lookAlikes = await countLookAlikes(tx, staging);
  const updatedCustomers = await updateKnown(tx, staging);
  const newCustomers = await insertNew(tx, staging, origin);
  await storeResponses(tx, staging, origin);
  await applySuppressions(tx);
  await countAfresh(tx);
  return { rows: newCustomers + updatedCustomers, newCustomers, updatedCustomers, merged, lookAlikes };
}

/** How many rows repeat an earlier one in everything but the key. */
function countLookAlikes(tx: Db, staging: SQL): Promise<number> {
  return countOf(
    tx,
    sql`select count(*) - count(distinct md5(concat(attributes, '|', consent, '|', suppressed, '|', responses)))
        as count from ${staging}`,
  );
}

/** Keys are looked up first: the statement that changes customers joins on the customer alone (db/connection/distribute.ts). */
function updateKnown(tx: Db, staging: SQL): Promise<number> {
  return countOf(
    tx,
    sql`with known as materialized (
          select k.customer_id, s.attributes, s.consent, s.suppressed
          from ${staging} s join customer_keys k on k.key = s.key),
        changed as (
          update customers c
          set attributes = c.attributes || known.attributes, consent = coalesce(known.consent, c.consent),
              suppressed = coalesce(known.suppressed, c.suppressed), updated_at = now()
          from known where c.customer_id = known.customer_id returning 1)
        select count(*) as count from changed`,
  );
}

function insertNew(tx: Db, staging: SQL, { importId }: ImportOrigin): Promise<number> {
  return countOf(
    tx,
    sql`with made as (
          insert into customers (key, attributes, consent, suppressed, import_id)
          select s.key, s.attributes, coalesce(case s.consent when 'bounced' then 'no' else s.consent end, 'unknown'),
                 coalesce(s.suppressed, false), ${importId}
          from ${staging} s where not exists (select from customer_keys k where k.key = s.key)
          order by s.line returning customer_id, key),
        known as (
          insert into customer_keys (key, kind, customer_id, import_id)
          select key, ${kindOfKey(sql`key`)}, customer_id, ${importId} from made returning 1)
        select count(*) as count from known`,
  );
}

async function storeResponses(tx: Db, staging: SQL, { importId }: ImportOrigin): Promise<void> {
  await tx.execute(sql`
    insert into responses (customer_id, campaign, responded, import_id)
    select k.customer_id, answer.key, answer.value::boolean, ${importId}::int
    from ${staging} s join customer_keys k on k.key = s.key
    cross join lateral jsonb_each_text(s.responses) answer
    on conflict (customer_id, campaign) do update set responded = excluded.responded, import_id = excluded.import_id`);
}
