/**
 * Measures the rows of a tile against all rows before them and among themselves, and adds every distance to two sums: the
 * one row's to the other's label, and the other's to the one's label. Distances are f32, as four then take the time of two
 * and a silhouette asks for no more digits; sums of thousands of them are f64.
 *
 * @param points f32 rows, four side by side, a multiple of four.
 * @param tile First row of the tile, a multiple of four.
 * @param end Behind its last row, a multiple of four.
 * @param sums Where the sums of a row's label begin, as one u32 per row and division, `rows` per division: a list of one f64
 *   per row.
 */
export function compare(
  points: u32,
  columns: u32,
  tile: u32,
  end: u32,
  sums: u32,
  rows: u32,
  divisions: u32,
): void {
  const bytes = columns << 2; // of a row
  for (let row: u32 = 0; row < end; row += 4) {
    for (let other: u32 = max<u32>(row, tile); other < end; other += 4) {
      compareFours(
        points + row * bytes,
        points + other * bytes,
        bytes << 2,
        row,
        other,
        sums,
        rows,
        divisions,
      );
    }
  }
}

/** Four rows against four, in as many sums as keep a core from waiting for one. */
function compareFours(
  four: u32,
  others: u32,
  width: u32,
  row: u32,
  other: u32,
  sums: u32,
  rows: u32,
  divisions: u32,
): void {
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  const last = others + width;
  while (others < last) {
    const theirs = v128.load(others);
    a = f32x4.add(a, square(f32x4.sub(v128.load32_splat(four), theirs)));
    b = f32x4.add(b, square(f32x4.sub(v128.load32_splat(four, 4), theirs)));
    c = f32x4.add(c, square(f32x4.sub(v128.load32_splat(four, 8), theirs)));
    d = f32x4.add(d, square(f32x4.sub(v128.load32_splat(four, 12), theirs)));
    four += 16;
    others += 16;
  }
  a = f32x4.sqrt(a);
  b = f32x4.sqrt(b);
  c = f32x4.sqrt(c);
  d = f32x4.sqrt(d);
  const ownSums = sums + (row << 2);
  const theirSums = sums + (other << 2);
  addFours(ownSums, other << 3, a, b, c, d, rows, divisions);
  // Four rows among themselves are measured both ways already.
  if (other == row) return;
  const ab = i32x4.shuffle(a, b, 0, 4, 1, 5);
  const cd = i32x4.shuffle(c, d, 0, 4, 1, 5);
  const abHigh = i32x4.shuffle(a, b, 2, 6, 3, 7);
  const cdHigh = i32x4.shuffle(c, d, 2, 6, 3, 7);
  a = i64x2.shuffle(ab, cd, 0, 2);
  b = i64x2.shuffle(ab, cd, 1, 3);
  c = i64x2.shuffle(abHigh, cdHigh, 0, 2);
  d = i64x2.shuffle(abHigh, cdHigh, 1, 3);
  addFours(theirSums, row << 3, a, b, c, d, rows, divisions);
}

/** Adds a row of distances to each of four lists, in every division. */
function addFours(
  lists: u32,
  byte: u32,
  a: v128,
  b: v128,
  c: v128,
  d: v128,
  rows: u32,
  divisions: u32,
): void {
  for (let division: u32 = 0; division < divisions; division++) {
    addFour(load<u32>(lists) + byte, a);
    addFour(load<u32>(lists, 4) + byte, b);
    addFour(load<u32>(lists, 8) + byte, c);
    addFour(load<u32>(lists, 12) + byte, d);
    lists += rows << 2;
  }
}

function addFour(sum: u32, four: v128): void {
  const high = i64x2.shuffle(four, four, 1, 1);
  v128.store(sum, f64x2.add(v128.load(sum), f64x2.promote_low_f32x4(four)));
  v128.store(sum, f64x2.add(v128.load(sum, 16), f64x2.promote_low_f32x4(high)), 16);
}

function square(value: v128): v128 {
  return f32x4.mul(value, value);
}
