import { readFileSync, writeFileSync } from "node:fs";
import type { Matrix } from "../../src/analysis/numbers/matrix.ts";

/** Writes the numbers row after row as little-endian doubles, which numpy's `fromfile` reads too. */
export function writeMatrix(path: string, { values }: Matrix): void {
  writeFileSync(path, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
}

/** Reads what `writeMatrix` wrote. */
export function readMatrix(path: string, columns: number): Matrix {
  const bytes = readFileSync(path);
  // A file of some size gets a block of its own; a small one may lie at an odd place in a shared one.
  const values =
    bytes.byteOffset % 8 === 0
      ? new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8)
      : new Float64Array(Uint8Array.from(bytes).buffer);
  return { rows: values.length / columns, columns, values };
}
