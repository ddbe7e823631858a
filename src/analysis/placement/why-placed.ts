import { at } from "../../lib/at.ts";
import { nearestRow } from "../clustering/dbscan.ts";
import { embedByLeaves } from "../clustering/regression-tree.ts";
import { preprocessRows } from "../features/preprocessing.ts";
import { cell, type Matrix, matrixOf, squaredDistance, takeRows } from "../numbers/matrix.ts";
import { type RfmScores, rfmScores } from "../clustering/rfm-groups.ts";
import { type WhySegment, whySegment } from "../segments/why.ts";
import { codesOf, restoreCentroids } from "./codes.ts";
import type { DensityAssigner, Placement, PlacementInputs, RuleAssigner } from "./placement.ts";

/** Why a customer is placed where they are, by any method. */
export interface WhyPlaced extends WhySegment {
  /** Of RFM groups: the customer's scores, which the rule looks up. */
  readonly scores?: RfmScores;
}

/**
 * Which features put a customer where they are rather than into the nearest other segment.
 *
 * - Centroids, also among principal components: the gap of two squared distances is a sum over features, so each part is
 *   exact.
 * - DBSCAN: the same for the nearest core point of the own and of another group; for an outlier, what keeps them away from
 *   the nearest core point of all.
 * - RFM: the steps in the table to the nearest other group.
 * - Leaves and autoencoder codes: how far the gap closes when one feature is made typical of the other segment.
 *
 * @param raw Raw values in the order of `placement.features`, NaN where missing.
 * @param typical Means of the raw values of each segment in the same order: only for leaves and autoencoder codes.
 * @throws {RangeError} When there are fewer than two segments.
 * @example
 * const plain = { fill: 0, transform: "none", shift: 0, lower: -9, upper: 9, centre: 0, scale: 1 } as const;
 * whyPlaced([1], { features: ["a"], preprocessings: [plain], by: "centroids", centroids: [[0], [4]] }, []).own; // => 0
 */
export function whyPlaced(
  raw: readonly number[],
  placement: Placement,
  typical: readonly (readonly number[])[],
): WhyPlaced {
  const preprocessed = preprocessRows(matrixOf([raw]), placement.preprocessings);
  if (placement.by === "density") return whyByDensity(preprocessed, placement);
  if (placement.by === "rules") return whyByTable(raw, preprocessed, placement);
  if (placement.by === "centroids" && placement.codes?.kind !== "autoencoder") {
    const { codes, centroids } = placement;
    return whySegment(
      preprocessed.values,
      codes === undefined ? matrixOf(centroids) : restoreCentroids(centroids, codes),
    );
  }
  const centroids = matrixOf(placement.centroids);
  const embed = (rows: Matrix) =>
    placement.by === "leaves" ? embedByLeaves(placement.trees, rows) : codesOf(rows, placement.codes);
  return whyByExchange(preprocessed, preprocessRows(matrixOf(typical), placement.preprocessings), (row) => {
    const { values, columns } = embed(row);
    return Array.from({ length: centroids.rows }, (_, label) =>
      squaredDistance([values, 0], [centroids.values, label * columns], columns),
    );
  });
}

/** The gap between the two segments, and how much of it each feature alone would close. */
function whyByExchange(
  preprocessed: Matrix,
  typical: Matrix,
  squares: (row: Matrix) => readonly number[],
): WhySegment {
  const found = squares(preprocessed);
  const [own, nearest] = nearestTwo(found);
  const gapOf = (values: readonly number[]) => at(values, nearest) - at(values, own);
  const gap = gapOf(found);
  const closed = Array.from(preprocessed.values, (_, feature) => {
    const other = cell(typical.values, nearest * preprocessed.columns + feature);
    return gap - gapOf(squares({ ...preprocessed, values: preprocessed.values.with(feature, other) }));
  });
  const whole = closed.reduce((sum, part) => sum + part, 0);
  const parts = closed.map((part) => (whole > 0 ? part / whole : 0));
  return answer({ own, nearest }, [Math.sqrt(at(found, own)), Math.sqrt(at(found, nearest))], parts);
}

function whyByDensity(
  preprocessed: Matrix,
  { core, labels, epsilon, outliers }: PlacementInputs & DensityAssigner,
): WhySegment {
  const points = matrixOf(core);
  const first = nearestRow(preprocessed, 0, points);
  const home = at(labels, first.index);
  const squaresTo = (index: number) =>
    Array.from(preprocessed.values, (value, column) => (value - at(at(core, index), column)) ** 2);
  const distance = Math.sqrt(first.squared);
  if (distance > epsilon) {
    const parts = squaresTo(first.index).map((square) => square / first.squared);
    return { ...answer({ own: outliers, nearest: home }, [epsilon, distance], parts), distance };
  }
  const others = Int32Array.from(labels.keys()).filter((index) => at(labels, index) !== home);
  if (others.length === 0) throw new RangeError("why a segment needs at least two of them");
  const second = nearestRow(preprocessed, 0, takeRows(points, others));
  const next = at(others, second.index);
  const gap = second.squared - first.squared;
  const toOwn = squaresTo(first.index);
  const parts = squaresTo(next).map((square, column) => (gap === 0 ? 0 : (square - at(toOwn, column)) / gap));
  const ends = { own: home, nearest: at(labels, next) };
  return answer(ends, [distance, Math.sqrt(second.squared)], parts);
}

function whyByTable(
  raw: readonly number[],
  preprocessed: Matrix,
  { borders, table, centroids, preprocessings }: PlacementInputs & RuleAssigner,
): WhyPlaced {
  const value = (column: number) =>
    Number.isNaN(at(raw, column)) ? at(preprocessings, column).fill : at(raw, column);
  const scores = rfmScores({ recency: value(0), frequency: value(1), monetary: value(2) }, borders);
  const places = table.map((label, index) => {
    const [recency, worth] = [1 + Math.floor(index / 5), 1 + (index % 5)];
    const steps = [Math.abs(recency - scores.recency), Math.abs(worth - scores.worth)] as const;
    return { label, steps, far: Math.hypot(...steps) };
  });
  const own = at(table, 5 * (scores.recency - 1) + scores.worth - 1);
  const others = places.filter(({ label }) => label !== own);
  if (others.length === 0) throw new RangeError("why a segment needs at least two of them");
  const next = others.reduce((best, other) => (other.far < best.far ? other : best));
  const [recency, worth] = next.steps;
  const all = recency + worth;
  const to = (label: number) =>
    Math.hypot(...preprocessed.values.map((z, column) => z - at(at(centroids, label), column)));
  const parts = [recency / all, worth / all / 2, worth / all / 2];
  return { ...answer({ own, nearest: next.label }, [to(own), to(next.label)], parts), scores };
}

function nearestTwo(squares: readonly number[]): readonly [number, number] {
  const [own = 0, nearest] = Array.from(squares.keys()).sort(
    (a, b) => at(squares, a) - at(squares, b) || a - b,
  );
  if (nearest === undefined) throw new RangeError("why a segment needs at least two of them");
  return [own, nearest];
}

function answer(
  ends: Pick<WhySegment, "own" | "nearest">,
  [distance, nearestDistance]: readonly [number, number],
  parts: readonly number[],
): WhySegment {
  return {
    ...ends,
    distance,
    nearestDistance,
    margin: nearestDistance === 0 ? 0 : Math.min(1, Math.max(0, 1 - distance / nearestDistance)),
    reasons: parts
      .map((part, feature) => ({ feature, part }))
      .sort((a, b) => b.part - a.part || a.feature - b.feature),
  };
}
