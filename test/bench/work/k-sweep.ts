/** k-means for every k from 2 to 10 with its exact silhouette: <file> <columns>. The result is the best silhouette. */
import { kMeans } from "../../../src/analysis/clustering/k-means.ts";
import { silhouettes } from "../../../src/analysis/clustering/silhouette.ts";
import { readMatrix } from "../matrix-file.ts";
import { argument, measure } from "../measurement.ts";

const points = readMatrix(argument(0), Number(argument(1)));
const ks = Array.from({ length: 9 }, (_, index) => 2 + index);
await measure(() => {
  const divisions = ks.map((k) => kMeans(points, k, { seed: 7 }).labels);
  const found = silhouettes(points, divisions, { seed: 7, exactRows: points.rows });
  return Math.max(...found.map(({ mean }) => mean));
});
