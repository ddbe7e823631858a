/**
 * Measures rows of one group against rows of another, or a group among itself, and adds every distance to two sums: the one
 * row's to the other's group, and the other's to the one's group. Distances are f32, as four then take the time of two and a
 * silhouette asks for no more digits; sums of more than 64 of them are f64.
 *
 * @param points f32 rows, four side by side. Groups begin at multiples of eight; rows that fill one up have weight 0.
 * @param weights One f32 per row: 1, or 0 for a row that counts for nothing.
 * @param row Where the one rows begin, up to `rowEnd`; both multiples of eight.
 * @param other Where the other rows begin, up to `otherEnd`; the same two numbers, or behind the one rows.
 * @param toOthers Sums of the one rows: one f64 per row of `points`.
 * @param toRows Sums of the other rows, likewise; the same list when a group meets itself.
 */
export function compare(
  points: u32,
  weights: u32,
  columns: u32,
  row: u32,
  rowEnd: u32,
  other: u32,
  otherEnd: u32,
  toOthers: u32,
  toRows: u32,
): void {
  for (; other < otherEnd; other += chunk) {
    const end = min<u32>(otherEnd, other + chunk);
    for (let one = row; one < rowEnd && one < end; one += 4) {
      compareFour(points, weights, columns, one, max<u32>(one & ~7, other), end, toOthers, toRows);
    }
  }
}

/** So few rows that they stay in the core's nearest cache, and that their distances can be summed as f32. */
const chunk: u32 = 64;

/** Four rows against all from `other` on, eight at a time: as many sums as keep a core from waiting for one. */
function compareFour(
  points: u32,
  weights: u32,
  columns: u32,
  row: u32,
  other: u32,
  end: u32,
  toOthers: u32,
  toRows: u32,
): void {
  const bytes = columns << 2; // of a row
  const width = columns << 4; // of four rows
  const four = points + row * bytes;
  const weight = weights + (row << 2);
  let sumA = f32x4.splat(0);
  let sumB = sumA;
  let sumC = sumA;
  let sumD = sumA;
  for (; other < end; other += 8) {
    let leftA = f32x4.splat(0);
    let leftB = leftA;
    let leftC = leftA;
    let leftD = leftA;
    let rightA = leftA;
    let rightB = leftA;
    let rightC = leftA;
    let rightD = leftA;
    let one = four;
    let others = points + other * bytes;
    const last = others + width;
    while (others < last) {
      const left = v128.load(others);
      const right = v128.load(others + width);
      let own = v128.load32_splat(one);
      leftA = f32x4.add(leftA, square(f32x4.sub(own, left)));
      rightA = f32x4.add(rightA, square(f32x4.sub(own, right)));
      own = v128.load32_splat(one, 4);
      leftB = f32x4.add(leftB, square(f32x4.sub(own, left)));
      rightB = f32x4.add(rightB, square(f32x4.sub(own, right)));
      own = v128.load32_splat(one, 8);
      leftC = f32x4.add(leftC, square(f32x4.sub(own, left)));
      rightC = f32x4.add(rightC, square(f32x4.sub(own, right)));
      own = v128.load32_splat(one, 12);
      leftD = f32x4.add(leftD, square(f32x4.sub(own, left)));
      rightD = f32x4.add(rightD, square(f32x4.sub(own, right)));
      one += 16;
      others += 16;
    }
    leftA = f32x4.sqrt(leftA);
    leftB = f32x4.sqrt(leftB);
    leftC = f32x4.sqrt(leftC);
    leftD = f32x4.sqrt(leftD);
    rightA = f32x4.sqrt(rightA);
    rightB = f32x4.sqrt(rightB);
    rightC = f32x4.sqrt(rightC);
    rightD = f32x4.sqrt(rightD);
    const weightLeft = v128.load(weights + (other << 2));
    const weightRight = v128.load(weights + (other << 2), 16);
    sumA = f32x4.add(sumA, f32x4.add(f32x4.mul(leftA, weightLeft), f32x4.mul(rightA, weightRight)));
    sumB = f32x4.add(sumB, f32x4.add(f32x4.mul(leftB, weightLeft), f32x4.mul(rightB, weightRight)));
    sumC = f32x4.add(sumC, f32x4.add(f32x4.mul(leftC, weightLeft), f32x4.mul(rightC, weightRight)));
    sumD = f32x4.add(sumD, f32x4.add(f32x4.mul(leftD, weightLeft), f32x4.mul(rightD, weightRight)));
    // Eight rows among themselves are measured both ways already.
    if (other == (row & ~7)) continue;
    const sum = toRows + (other << 3);
    addFour(sum, weighted(weight, leftA, leftB, leftC, leftD));
    addFour(sum + 32, weighted(weight, rightA, rightB, rightC, rightD));
  }
  const ab = f32x4.add(i32x4.shuffle(sumA, sumB, 0, 4, 1, 5), i32x4.shuffle(sumA, sumB, 2, 6, 3, 7));
  const cd = f32x4.add(i32x4.shuffle(sumC, sumD, 0, 4, 1, 5), i32x4.shuffle(sumC, sumD, 2, 6, 3, 7));
  addFour(toOthers + (row << 3), f32x4.add(i64x2.shuffle(ab, cd, 0, 2), i64x2.shuffle(ab, cd, 1, 3)));
}

/** The sum of four rows' distances to four others, each row with its weight. */
function weighted(weight: u32, a: v128, b: v128, c: v128, d: v128): v128 {
  return f32x4.add(
    f32x4.add(f32x4.mul(a, v128.load32_splat(weight)), f32x4.mul(b, v128.load32_splat(weight, 4))),
    f32x4.add(f32x4.mul(c, v128.load32_splat(weight, 8)), f32x4.mul(d, v128.load32_splat(weight, 12))),
  );
}

function addFour(sum: u32, four: v128): void {
  const high = i64x2.shuffle(four, four, 1, 1);
  v128.store(sum, f64x2.add(v128.load(sum), f64x2.promote_low_f32x4(four)));
  v128.store(sum, f64x2.add(v128.load(sum, 16), f64x2.promote_low_f32x4(high)), 16);
}

function square(value: v128): v128 {
  return f32x4.mul(value, value);
}
