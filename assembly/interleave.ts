/**
 * Copies a row-major block so that two rows lie side by side: (row 0, row 1) of column 0, (row 0, row 1) of column 1 …: one
 * load then gives a column of two rows.
 *
 * @param pairs Half as many as the rows.
 */
export function interleave(from: u32, to: u32, pairs: u32, columns: u32): void {
  const width = columns << 3;
  for (let pair: u32 = 0; pair < pairs; pair++) {
    const second = from + width;
    for (let byte: u32 = 0; byte < width; byte += 8) {
      v128.store(to, f64x2.replace_lane(v128.load64_splat(from + byte), 1, load<f64>(second + byte)));
      to += 16;
    }
    from = second + width;
  }
}
