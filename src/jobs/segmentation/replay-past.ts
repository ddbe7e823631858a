import type { Day } from "../../lib/day.ts";
import { planFeatures } from "../../analysis/features/plan.ts";
import { backfillDays } from "../../analysis/shift/backfill-days.ts";
import { loadBaseFacts } from "../../db/features/base-facts.ts";
import { deleteMemberships } from "../../db/segmentations/candidates.ts";
import type { Db } from "../../db/connection/connect.ts";
import { saveFeatures } from "../../db/features/features.ts";
import { type PlacementTarget, updateMemberships } from "../../db/segmentations/memberships.ts";
import {
  deleteFeatures,
  dropLaterCustomers,
  loadFirstDated,
  noteLaterCustomers,
} from "../../db/moves/past-weeks.ts";
import { type FeaturePositions, isSqlPlacement } from "../../db/segmentations/assignment-sql.ts";
import type { MeasuredBase } from "./measured-base.ts";

/** Hears of every day before everyone is placed on it; ends the work by throwing. */
export type OnDay = (done: number, total: number) => void;

/** Placing a customer by trees or neighbors costs so many times what the server takes by centroids. */
const workInWorker = 10;

/**
 * Gives new segments a past: everyone is placed as of earlier weeks, by the orders and events known then and by the
 * lines of today, so that `moves` has something to say on the first day and a new division can be told from changed
 * customers. Inside the transaction that made the segments.
 *
 * @param targets Segmentations whose memberships all begin on one day, the data's.
 * @param base The customers of that day.
 */
export async function replayPast(
  db: Db,
  targets: readonly PlacementTarget[],
  base: Pick<MeasuredBase, "featureSetId" | "customers" | "features">,
  onDay: OnDay,
): Promise<void> {
  const [asOf] = targets.map((target) => target.asOf);
  if (asOf === undefined) return;
  const work = targets.every(({ placement }) => isSqlPlacement(placement)) ? 1 : workInWorker;
  const days = backfillDays({ asOf, firstDay: await loadFirstDated(db), customers: base.customers * work });
  const set = { featureSetId: base.featureSetId, names: base.features.map(({ name }) => name) };
  await replayDays(db, targets, { days, set, onDay });
}

/** The same for given days, oldest first; the data's own day comes last. */
export async function replayDays(
  db: Db,
  targets: readonly PlacementTarget[],
  {
    days,
    set,
    onDay,
  }: { readonly days: readonly Day[]; readonly set: FeaturePositions; readonly onDay: OnDay },
): Promise<void> {
  const [first] = days;
  if (first === undefined) return;
  const facts = await loadBaseFacts(db);
  const wanted = new Set(targets.flatMap(({ placement }) => placement.features));
  await deleteMemberships(
    db,
    targets.map(({ segmentationId }) => segmentationId),
  );
  await noteLaterCustomers(db, first);
  for (const [index, day] of days.entries()) {
    onDay(index, days.length + 1);
    const planned = planFeatures(facts, day).filter(({ feature }) => wanted.has(feature.name));
    const { featureSetId } = await saveFeatures(db, planned, day);
    await dropLaterCustomers(db, featureSetId, day);
    const names = planned.map(({ feature }) => feature.name);
    for (const target of targets)
      await updateMemberships(db, { ...target, asOf: day, isPassing: true }, { featureSetId, names });
    await deleteFeatures(db, featureSetId);
  }
  onDay(days.length, days.length + 1);
  for (const target of targets) await updateMemberships(db, target, set);
}
