/**
 * The step past one machine: with Citus on the server the tables that grow are spread over its workers by customer, and
 * the small ones that they are joined with are copied to each. Everything else stays where it is. No statement changes.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "./connect.ts";

/** Tables that grow with customers, and the column by which each is spread; `customers` comes before those beside it. */
export const growingTables: Readonly<Record<string, string>> = {
  customers: "customer_id",
  orders: "customer_id",
  events: "customer_id",
  responses: "customer_id",
  features: "customer_id",
  memberships: "customer_id",
  scores: "customer_id",
  export_members: "customer_id",
  customer_attributes: "customer_id",
  order_versions: "customer_id",
  event_versions: "customer_id",
  rows_aside: "customer_id",
  customer_keys: "key",
  consents: "key",
};

/** Small tables that growing ones are joined with. */
export const copiedTables: readonly string[] = [
  "feature_sets",
  "segmentations",
  "segments",
  "response_models",
  "export_ledger",
];

/** What a call of `distribute` did. */
export interface Distribution {
  readonly spread: readonly string[];
  readonly copied: readonly string[];
  /** Servers that hold parts of the tables; 1 where there is only the coordinator. */
  readonly workers: number;
}

/**
 * Spreads and copies what is not spread and copied yet. Each table is a step of its own, so a call that was cut off is
 * finished by the next one, and a call with nothing to do does nothing. Nobody can write to a table while its rows move.
 *
 * @param db The coordinator's base, migrated.
 * @returns What was done; undefined where the server has no Citus.
 */
export async function distribute(db: Db): Promise<Distribution | undefined> {
  if (!(await hasCitus(db))) return undefined;
  const rows = await db.execute<{ name: string }>(
    sql`select logicalrelid::regclass::text as name from pg_dist_partition`,
  );
  const todo = missingFrom(rows.map(({ name }) => name));
  for (const table of todo.copied) await db.execute(copySql(table));
  for (const table of todo.spread) await db.execute(spreadSql(table));
  const [count] = await db.execute<{ workers: number }>(
    sql`select count(*)::int as workers from pg_dist_node where isactive and shouldhaveshards`,
  );
  return { ...todo, workers: count?.workers ?? 0 };
}

/** Whether customers stand on several machines, so that a statement should not gather them on one. */
export async function isDistributed(db: Db): Promise<boolean> {
  if (!(await hasCitus(db))) return false;
  const [row] = await db.execute<{ is: boolean }>(
    sql`select exists (select from pg_dist_partition where logicalrelid = 'customers'::regclass) as is`,
  );
  return row?.is === true;
}

/** Citus' own list of tables is there where the extension was created in this base. */
async function hasCitus(db: Db): Promise<boolean> {
  const [row] = await db.execute<{ there: boolean }>(
    sql`select to_regclass('pg_dist_partition') is not null as there`,
  );
  return row?.there === true;
}

/** What is still to be done beside the tables that Citus knows. */
function missingFrom(known: readonly string[]): Pick<Distribution, "spread" | "copied"> {
  const isMissing = (table: string) => !known.includes(table);
  return { copied: copiedTables.filter(isMissing), spread: Object.keys(growingTables).filter(isMissing) };
}

function copySql(table: string): SQL {
  return sql`select create_reference_table(${table}::regclass)`;
}

/** One customer's rows of every table stand on one machine, and what was said of a key stands beside the key. */
function spreadSql(table: string): SQL {
  const column = growingTables[table] ?? "customer_id";
  const first = column === "key" ? "customer_keys" : "customers";
  const beside = table === first ? "none" : first;
  return sql`select create_distributed_table(${table}::regclass, ${column}::text, colocate_with => ${beside}::text)`;
}
