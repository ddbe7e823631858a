/** k-means on a file of points: <file> <columns> <k> <rows to divide before the clock starts>. The result is the inertia. */
import { kMeans } from "../../../src/analysis/clustering/k-means.ts";
import { takeRows } from "../../../src/analysis/numbers/matrix.ts";
import { readMatrix } from "../matrix-file.ts";
import { argument, measure } from "../measurement.ts";

const points = readMatrix(argument(0), Number(argument(1)));
const k = Number(argument(2));
const before = Array.from({ length: Number(argument(3)) }, (_, row) => row);
if (before.length > 0) kMeans(takeRows(points, before), k, { seed: 7 });
await measure(() => kMeans(points, k, { seed: 7 }).inertia);
