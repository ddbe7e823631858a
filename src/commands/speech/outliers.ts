import type { ActiveSegmentation } from "../../db/segmentations/segmentations.ts";

/** Times the typical distance of the members beyond which a customer fits no segment. */
const outliers = 3;

/**
 * The distance from which on a customer fits no segment and is in the nearest one as a makeshift; infinite where a place is
 * no matter of distance: among DBSCAN's outliers, who are called so, and by rules.
 */
export function outlierDistance({ metrics, customers, placement }: ActiveSegmentation): number {
  const typical = Math.sqrt(metrics.inertia / Math.max(1, customers));
  return placement.by === "density" || typical === 0 ? Number.POSITIVE_INFINITY : outliers * typical;
}
