import { and, desc, eq, inArray, isNotNull, notInArray, sql } from "drizzle-orm";
import type { Matrix } from "../../analysis/numbers/matrix.ts";
import type { Db } from "../connection/connect.ts";
import { memberships, segmentations, segments, votes } from "../schema/index.ts";
import type { NewSegmentation, Segment } from "./segmentations.ts";

/** Candidates that are kept for a second look; older ones give way to new ones. */
const keptCandidates = 12;

/** Saves a segmentation that waits for a decision, with its segments. */
export async function saveCandidate(
  db: Db,
  segmentationId: number,
  candidate: NewSegmentation,
  found: readonly Segment[],
): Promise<void> {
  await db.insert(segmentations).values({ ...candidate, id: segmentationId, status: "candidate" });
  await db.insert(segments).values(found.map((segment) => ({ ...segment, segmentationId })));
}

/** Keeps what a method saw where it found nothing usable. */
export async function saveRefused(db: Db, segmentationId: number, refused: NewSegmentation): Promise<void> {
  await db.insert(segmentations).values({ ...refused, id: segmentationId, status: "refused" });
}

/** What waits and is the same in all: asked on the same features beside the same segments, and found again. */
export async function findTwin(
  db: Db,
  { placement, featureSetId, metrics }: NewSegmentation,
): Promise<number | undefined> {
  const succession = metrics.succession === undefined ? null : JSON.stringify(metrics.succession);
  const [twin] = await db
    .select({ id: segmentations.id })
    .from(segmentations)
    .where(
      and(
        inArray(segmentations.status, ["candidate", "refused"]),
        eq(segmentations.featureSetId, featureSetId),
        sql`${segmentations.placement} = ${JSON.stringify(placement)}::text::jsonb`,
        sql`${segmentations.metrics} -> 'succession' is not distinct from ${succession}::text::jsonb`,
      ),
    )
    .limit(1);
  return twin?.id;
}

/**
 * Gives the segments of a segmentation other numbers, keys and names; their members stay.
 *
 * @param ordered What stands in the order of the numbers: placement and proof.
 */
export async function replaceSegments(
  db: Db,
  segmentationId: number,
  found: readonly Segment[],
  ordered: Pick<NewSegmentation, "placement" | "metrics">,
): Promise<void> {
  await db.delete(segments).where(eq(segments.segmentationId, segmentationId));
  await db.insert(segments).values(found.map((segment) => ({ ...segment, segmentationId })));
  await db.update(segmentations).set(ordered).where(eq(segmentations.id, segmentationId));
}

/** Forgets the places that customers had in a segmentation which is not kept. */
export async function deleteMemberships(db: Db, segmentationIds: readonly number[]): Promise<void> {
  await db.delete(memberships).where(inArray(memberships.segmentationId, [...segmentationIds]));
}

/** Deletes candidates that nobody adopted, all but the latest. */
export async function deleteOldCandidates(db: Db): Promise<void> {
  const unadopted = sql`${segmentations.status} in ('candidate', 'refused') and ${segmentations.adoptedAt} is null`;
  const latest = await db
    .select({ id: segmentations.id })
    .from(segmentations)
    .where(unadopted)
    .orderBy(desc(segmentations.id))
    .limit(keptCandidates);
  const kept = latest.map(({ id }) => id);
  if (kept.length < keptCandidates) return;
  const gone = await db
    .delete(segmentations)
    .where(and(unadopted, notInArray(segmentations.id, kept)))
    .returning({ id: segmentations.id });
  const ids = gone.map(({ id }) => id);
  if (ids.length === 0) return;
  await deleteMemberships(db, ids);
  await db.delete(segments).where(inArray(segments.segmentationId, ids));
  await db.delete(votes).where(inArray(votes.segmentationId, ids));
}

/**
 * Common members of two segmentations.
 *
 * @param from Ids of the segments of the one, in the order of the rows.
 * @param to Ids of the segments of the other, in the order of the columns.
 */
