import { at } from "../../lib/at.ts";

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly count: number;
}

/**
 * Which cells of a migration table are not shown, so that no small one can be worked out from the others: sizes before
 * and after are known to everybody, and with all but one cell of a row the last one is, too.
 *
 * A hidden cell stays unknown as long as a closed path of hidden cells, by rows and columns in turn, leads through it:
 * counts can be shifted along the path without touching a total. The cheapest path is hidden: small moves rather than
 * those who stayed, and empty cells last.
 *
 * @param table (k + 1) × (k + 1): row i of the segment before, the last of newcomers; column j of the segment now, the
 *   last of leavers.
 * @param isSmall Whether a count must not be shown.
 * @returns True where a cell is hidden. Sums that hold one cell of the diagonal and not all of a line (who came, who
 *   went, all who moved) give that cell away: show them only where it is shown.
 * @see Cox (1980), "Suppression methodology and statistical disclosure control", JASA 75. O(hidden · k³).
 * @example
 * suppress([[3, 6, 0], [2, 28, 0], [1, 0, 0]], (count) => count > 0 && count < 5)[1]; // => [true, true, false]
 */
export function suppress(
  table: readonly (readonly number[])[],
  isSmall: (count: number) => boolean,
): readonly (readonly boolean[])[] {
  const cells = table.flatMap((counts, row) => counts.map((count, column) => ({ row, column, count })));
  cells.pop(); // from nowhere to nowhere: nobody
  const stayed = cells.filter((cell) => isStay(cell));
  const hidden = new Set([
    ...cells.filter(({ count }) => isSmall(count)),
    ...stayed.filter((cell) => movesAround(cells, cell).some(isSmall)),
  ]);
  const secret = Array.from(hidden); // what is hidden for their sake needs no protection of its own
  for (const cell of secret) protect(cell, cells, hidden);
  const mask = table.map((counts) => counts.map(() => false));
  for (const { row, column } of hidden) at(mask, row)[column] = true;
  return mask;
}

function isStay({ row, column }: Cell): boolean {
  return row === column;
}

/** Who came to a segment from the others, and who went to them. */
function movesAround(cells: readonly Cell[], { row: segment }: Cell): readonly number[] {
  const outside = Math.max(...cells.map(({ row }) => row));
  const inside = cells.filter((cell) => !isStay(cell) && cell.row < outside && cell.column < outside);
  return (["column", "row"] as const).map((side) =>
    inside.filter((cell) => cell[side] === segment).reduce((sum, { count }) => sum + count, 0),
  );
}

/** Hides the cheapest path that leads from a cell's row to its column without the cell. */
function protect(target: Cell, cells: readonly Cell[], hidden: Set<Cell>): void {
  const size = cells.reduce((sum, { count }) => sum + count, 1);
  const costOf = (cell: Cell) => {
    if (hidden.has(cell)) return 0;
    if (cell.count === 0) return size ** 2;
    return isStay(cell) ? size + cell.count : cell.count;
  };
  const others = cells.filter((cell) => cell !== target);
  const reached = new Map([[`row ${target.row}`, { cost: 0, path: [] as readonly Cell[] }]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const cell of others) {
      const ends = [`row ${cell.row}`, `column ${cell.column}`] as const;
      for (const [from, to] of [ends, [ends[1], ends[0]] as const]) {
        const known = reached.get(from);
        const cost = (known?.cost ?? Number.POSITIVE_INFINITY) + costOf(cell);
        if (known === undefined || cost >= (reached.get(to)?.cost ?? Number.POSITIVE_INFINITY)) continue;
        reached.set(to, { cost, path: [...known.path, cell] });
        changed = true;
      }
    }
  }
  for (const cell of reached.get(`column ${target.column}`)?.path ?? []) hidden.add(cell);
}
