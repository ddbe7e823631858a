/** Exact silhouette of a division by the first coordinate: <file> <columns> <k>. The result is the mean coefficient. */
import { silhouette } from "../../../src/analysis/clustering/silhouette.ts";
import { readMatrix } from "../matrix-file.ts";
import { argument, measure } from "../measurement.ts";

const points = readMatrix(argument(0), Number(argument(1)));
const k = Number(argument(2));
const labels = Int32Array.from({ length: points.rows }, (_, row) => row % k);
await measure(() => silhouette(points, labels, { seed: 7, exactRows: points.rows }).mean);
