import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suppress } from "../../../src/analysis/shift/suppression.ts";
import { at } from "../../../src/lib/at.ts";

const isSmall = (count: number) => count > 0 && count < 5;
const tables = fc
  .integer({ min: 2, max: 6 })
  .chain((k) =>
    fc.array(
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 5, max: 900 })), {
        minLength: k + 1,
        maxLength: k + 1,
      }),
      { minLength: k + 1, maxLength: k + 1 },
    ),
  )
  .map((table) =>
    table.map((row, i) => row.map((count, j) => (i === j && i === row.length - 1 ? 0 : count))),
  );

describe("suppress", () => {
  it("hides nothing where no cell is small", () => {
    const table = [
      [90, 10, 0],
      [20, 80, 0],
      [7, 0, 0],
    ];
    expect(suppress(table, isSmall).flat()).not.toContain(true);
  });

  it("hides a second cell of a row and of a column where one is hidden", () => {
    // By hand: 3 alone would be 113 - 90 - 20; the cheapest closed path through it takes 6, 7 and 8.
    const table = [
      [90, 3, 20, 0],
      [30, 80, 6, 0],
      [40, 7, 70, 0],
      [0, 0, 8, 0],
    ];
    const hidden = suppress(table, isSmall);
    expect(hidden[0]).toEqual([false, true, true, false]);
    expect([hidden[1]?.[1], hidden[2]?.[1]].filter(Boolean).length + Number(hidden[3]?.[1])).toBe(1);
  });

  it("never leaves a small cell that the totals and the shown cells determine", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const hidden = suppress(table, isSmall);
        const unknowns = table.flatMap((row, i) =>
          row.flatMap((count, j) => (at(at(hidden, i), j) ? [{ i, j, count }] : [])),
        );
        const equations = [
          ...table.map((_, i) => unknowns.map((cell) => Number(cell.i === i))),
          ...table.map((_, j) => unknowns.map((cell) => Number(cell.j === j))),
        ];
        const told = unknowns.filter(({ count }, index) => isSmall(count) && isDetermined(equations, index));
        expect(told).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

/** Whether a linear system fixes one unknown: whether its unit vector lies in the span of the equations. */
function isDetermined(equations: readonly (readonly number[])[], unknown: number): boolean {
  const unit = (equations[0] ?? []).map((_, i) => Number(i === unknown));
  return rank([...equations, unit]) === rank(equations);
}

function rank(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let done = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, i) => i >= done && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [rows[done], rows[pivot]] = [at(rows, pivot), at(rows, done)];
    const leading = at(rows, done);
    for (const row of rows.slice(done + 1)) {
      const factor = at(row, column) / at(leading, column);
      leading.forEach((value, i) => (row[i] = at(row, i) - factor * value));
    }
    done += 1;
  }
  return done;
}
