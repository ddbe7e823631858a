import { divideByDensity } from "./divide-by-density.ts";
import { divideByKMeans } from "./divide-by-k-means.ts";
import { divideByLeaves } from "./divide-by-tree-leaves.ts";
import { divideByRules } from "./divide-by-rules.ts";
import type { DivisionRequest, Divisions, OnStep } from "./division.ts";

/**
 * Divides a sample by the method asked for, with what it is to be compared with: other numbers of segments, another radius,
 * or k-means on the same features.
 *
 * @throws {RangeError} When k is more than the rows that differ.
 * @example
 * const points = matrixOf([[0], [1], [2], [90], [91], [92]]);
 * divide({ points, customers: 6, seed: 7, way: { method: "kmeans", k: 2 } }, () => undefined).divisions[0]?.stability?.length; // => 2
 */
export function divide(request: DivisionRequest, onStep: OnStep): Divisions {
  const { way } = request;
  if (way.method === "rfm") return divideByRules(request, way, onStep);
  if (way.method === "dbscan") return divideByDensity(request, way, onStep);
  if (way.method === "leaves") return divideByLeaves(request, way, onStep);
  return { divisions: divideByKMeans(request, way, onStep) };
}