export async function loadOverlaps(db: Db, from: readonly number[], to: readonly number[]): Promise<Matrix> {
  const list = (ids: readonly number[]) =>
    sql.join(
      ids.map((id) => sql`${id}::int`),
      sql`, `,
    );
  const rows = await db.execute<{ from: number; to: number; customers: number }>(sql`
    select old.segment_id as "from", new.segment_id as "to", count(*)::int as customers
    from ${memberships} as old join ${memberships} as new on new.customer_id = old.customer_id
    where old.valid_to is null and new.valid_to is null
      and old.segment_id in (${list(from)}) and new.segment_id in (${list(to)})
    group by old.segment_id, new.segment_id`);
  const values = new Float64Array(from.length * to.length);
  for (const row of rows) values[from.indexOf(row.from) * to.length + to.indexOf(row.to)] = row.customers;
  return { rows: from.length, columns: to.length, values };
}

/** Every number that a segment ever had in a segmentation that was in force. */
export async function loadUsedNumbers(db: Db): Promise<readonly number[]> {
  const rows = await db
    .selectDistinct({ number: segments.number })
    .from(segments)
    .innerJoin(segmentations, eq(segmentations.id, segments.segmentationId))
    .where(isNotNull(segmentations.adoptedAt));
  return rows.map(({ number }) => number);
}

/** Puts a segmentation into force in place of another, and counts the version on. @returns The version. */
export async function activateCandidate(
  db: Db,
  { id, user }: { readonly id: number; readonly user: string },
): Promise<number> {
  await db.update(segmentations).set({ status: "retired" }).where(eq(segmentations.status, "active"));
  const [row] = await db
    .update(segmentations)
    .set({
      status: "active",
      adoptedAt: sql`now()`,
      adoptedBy: user,
      version: sql`(select coalesce(max(version), 0) + 1 from segmentations)`,
    })
    .where(eq(segmentations.id, id))
    .returning({ version: segmentations.version });
  await db.delete(votes);
  return row?.version ?? 0;
}

/** The segmentation that was in force before this version; undefined when there was none. */
export async function findFormer(db: Db, version: number): Promise<number | undefined> {
  const [former] = await db
    .select({ id: segmentations.id })
    .from(segmentations)
    .where(sql`${segmentations.status} = 'retired' and ${segmentations.version} < ${version}`)
    .orderBy(desc(segmentations.version))
    .limit(1);
  return former?.id;
}

/** Puts a former segmentation into force again under its own version; the present one waits for another decision. */
export async function reinstate(db: Db, present: number, former: number): Promise<void> {
  await db.update(segmentations).set({ status: "candidate" }).where(eq(segmentations.id, present));
  await db.update(segmentations).set({ status: "active" }).where(eq(segmentations.id, former));
}

/** What people wrote on segments goes along to those of another segmentation with the same keys. */
export async function carryWords(db: Db, from: number, to: number): Promise<void> {
  await db.execute(sql`
    update segments as heir set custom_name = old.custom_name, notes = old.notes
    from segments as old
    where old.segmentation_id = ${from} and heir.segmentation_id = ${to} and heir.key = old.key`);
}

/** Says which candidate a person is for; a second vote moves the first. */
export async function vote(db: Db, user: string, segmentationId: number): Promise<void> {
  await db
    .insert(votes)
    .values({ user, segmentationId })
    .onConflictDoUpdate({ target: votes.user, set: { segmentationId, votedAt: sql`now()` } });
}

/** How many people are for each candidate; those without a vote are not in it. */
export async function countVotes(db: Db): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .select({ id: votes.segmentationId, people: sql<number>`count(*)::int` })
    .from(votes)
    .groupBy(votes.segmentationId);
  return new Map(rows.map(({ id, people }) => [id, people]));
}

/** Candidates that wait for a decision, the latest first. */
export async function loadCandidateIds(db: Db): Promise<readonly number[]> {
  const rows = await db
    .select({ id: segmentations.id })
    .from(segmentations)
    .where(eq(segmentations.status, "candidate"))
    .orderBy(desc(segmentations.id))
    .limit(4);
  return rows.map(({ id }) => id);
}
