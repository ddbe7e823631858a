/**
 * Places rows with their nearest centroid (a tie goes to the lower label) and adds each to the sum of its label.
 *
 * @param model k × columns centroids, k × columns sums, k sizes, the inertia, and room for eight numbers: all f64. The sums,
 *   sizes and inertia grow by these rows, one after the other.
 * @param block Row-major, filled up to a multiple of eight rows.
 * @param pairs The same rows as `interleave` lays them.
 * @param labels Room for an i32 per row of the block.
 */
export function place(
  model: u32,
  k: u32,
  columns: u32,
  block: u32,
  pairs: u32,
  labels: u32,
  rows: u32,
): void {
  const width = columns << 3;
  const sums = model + k * width;
  const sizes = sums + k * width;
  const total = sizes + (k << 3);
  const nearest = total + 8;
  let inertia = load<f64>(total);
  for (let row: u32 = 0; row < rows; row += 8) {
    placeEight(pairs, width << 1, model, k, labels, nearest);
    const filled = min<u32>(8, rows - row);
    for (let lane: u32 = 0; lane < filled; lane++) {
      inertia += load<f64>(nearest + (lane << 3));
      const label = load<u32>(labels + (lane << 2));
      const size = sizes + (label << 3);
      store<f64>(size, load<f64>(size) + 1);
      addRow(block + lane * width, sums + label * width, width);
    }
    block += width << 3;
    pairs += width << 3;
    labels += 32;
  }
  store<f64>(total, inertia);
}

function addRow(row: u32, sum: u32, width: u32): void {
  const end = row + width;
  for (; row + 16 <= end; row += 16) {
    v128.store(sum, f64x2.add(v128.load(sum), v128.load(row)));
    sum += 16;
  }
  if (row < end) store<f64>(sum, load<f64>(sum) + load<f64>(row));
}

/** Eight rows in four pairs: enough sums that none waits for another. */
function placeEight(block: u32, width: u32, centroids: u32, k: u32, labels: u32, nearest: u32): void {
  let nearestA = f64x2.splat(Infinity);
  let nearestB = nearestA;
  let nearestC = nearestA;
  let nearestD = nearestA;
  let labelA = i64x2.splat(0);
  let labelB = labelA;
  let labelC = labelA;
  let labelD = labelA;
  for (let label: u32 = 0; label < k; label++) {
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    const end = block + width;
    for (let at = block; at < end; at += 16) {
      const middle = v128.load64_splat(centroids);
      centroids += 8;
      const toA = f64x2.sub(v128.load(at), middle);
      const toB = f64x2.sub(v128.load(at + width), middle);
      const toC = f64x2.sub(v128.load(at + 2 * width), middle);
      const toD = f64x2.sub(v128.load(at + 3 * width), middle);
      a = f64x2.add(a, f64x2.mul(toA, toA));
      b = f64x2.add(b, f64x2.mul(toB, toB));
      c = f64x2.add(c, f64x2.mul(toC, toC));
      d = f64x2.add(d, f64x2.mul(toD, toD));
    }
    const own = i64x2.splat(label);
    const nearerA = f64x2.lt(a, nearestA);
    const nearerB = f64x2.lt(b, nearestB);
    const nearerC = f64x2.lt(c, nearestC);
    const nearerD = f64x2.lt(d, nearestD);
    nearestA = v128.bitselect(a, nearestA, nearerA);
    nearestB = v128.bitselect(b, nearestB, nearerB);
    nearestC = v128.bitselect(c, nearestC, nearerC);
    nearestD = v128.bitselect(d, nearestD, nearerD);
    labelA = v128.bitselect(own, labelA, nearerA);
    labelB = v128.bitselect(own, labelB, nearerB);
    labelC = v128.bitselect(own, labelC, nearerC);
    labelD = v128.bitselect(own, labelD, nearerD);
  }
  v128.store(nearest, nearestA);
  v128.store(nearest, nearestB, 16);
  v128.store(nearest, nearestC, 32);
  v128.store(nearest, nearestD, 48);
  v128.store(labels, i32x4.shuffle(labelA, labelB, 0, 2, 4, 6));
  v128.store(labels, i32x4.shuffle(labelC, labelD, 0, 2, 4, 6), 16);
}
