import type { Day } from "../../lib/day.ts";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { JsonObject } from "../../contract/reply.ts";
import type { Db } from "../connection/connect.ts";
import { findCustomerId } from "./find-customer.ts";
import { type Refused, whyNot } from "./contact.ts";
import { customers, features, memberships, segments } from "../schema/index.ts";
import type { ActiveSegmentation } from "../segmentations/segmentations.ts";

/** One customer, with the place they have in the active segmentation. */
export interface CustomerFound {
  readonly id: number;
  /** As the source writes it. */
  readonly key: string;
  /** Cells of the customers' file. */
  readonly attributes: JsonObject;
  readonly consent: "yes" | "no" | "bounced" | "unknown";
  /** Why they may not be contacted; null when they may. */
  readonly whyNot: Refused | null;
  /** Number of their segment; null for someone who is not placed yet. */
  readonly segment: number | null;
  /** Euclidean distance to the segment's centroid in scaled units. */
  readonly distance: number | null;
  /** The first day in this segment, `YYYY-MM-DD`. */
  readonly since: Day | null;
  /** Raw values in the order of `active.features`; NaN where missing, null for someone who has none yet. */
  readonly values: readonly number[] | null;
}

/**
 * The customer whom a key names; undefined when there is none.
 *
 * @param readings What was typed, in each way that it can be read as a key.
 */
export async function findCustomer(
  db: Db,
  active: ActiveSegmentation,
  readings: readonly string[],
): Promise<CustomerFound | undefined> {
  const id = await findCustomerId(db, readings);
  return id === undefined ? undefined : loadCustomer(db, active, id);
}

async function loadCustomer(
  db: Db,
  active: ActiveSegmentation,
  id: number,
): Promise<CustomerFound | undefined> {
  const [found] = await db
    .select({
      id: customers.customerId,
      key: customers.key,
      attributes: customers.attributes,
      consent: customers.consent,
      whyNot: sql<Refused | null>`${whyNot}`,
      segment: segments.number,
      distance: memberships.distance,
      since: memberships.validFrom,
      values: features.values,
    })
    .from(customers)
    .leftJoin(
      memberships,
      and(
        eq(memberships.customerId, customers.customerId),
        eq(memberships.segmentationId, active.id),
        isNull(memberships.validTo),
      ),
    )
    .leftJoin(segments, eq(segments.id, memberships.segmentId))
    .leftJoin(
      features,
      and(eq(features.customerId, customers.customerId), eq(features.featureSetId, active.featureSetId)),
    )
    .where(eq(customers.customerId, id));
  return found;
}

/** The names of all cells that customers have, ascending: what an export may ask for beside features. */
export async function loadAttributeNames(db: Db): Promise<readonly string[]> {
  const rows = await db.execute<{ name: string }>(
    sql`select distinct jsonb_object_keys(${customers.attributes}) as name from ${customers} order by name`,
  );
  return rows.map((row) => row.name);
}
