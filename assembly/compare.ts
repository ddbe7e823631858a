/**
 * Measures the rows of a tile against all rows before them and among themselves, and adds every distance to two sums: the
 * one row's to the other's label, and the other's to the one's label.
 *
 * @param points Interleaved rows, a multiple of four.
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
  const width = columns << 4; // of two rows
  for (let row: u32 = 0; row < end; row += 4) {
    const four = points + (row >> 1) * width;
    for (let other: u32 = max<u32>(row, tile); other < end; other += 4) {
      compareFours(four, points + (other >> 1) * width, width, row, other, sums, rows, divisions);
    }
  }
}

/** Four rows against four, in eight registers: what a core has, and enough that no sum waits for another. */
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
  let a = f64x2.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let e = a;
  let f = a;
  let g = a;
  let h = a;
  const last = others + width;
  let at = four;
  for (let value = others; value < last; value += 16) {
    const first = v128.load(value);
    const second = v128.load(value + width);
    let own = v128.load64_splat(at);
    a = f64x2.add(a, square(f64x2.sub(own, first)));
    e = f64x2.add(e, square(f64x2.sub(own, second)));
    own = v128.load64_splat(at, 8);
    b = f64x2.add(b, square(f64x2.sub(own, first)));
    f = f64x2.add(f, square(f64x2.sub(own, second)));
    own = v128.load64_splat(at + width);
    c = f64x2.add(c, square(f64x2.sub(own, first)));
    g = f64x2.add(g, square(f64x2.sub(own, second)));
    own = v128.load64_splat(at + width, 8);
    d = f64x2.add(d, square(f64x2.sub(own, first)));
    h = f64x2.add(h, square(f64x2.sub(own, second)));
    at += 16;
  }
  a = f64x2.sqrt(a);
  b = f64x2.sqrt(b);
  c = f64x2.sqrt(c);
  d = f64x2.sqrt(d);
  e = f64x2.sqrt(e);
  f = f64x2.sqrt(f);
  g = f64x2.sqrt(g);
  h = f64x2.sqrt(h);
  for (let division: u32 = 0; division < divisions; division++) {
    const own = sums + (row << 2);
    const byte = other << 3;
    addFour(load<u32>(own) + byte, a, e);
    addFour(load<u32>(own, 4) + byte, b, f);
    addFour(load<u32>(own, 8) + byte, c, g);
    addFour(load<u32>(own, 12) + byte, d, h);
    if (other != row) {
      // Four rows among themselves are measured both ways already.
      const theirs = sums + (other << 2);
      const rowByte = row << 3;
      addFour(load<u32>(theirs) + rowByte, firsts(a, b), firsts(c, d));
      addFour(load<u32>(theirs, 4) + rowByte, seconds(a, b), seconds(c, d));
      addFour(load<u32>(theirs, 8) + rowByte, firsts(e, f), firsts(g, h));
      addFour(load<u32>(theirs, 12) + rowByte, seconds(e, f), seconds(g, h));
    }
    sums += rows << 2;
  }
}

function square(value: v128): v128 {
  return f64x2.mul(value, value);
}

function firsts(a: v128, b: v128): v128 {
  return i64x2.shuffle(a, b, 0, 2);
}

function seconds(a: v128, b: v128): v128 {
  return i64x2.shuffle(a, b, 1, 3);
}

function addFour(sum: u32, two: v128, nextTwo: v128): void {
  v128.store(sum, f64x2.add(v128.load(sum), two));
  v128.store(sum, f64x2.add(v128.load(sum, 16), nextTwo), 16);
}
