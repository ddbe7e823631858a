import { sql, type SQL } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import { mayBeContacted, whyNot } from "../people/contact.ts";
import { customers, features, memberships, segments } from "../schema/index.ts";
import type { ActiveSegmentation } from "../segmentations/segmentations.ts";

/** One cell of an exported file. */
export type Cell = string | number | boolean | null;

/** Who of an audience may be contacted, and why the others may not. */
export interface AudienceCount {
  readonly members: number;
  /** Members who may be contacted: the rows of the file. */
  readonly contactable: number;
  /** Said no. */
  readonly refused: number;
  /** Mail to them comes back. */
  readonly bounced: number;
  /** On a list of those to silence, and none of the above. */
  readonly suppressed: number;
  /** Never asked, where the team leaves them out. */
  readonly unasked: number;
  /** Contactable, but never asked: said in the footer. */
  readonly unknown: number;
}

const nobody: AudienceCount = {
  members: 0,
  contactable: 0,
  refused: 0,
  bounced: 0,
  suppressed: 0,
  unasked: 0,
  unknown: 0,
};

/** Counts the members of an audience by whether they may be contacted. */
export async function countAudience(db: Db, { members }: Audience): Promise<AudienceCount> {
  const [count] = await db.execute<AudienceCount & Record<string, unknown>>(sql`
    select count(*)::int as members,
           count(*) filter (where why_not is null)::int as contactable,
           count(*) filter (where why_not = 'no')::int as refused,
           count(*) filter (where why_not = 'bounced')::int as bounced,
           count(*) filter (where why_not = 'suppressed')::int as suppressed,
           count(*) filter (where why_not = 'unknown')::int as unasked,
           count(*) filter (where why_not is null and consent = 'unknown')::int as unknown
    from (
      select ${whyNot} as why_not, ${customers.consent} as consent
      from (${members}) as audience join ${customers} on ${customers.customerId} = audience.customer_id) as each`);
  return count ?? nobody;
}

/** The columns of an audience's file, unless others are asked for: none of them is personal. */
export function defaultColumns(active: ActiveSegmentation): readonly string[] {
  const behaviour = active.features.filter(
    ({ family, setAside }) => family === "behaviour" && setAside !== "constant",
  );
  return ["id", "segment", "distance", ...behaviour.map((feature) => feature.name)];
}

/** The columns of a plan's file, unless others are asked for. */
export function defaultPlanColumns(active: ActiveSegmentation): readonly string[] {
  const behaviour = active.features.filter((feature) => feature.family === "behaviour");
  return ["id", "segment", "probability", "goal", ...behaviour.map((feature) => feature.name)];
}

/**
 * Who is in a list, as `customer_id` and `probability` (null where nobody asked for one), and why; a list of movers has
 * `previous` too, the number of the segment they came from.
 */
export interface Audience {
  readonly members: SQL;
  /** The goal that drew the line; null without one. */
  readonly goal: string | null;
}

/** The members of a segment. */
export function segmentAudience(segmentId: number): Audience {
  const members = sql`
    select ${memberships.customerId} as customer_id, null::float8 as probability from ${memberships}
    where ${memberships.segmentId} = ${segmentId} and ${memberships.validTo} is null`;
  return { members, goal: null };
}

/**
 * Streams the members of an audience who may be contacted, by customer id, in pages; no transaction stays open while
 * a slow reader writes a file.
 *
 * @param columns `id`, `segment` (its number), `previous`, `distance`, `probability`, `goal`, names of features, else names of
 *   attributes.
 */
export async function* openAudienceRows(
  db: Db,
  active: ActiveSegmentation,
  { members, goal }: Audience,
  columns: readonly string[],
): AsyncGenerator<readonly Cell[], void, undefined> {
  const pageSize = 5000;
  const cells = sql.join(
    columns.map((column) => cellExpression(active, goal, column)),
    sql`, `,
  );
  for (let after = 0; ; ) {
    const page = await db.execute<{ id: number; cells: readonly Cell[] }>(sql`
      select ${customers.customerId}::float8 as id, jsonb_build_array(${cells}) as cells
      from (${members}) as audience
      join ${customers} on ${customers.customerId} = audience.customer_id
      left join ${memberships} on ${memberships.customerId} = audience.customer_id
        and ${memberships.segmentationId} = ${active.id} and ${memberships.validTo} is null
      left join ${segments} on ${segments.id} = ${memberships.segmentId}
      left join ${features} on ${features.customerId} = audience.customer_id
        and ${features.featureSetId} = ${active.featureSetId}
      where audience.customer_id > ${after} and ${mayBeContacted}
      order by audience.customer_id limit ${pageSize}`);
    for (const row of page) yield row.cells;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.id;
  }
}

/** The SQL of one cell. */
function cellExpression(active: ActiveSegmentation, goal: string | null, column: string): SQL {
  if (column === "id") return sql`${customers.key}`;
  if (column === "segment") return sql`${segments.number}`;
  if (column === "distance") return sql`${memberships.distance}`;
  if (column === "probability") return sql`audience.probability`;
  if (column === "previous") return sql`audience.previous`;
  if (column === "goal") return sql`${goal}::text`;
  const position = active.features.findIndex((feature) => feature.name === column);
  if (position >= 0) return sql`nullif(${features.values}[${position + 1}::int], 'NaN')`;
  return sql`${customers.attributes} -> ${column}`;
}
