import { sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";

/** Names of the sample's files in the table of imports: `sample-shop-orders`, `sample-shop-week-3-orders`. */
const prefix = "sample-shop";

/** The name under which rows of the sample are recorded; week 0 is the history it starts with. */
export function sampleFileName(week: number, kind: string): string {
  return week === 0 ? `${prefix}-${kind}` : `${prefix}-week-${week}-${kind}`;
}

/** What the base holds of the sample. */
export interface SampleState {
  /** Weeks after its history; undefined where the sample was never loaded. */
  readonly week: number | undefined;
  /** Whether there are customers from elsewhere. */
  readonly hasOthers: boolean;
}

export async function loadSampleState(db: Db): Promise<SampleState> {
  const [row] = await db.execute<{ week: number | null; others: boolean }>(sql`
    select (select max(coalesce(substring(file_name from ${`^${prefix}-week-(\\d+)-`}), '0')::int)
            from imports where file_name like ${`${prefix}-%`}) as week,
           exists (select from imports where file_name not like ${`${prefix}-%`})
             or (not exists (select from imports) and exists (select from customers)) as others`);
  return { week: row?.week ?? undefined, hasOthers: row?.others ?? false };
}

/** Says when campaigns started; a customers' file cannot. */
export async function dateCampaigns(
  tx: Db,
  campaigns: readonly { readonly campaign: string; readonly startedOn: string }[],
): Promise<void> {
  for (const { campaign, startedOn } of campaigns) {
    await tx.execute(
      sql`update responses set at = ${startedOn}::date at time zone 'UTC' where campaign = ${campaign}`,
    );
  }
}

/** Tables that only tell of customers and what was made of them. */
const sampleTables = [
  "customers",
  "customer_keys",
  "customer_attributes",
  "consents",
  "orders",
  "order_versions",
  "events",
  "event_versions",
  "responses",
  "rows_aside",
  "features",
  "memberships",
  "scores",
  "segments",
  "segmentations",
  "votes",
  "feature_sets",
  "response_models",
  "plans",
  "imports",
  "import_rejects",
];

/**
 * Takes the sample shop out of the base, with all that was made of it, when somebody's own data arrive.
 *
 * @param tx The transaction that stores them.
 * @returns Whether it was there.
 */
export async function dropSample(tx: Db): Promise<boolean> {
  const { week, hasOthers } = await loadSampleState(tx);
  if (week === undefined || hasOthers) return false;
  for (const table of sampleTables) await tx.execute(sql`delete from ${sql.raw(table)}`);
  return true;
}
