import type { Matrix } from "../../../src/analysis/numbers/matrix.ts";
import type { Pass } from "../../../src/analysis/clustering/assigner.ts";

/** What the kernel's `place` does, in plain TypeScript: the same sums in the same order, so the same bits. */
export function placeTwin(points: Matrix, centroids: Matrix): Pass {
  const { rows, columns } = points;
  const k = centroids.rows;
  const labels = new Int32Array(rows);
  const sums = new Float64Array(k * columns);
  const sizes = new Int32Array(k);
  let inertia = 0;
  for (let row = 0; row < rows; row += 1) {
    let nearest = Number.POSITIVE_INFINITY;
    let label = 0;
    for (let other = 0; other < k; other += 1) {
      const squared = squaredDistance(points, row, centroids, other);
      if (squared >= nearest) continue;
      nearest = squared;
      label = other;
    }
    labels[row] = label;
    inertia += nearest;
    sizes[label] = (sizes[label] ?? 0) + 1;
    for (let column = 0; column < columns; column += 1) {
      sums[label * columns + column] =
        (sums[label * columns + column] ?? 0) + (points.values[row * columns + column] ?? 0);
    }
  }
  const means = sums.map((sum, index) => sum / (sizes[Math.floor(index / columns)] ?? 0));
  return { labels, means: { rows: k, columns, values: means }, sizes, inertia };
}

function squaredDistance(a: Matrix, row: number, b: Matrix, other: number): number {
  let squared = 0;
  for (let column = 0; column < a.columns; column += 1) {
    const difference =
      (a.values[row * a.columns + column] ?? 0) - (b.values[other * a.columns + column] ?? 0);
    squared += difference * difference;
  }
  return squared;
}

/** The coefficient of every row (Rousseeuw 1987), each mean taken by itself; for labels without noise. */
export function coefficientsTwin(points: Matrix, labels: Int32Array): Float64Array {
  return Float64Array.from(labels, (own, row) => {
    const means = new Map<number, { sum: number; count: number }>();
    for (const [other, label] of labels.entries()) {
      if (other === row) continue;
      const { sum, count } = means.get(label) ?? { sum: 0, count: 0 };
      const distance = Math.sqrt(squaredDistance(points, row, points, other));
      means.set(label, { sum: sum + distance, count: count + 1 });
    }
    const within = means.get(own);
    if (within === undefined) return 0;
    means.delete(own);
    const a = within.sum / within.count;
    const b = Math.min(...Array.from(means.values(), ({ sum, count }) => sum / count));
    return Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b);
  });
}
