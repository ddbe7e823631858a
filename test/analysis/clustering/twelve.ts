import { matrixOf } from "../../../src/analysis/numbers/matrix.ts";

/** Twelve customers in two columns: three groups, one in the middle and one in a corner. */
export const twelve = matrixOf([
  [1, 2],
  [2, 1],
  [2, 3],
  [8, 8],
  [9, 7],
  [8, 9],
  [10, 9],
  [1, 9],
  [2, 8],
  [3, 10],
  [5, 5],
  [9, 1],
]);

/**
 * Their division of least inertia, found by trying every division in k, and its mean silhouette by Rousseeuw's (1987)
 * definition, where a customer alone counts 0: NumPy 2.4, written for this.
 */
export const bestDivisions = [
  { k: 2, inertia: 136.74285714285713, silhouette: 0.4141753128715255, labels: divided("000111100001") },
  { k: 3, inertia: 63.5, silhouette: 0.5406653503542754, labels: divided("000111122200") },
  { k: 4, inertia: 27.25, silhouette: 0.5700591619817595, labels: divided("000111122203") },
] as const;

function divided(labels: string): Int32Array {
  return Int32Array.from(labels, Number);
}
