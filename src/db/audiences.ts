import { sql, type SQL } from "drizzle-orm";
import type { FileSource } from "../reply.ts";
import type { Db } from "./connect.ts";
import { customers, exportLedger, features, memberships } from "./schema.ts";
import type { ActiveSegmentation, Segment } from "./segmentations.ts";

/** Everyone but those who said no and those on the suppression list; unknown consent is allowed. */
export const mayBeContacted = sql`${customers.consent} <> 'no' and not ${customers.suppressed}`;

/** One cell of an exported file. */
export type Cell = string | number | boolean | null;

/** Who of a segment may be contacted, and why the others may not. */
export interface AudienceCount {
  readonly members: number;
  /** Members who may be contacted: the rows of the file. */
  readonly contactable: number;
  /** Said no. */
  readonly refused: number;
  /** On the suppression list, and did not say no. */
  readonly suppressed: number;
  /** Contactable, but never asked: said in the footer. */
  readonly unknown: number;
}

/** Counts the members of a segment by whether they may be contacted. */
export async function countAudience(db: Db, segmentId: number): Promise<AudienceCount> {
  const [count] = await db.execute<AudienceCount & Record<string, unknown>>(sql`
    select count(*)::int as members,
           count(*) filter (where ${mayBeContacted})::int as contactable,
           count(*) filter (where ${customers.consent} = 'no')::int as refused,
           count(*) filter (where ${customers.consent} <> 'no' and ${customers.suppressed})::int as suppressed,
           count(*) filter (where ${customers.consent} = 'unknown' and not ${customers.suppressed})::int as unknown
    from ${memberships} join ${customers} on ${customers.customerId} = ${memberships.customerId}
    where ${memberships.segmentId} = ${segmentId} and ${memberships.validTo} is null`);
  return count ?? { members: 0, contactable: 0, refused: 0, suppressed: 0, unknown: 0 };
}

/**
 * Whether a customer of a segment has an id that matches a pattern: `personalIdPattern` tells who a customer is.
 *
 * @param pattern A regular expression of PostgreSQL.
 */
export async function hasIdLike(db: Db, segmentId: number, pattern: string): Promise<boolean> {
  const [row] = await db.execute<{ found: boolean }>(sql`
    select exists (
      select from ${memberships} join ${customers} on ${customers.customerId} = ${memberships.customerId}
      where ${memberships.segmentId} = ${segmentId} and ${memberships.validTo} is null
        and ${customers.key} ~ ${pattern}) as found`);
  return row?.found ?? false;
}

/** The columns of an audience's file, unless others are asked for: none of them is personal. */
export function defaultColumns(active: ActiveSegmentation): readonly string[] {
  const behaviour = active.features.filter(
    ({ family, setAside }) => family === "behaviour" && setAside !== "constant",
  );
  return ["id", "segment", "distance", ...behaviour.map((feature) => feature.name)];
}

/**
 * Streams the members of a segment who may be contacted, by customer id, in pages; no transaction stays open while
 * a slow reader writes a file.
 *
 * @param columns `id`, `segment` (its number), `distance`, names of features, else names of attributes.
 */
export async function* openSegmentRows(
  db: Db,
  active: ActiveSegmentation,
  segment: Segment,
  columns: readonly string[],
): AsyncGenerator<readonly Cell[], void, undefined> {
  const pageSize = 5000;
  const cells = sql.join(
    columns.map((column) => cellExpression(active, segment, column)),
    sql`, `,
  );
  for (let after = 0; ; ) {
    const page = await db.execute<{ id: number; cells: readonly Cell[] }>(sql`
      select ${customers.customerId}::float8 as id, jsonb_build_array(${cells}) as cells
      from ${memberships}
      join ${customers} on ${customers.customerId} = ${memberships.customerId}
      left join ${features} on ${features.customerId} = ${memberships.customerId}
        and ${features.featureSetId} = ${active.featureSetId}
      where ${memberships.segmentId} = ${segment.id} and ${memberships.validTo} is null
        and ${memberships.customerId} > ${after} and ${mayBeContacted}
      order by ${memberships.customerId} limit ${pageSize}`);
    for (const row of page) yield row.cells;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.id;
  }
}

/** The SQL of one cell. */
function cellExpression(active: ActiveSegmentation, segment: Segment, column: string): SQL {
  if (column === "id") return sql`${customers.key}`;
  if (column === "segment") return sql`${segment.number}::int`;
  if (column === "distance") return sql`${memberships.distance}`;
  const position = active.features.findIndex((feature) => feature.name === column);
  if (position >= 0) return sql`nullif(${features.values}[${position + 1}::int], 'NaN')`;
  return sql`${customers.attributes} -> ${column}`;
}

/** One list of people that left. */
export interface Export {
  readonly exportedBy: string;
  readonly source: FileSource;
  readonly columns: readonly string[];
  /** Rows in the file. */
  readonly customers: number;
  /** Whether a column tells who a customer is. */
  readonly personal: boolean;
  readonly destination: "channel" | "direct" | "terminal";
}

/** Writes a list that left into the export ledger. */
export async function recordExport(db: Db, { columns, ...entry }: Export): Promise<void> {
  await db.insert(exportLedger).values({ ...entry, columns: [...columns] });
}
