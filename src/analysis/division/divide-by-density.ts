import { at } from "../../lib/at.ts";
import { type Matrix, rowsOf, takeRows } from "../numbers/matrix.ts";
import { createRandom, sampleRows } from "../numbers/random.ts";
import { outliersNames } from "../clustering/given-names.ts";
import { quantiles } from "../numbers/statistics.ts";
import {
  dbscan,
  type Density,
  type DensityOptions,
  judgeDensity,
  neighborDistances,
  neighborsNeeded,
  radii,
} from "../clustering/dbscan.ts";
import { divideByKMeans } from "./divide-by-k-means.ts";
import {
  automatic,
  type DensityWay,
  type Division,
  type DivisionRequest,
  type Divisions,
  type OnStep,
  withoutChoice,
} from "./division.ts";
import type { DensityEvidence } from "../clustering/evidence.ts";
import { silhouette } from "../clustering/silhouette.ts";
import { stability } from "../clustering/stability.ts";

/** Rows whose neighborhoods are looked up: every pair is compared, twice. */
const mostRows = 10_000;
/** Resamples with a smaller part of the rows are too thin to say anything about density. */
const thinnest = 0.25;

/** One radius, and what it finds. */
interface Found {
  readonly options: DensityOptions;
  readonly density: Density;
  readonly evidence: DensityEvidence;
}

/**
 * DBSCAN by the radius asked for, or by radii from the distances to the neighbors, the one that separates best first, and
 * k-means on the same features beside it.
 *
 * @returns No division where it finds one crowd, crumbs or mostly noise: that is the answer then.
 * @example
 * const points = matrixOf([[0], [1], [2], [3], [90], [91], [92], [93]]);
 * const request = { points, customers: 8, seed: 7, way: { method: "dbscan", epsilon: 1, neighbors: 2 } } as const;
 * divideByDensity(request, request.way, () => undefined).divisions.map(({ method }) => method); // => ["dbscan", "kmeans"]
 */
export function divideByDensity(request: DivisionRequest, way: DensityWay, onStep: OnStep): Divisions {
  const { seed } = request;
  const points = takeRows(request.points, sampleRows(createRandom(seed), request.points.rows, mostRows));
  const found = findByRadii(points, way, { seed, onStep });
  const usable = found.filter(({ evidence }) => evidence.verdict.code === "usable");
  const [first] = found;
  if (usable.length === 0) return { divisions: [], ...(first && { nothing: first.evidence }) };
  const divisions = usable
    .map((each) => ({ ...each, silhouette: silhouetteOf(points, each.density, seed) }))
    .sort(
      (a, b) => b.silhouette * (1 - b.evidence.verdict.noise) - a.silhouette * (1 - a.evidence.verdict.noise),
    )
    .map((each) => toDivision(points, each, { seed, onStep }));
  return {
    divisions: [...divisions, ...divideByKMeans(request, automatic, onStep)],
  };
}

interface Course {
  readonly seed: number;
  readonly onStep: OnStep;
}

function findByRadii(points: Matrix, way: DensityWay, { seed, onStep }: Course): readonly Found[] {
  const minimum = way.neighbors ?? neighborsNeeded(points.columns);
  const all = neighborDistances(points, minimum, seed);
  const shown = Math.min(61, all.length);
  const shares = Array.from({ length: shown }, (_, index) => index / Math.max(1, shown - 1));
  const distances = quantiles(all, shares);
  const tried = way.epsilon === undefined ? radii(all) : [way.epsilon];
  return tried.map((epsilon, index) => {
    const options = { epsilon, minimum };
    const density = dbscan(points, options);
    onStep("choose", index + 1, tried.length);
    const verdict = judgeDensity(density);
    return {
      options,
      density,
      evidence: { kind: "density", epsilon, neighbors: minimum, verdict, distances },
    };
  });
}

/** Of those who belong somewhere. */
function silhouetteOf(points: Matrix, { labels }: Density, seed: number): number {
  return silhouette(points, labels, { seed, exactRows: 5_000, sampleSize: 5_000 }).mean;
}

function toDivision(
  points: Matrix,
  { options, density, evidence, silhouette: separation }: Found & { readonly silhouette: number },
  course: Course,
): Division {
  const { labels, core, sizes } = density;
  const outliers = sizes.length;
  const proof = prove(points, { options, density }, course);
  return {
    method: "dbscan",
    assigner: {
      by: "density",
      epsilon: options.epsilon,
      core: rowsOf(takeRows(points, core)),
      labels: Array.from(core, (row) => at(labels, row)),
      outliers,
    },
    silhouette: separation,
    ...(proof && { stability: proof }),
    choice: withoutChoice,
    names: [...sizes.map(() => undefined), outliersNames],
    evidence,
  };
}

/** The outliers are put to the test like a group. With fewer customers there are fewer neighbors to ask for. */
function prove(
  points: Matrix,
  { options, density }: Pick<Found, "options" | "density">,
  { seed, onStep }: Course,
): Division["stability"] {
  const drawnPart = (0.632 * Math.min(2_500, points.rows)) / points.rows;
  if (drawnPart < thinnest) return undefined;
  const withOutliers = ({ labels, sizes }: Density) =>
    labels.map((label) => (label < 0 ? sizes.length : label));
  const labels = withOutliers(density);
  // Where nobody is an outlier yet, that segment stands for nobody: it has nothing to prove.
  const found = stability(points, labels, {
    seed,
    onStep: (done, total) => onStep("prove", done, total),
    divide: (drawn) => {
      const minimum = Math.max(2, Math.round(options.minimum * (drawn.rows / points.rows)));
      return withOutliers(dbscan(drawn, { epsilon: options.epsilon, minimum }));
    },
  });
  return labels.includes(density.sizes.length) ? found : [...found, { jaccard: 1, verdict: "solid" }];
}
