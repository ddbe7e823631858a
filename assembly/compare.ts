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
  const width: u32 = columns << 4;
  for (let row: u32 = 0; row < end; row += 4) {
    const four = points + (row >> 1) * width;
    for (let other: u32 = max<u32>(row, tile); other < end; other += 2) {
      let a = f64x2.splat(0);
      let b = a;
      let c = a;
      let d = a;
      const first = points + (other >> 1) * width;
      const last = first + width;
      let at = four;
      for (let value = first; value < last; value += 16) {
        const others = v128.load(value);
        const toA = f64x2.sub(v128.load64_splat(at), others);
        const toB = f64x2.sub(v128.load64_splat(at, 8), others);
        const toC = f64x2.sub(v128.load64_splat(at + width), others);
        const toD = f64x2.sub(v128.load64_splat(at + width, 8), others);
        at += 16;
        a = f64x2.add(a, f64x2.mul(toA, toA));
        b = f64x2.add(b, f64x2.mul(toB, toB));
        c = f64x2.add(c, f64x2.mul(toC, toC));
        d = f64x2.add(d, f64x2.mul(toD, toD));
      }
      a = f64x2.sqrt(a);
      b = f64x2.sqrt(b);
      c = f64x2.sqrt(c);
      d = f64x2.sqrt(d);
      for (let division: u32 = 0; division < divisions; division++) {
        const sumsOf = sums + ((division * rows) << 2);
        const own = sumsOf + (row << 2);
        const byte: u32 = other << 3;
        addPair(load<u32>(own) + byte, a);
        addPair(load<u32>(own, 4) + byte, b);
        addPair(load<u32>(own, 8) + byte, c);
        addPair(load<u32>(own, 12) + byte, d);
        // Among themselves the four are measured both ways already.
        if (other < row + 4) continue;
        const theirs = sumsOf + (other << 2);
        const rowByte: u32 = row << 3;
        const even = load<u32>(theirs) + rowByte;
        const odd = load<u32>(theirs, 4) + rowByte;
        addPair(even, i64x2.shuffle(a, b, 0, 2));
        addPair(even + 16, i64x2.shuffle(c, d, 0, 2));
        addPair(odd, i64x2.shuffle(a, b, 1, 3));
        addPair(odd + 16, i64x2.shuffle(c, d, 1, 3));
      }
    }
  }
}

function addPair(sum: u32, distances: v128): void {
  v128.store(sum, f64x2.add(v128.load(sum), distances));
}
