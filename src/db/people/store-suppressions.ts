import { type SQL, sql } from "drizzle-orm";
import { countOf, dropRepeated } from "../imports/staging-merge.ts";
import type { ImportOrigin } from "../imports/imports.ts";
import { countRefusals, saveTotals } from "../imports/totals.ts";
import type { Db } from "../connection/connect.ts";
import { padNumbers } from "./pad-numbers.ts";
import { settleAfter } from "./store-people.ts";

/** The staging table of a list of those to silence. */
export const suppressionColumns = {
  line: "int",
  key: "text",
  key_kind: "text",
  consent: "text",
  consent_on: "text",
} as const;

/** What a list of those to silence came to. */
export interface StoredSuppressions {
  readonly rows: number;
  readonly merged: number;
  /** Entries that name a customer. */
  readonly found: number;
  /** Entries that name nobody yet: remembered for those to come. */
  readonly remembered: number;
  /** Entries that are no key at all. */
  readonly senseless: readonly { readonly line: number; readonly key: string }[];
  /** Numbers that got the zeros in front that the base writes. */
  readonly padded: number;
  /** Customers who may no longer be contacted since. */
  readonly silenced: readonly number[];
}

/** A list of those to silence into the base. It only ever adds: a shorter list does not give anybody back. */
export async function storeSuppressions(
  tx: Db,
  table: string,
  origin: ImportOrigin,
): Promise<StoredSuppressions> {
  const { importId, sourceId } = origin;
  const staging = sql.raw(table);
  const padded = await padNumbers(tx, staging, sourceId);
  const merged = await dropRepeated(tx, staging, sql`key, key_kind`);
  const senseless = await dropSenseless(tx, staging, sourceId);
  await tx.execute(sql`
    insert into consents (key, key_kind, said, day, via, import_id, source_id, noted_at)
    select key, key_kind, coalesce(consent, 'no'), consent_on::date,
           case when consent = 'yes' then 'row' else 'list' end, ${importId}::int, ${sourceId}::int,
           (select imported_at from imports where id = ${importId})
    from ${staging} where coalesce(consent, 'no') in ('yes', 'no', 'bounced')`);
  await saveTotals(tx, importId, await countRefusals(tx, staging));
  const silenced = await settleAfter(tx, origin);
  const rows = await countOf(tx, sql`select count(*) as count from ${staging}`);
  const found = await countOf(tx, sql`select count(*) as count from ${staging} s where ${isKnown(sourceId)}`);
  return { rows, merged, found, remembered: rows - found, senseless, padded, silenced };
}

/** Whether somebody has the key of a row of staging, called `s`. */
function isKnown(sourceId: number): SQL {
  return sql`exists (select from customer_keys k where k.key = s.key and k.kind = s.key_kind
    and (k.kind <> 'id' or k.source_id = ${sourceId}::int))`;
}

/** Takes out what is no address, and in a list of addresses whatever else stands there and names no customer. */
async function dropSenseless(
  tx: Db,
  staging: SQL,
  sourceId: number,
): Promise<StoredSuppressions["senseless"]> {
  const rows = await tx.execute<{ line: number; key: string }>(sql`
    with listed as materialized (
      select count(*) filter (where key_kind = 'email') * 2 > count(*) as addresses from ${staging})
    delete from ${staging} s using listed
    where (s.key_kind = 'email' and s.key !~ '^[^@<>[:space:]]+@[^@<>[:space:]]+$'
           or s.key_kind = 'id' and listed.addresses) and not ${isKnown(sourceId)}
    returning s.line, s.key`);
  return rows.toSorted((one, other) => one.line - other.line);
}
