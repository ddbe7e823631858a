/** k-means on a file of points: <file> <columns> <k>. The result is the inertia. */
import { kMeans } from "../../../src/analysis/clustering/k-means.ts";
import { readMatrix } from "../matrix-file.ts";
import { argument, measure } from "../measurement.ts";

const points = readMatrix(argument(0), Number(argument(1)));
await measure(() => kMeans(points, Number(argument(2)), { seed: 7 }).inertia);
