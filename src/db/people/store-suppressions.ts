import { sql } from "drizzle-orm";
import { applySuppressions, countOf, dropRepeated, type Stored } from "../imports/staging-merge.ts";
import type { ImportOrigin } from "../imports/imports.ts";
import { countRefusals, saveTotals } from "../imports/totals.ts";
import type { Db } from "../connection/connect.ts";

/** The staging table of a suppression list: keys, and e-mail addresses in lower case. */
export const suppressionColumns = {
  line: "int",
  entry: "text",
  entry_kind: "text",
  consent: "text",
  consent_on: "text",
} as const;

/** A suppression list adds one figure: entries that name no customer of the base, remembered for those to come. */
export interface StoredSuppressions extends Stored {
  readonly unknown: number;
}

/** A suppression list into the base. It only ever adds: a shorter list does not give anybody back. */
export async function storeSuppressions(
  tx: Db,
  table: string,
  { importId }: ImportOrigin,
): Promise<StoredSuppressions> {
  const staging = sql.raw(table);
  const merged = await dropRepeated(tx, staging, sql`entry`);
  await tx.execute(sql`
    insert into consents (key, key_kind, said, via, import_id)
    select s.entry, s.entry_kind, 'no', 'list', ${importId}::int from ${staging} s
    where not exists (select from consents c where c.key = s.entry and c.via = 'list')`);
  await saveTotals(tx, importId, await countRefusals(tx, staging));
  const updatedCustomers = await applySuppressions(tx);
  const rows = await countOf(tx, sql`select count(*) as count from ${staging}`);
  const unknown = await countOf(
    tx,
    sql`with known as materialized (
          select s.entry from ${staging} s join customer_keys k on k.key = s.entry
          union select s.entry from ${staging} s join customers c on lower(c.attributes ->> 'email') = s.entry)
        select count(*) as count from ${staging} s
        where not exists (select from known where known.entry = s.entry)`,
  );
  return { rows, newCustomers: 0, updatedCustomers, merged, unknown };
}
