import { learnPreprocessing } from "../features/learn-preprocessing.ts";
import { type Preprocessing, preprocessRows } from "../features/preprocessing.ts";
import { columnOf, type Matrix, takeColumns } from "../numbers/matrix.ts";
import { plainPreprocessing } from "./plain-preprocessing.ts";
import type { Variable } from "./selection.ts";

/** How raw rows become the points of a response model; learned from training rows only. */
export interface Encoding {
  /** The variables that vary, with their columns among the encoded points. */
  readonly variables: readonly Variable[];
  /** Per encoded column: its position among the raw columns, and its preprocessing. */
  readonly columns: readonly { readonly raw: number; readonly preprocessing: Preprocessing }[];
}

/**
 * Learns fill, log, limits and scale of every column; a column that does not vary is left out.
 *
 * @param raw n × p in the features' units, NaN where missing.
 * @param variables Names and their raw columns.
 * @param isPlain On their own scale: see `plainPreprocessing`.
 * @example
 * learnEncoding({ rows: 3, columns: 1, values: Float64Array.of(1, 2, 3) }, [{ name: "visits", columns: [0] }]).variables; // => [{ name: "visits", columns: [0] }]
 */
export function learnEncoding(raw: Matrix, variables: readonly Variable[], isPlain = false): Encoding {
  const columns: { raw: number; preprocessing: Preprocessing }[] = [];
  const encoded = variables.map(({ name, columns: rawColumns }) => {
    const own: number[] = [];
    for (const column of rawColumns) {
      const values = columnOf(raw, column);
      const preprocessing = isPlain
        ? plainPreprocessing(values)
        : learnPreprocessing(values, { never: false, logAllowed: true })?.preprocessing;
      if (preprocessing !== undefined) own.push(columns.push({ raw: column, preprocessing }) - 1);
    }
    return { name, columns: own };
  });
  return { variables: encoded.filter((variable) => variable.columns.length > 0), columns };
}

/**
 * Raw rows as points of a model: every number finite, mean 0 and standard deviation 1 over the training rows.
 *
 * @param raw Rows with the same columns as those the encoding was learned from.
 * @example
 * encode({ rows: 3, columns: 1, values: Float64Array.of(1, 2, 3) }, learnEncoding({ rows: 3, columns: 1, values: Float64Array.of(1, 2, 3) }, [{ name: "visits", columns: [0] }])).values.at(1); // => 0
 */
export function encode(raw: Matrix, { columns }: Encoding): Matrix {
  return preprocessRows(
    takeColumns(
      raw,
      columns.map((column) => column.raw),
    ),
    columns.map((column) => column.preprocessing),
  );
}

/**
 * The same encoding for some of its variables only, in the order given.
 *
 * @example
 * narrow(learnEncoding({ rows: 3, columns: 1, values: Float64Array.of(1, 2, 3) }, [{ name: "visits", columns: [0] }]), []).columns; // => []
 */
export function narrow(encoding: Encoding, chosen: readonly Variable[]): Encoding {
  const columns = chosen.flatMap((variable) =>
    variable.columns.map((column) => encoding.columns[column] as Encoding["columns"][number]),
  );
  let next = 0;
  const variables = chosen.map(({ name, columns: own }) => ({ name, columns: own.map(() => next++) }));
  return { variables, columns };
}
