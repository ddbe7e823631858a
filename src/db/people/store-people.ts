import { sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import type { ImportOrigin } from "../imports/imports.ts";
import { saveSaid, settleConsent } from "./consent-facts.ts";
import type { StoredPeople } from "./people.ts";
import { resolvePeople } from "./resolve-people.ts";

/** What a staging table has beside `line`, `key`, `key_kind`, `email` and `phone`. */
export interface StagedPeople {
  /** `attributes`: cells that a new customer begins with; there is one row for each key then. */
  readonly hasAttributes?: boolean;
  /** `consent` and `consent_on`. */
  readonly speaks?: boolean;
  /** `suppressed`: whether they are on a list of those to silence. */
  readonly marks?: boolean;
}

/**
 * The people of a staging table into the base: found by any key or made, with what the rows said of consent.
 */
export async function storePeople(
  tx: Db,
  table: string,
  origin: ImportOrigin,
  staged: StagedPeople = {},
): Promise<StoredPeople> {
  const people = await resolvePeople(tx, table, origin, staged);
  if (staged.speaks === true) await saveSaid(tx, table, origin, staged);
  return { ...people, silenced: await settleAfter(tx, origin) };
}

/** Settles the consent of everybody of whom an import said something, and of those whom it gave a key. */
export function settleAfter(tx: Db, { importId }: ImportOrigin): Promise<readonly number[]> {
  return settleConsent(
    tx,
    sql`select customer_id from customer_keys where import_id = ${importId}::int
        union all
        select k.customer_id from consents f
        join customer_keys k on k.key = f.key and k.kind = f.key_kind and (k.kind <> 'id' or k.source_id = f.source_id)
        where f.import_id = ${importId}::int`,
  );
}
