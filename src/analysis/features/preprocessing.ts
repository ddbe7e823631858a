import { at } from "../../lib/at.ts";
import { cell, type Matrix } from "../numbers/matrix.ts";

/**
 * What is done to one feature before distances are measured, with every number it needs, so that a customer who
 * comes next year is placed by the same rule: fill, log, limit, scale, in this order.
 */
export interface Preprocessing {
  /** Takes the place of a missing value (NaN), in raw units. */
  readonly fill: number;
  /** `log` is ln(1 + value - shift). */
  readonly transform: "none" | "log";
  /** 0, or the 5 % quantile where that is negative; in raw units. What lies below counts as the shift. */
  readonly shift: number;
  /** Winsorising limits after the transform: what lies beyond is pulled in to them. */
  readonly lower: number;
  readonly upper: number;
  /** Mean and population standard deviation after all of that; `scale` is above 0. */
  readonly centre: number;
  readonly scale: number;
}

/**
 * One raw value as distances see it: filled, transformed, limited and scaled, in standard deviations from the mean.
 * `placementSql` (db/segmentations/memberships.ts) is its twin in SQL and does the same operations in the same order.
 *
 * @param value In the feature's unit; NaN where missing.
 * @example
 * preprocessValue(Math.E ** 2 - 1, { fill: 0, transform: "log", shift: 0, lower: 0, upper: 3, centre: 1, scale: 2 }); // => 0.5
 */
export function preprocessValue(value: number, preprocessing: Preprocessing): number {
  const limited = limitValue(
    transformValue(Number.isNaN(value) ? preprocessing.fill : value, preprocessing),
    preprocessing,
  );
  return (limited - preprocessing.centre) / preprocessing.scale;
}

/**
 * The transform alone. Below the shift (a customer who owes more than anyone did) the log would not exist: such a
 * value counts as the shift.
 *
 * @example
 * transformValue(0, { transform: "log", shift: 0 }); // => 0
 */
export function transformValue(
  value: number,
  { transform, shift }: Pick<Preprocessing, "transform" | "shift">,
): number {
  return transform === "log" ? Math.log(1 + Math.max(value - shift, 0)) : value;
}

/**
 * A transformed value pulled in to the limits.
 *
 * @example
 * limitValue(9, { lower: 0, upper: 5 }); // => 5
 */
export function limitValue(value: number, { lower, upper }: Pick<Preprocessing, "lower" | "upper">): number {
  return Math.min(Math.max(value, lower), upper);
}

/**
 * Raw rows as distances see them.
 *
 * @param points n × p raw values, NaN where missing.
 * @param preprocessings One per column.
 * @returns n × p, in standard deviations; every number is finite.
 * @example
 * preprocessRows({ rows: 1, columns: 1, values: Float64Array.of(7) }, [
 *   { fill: 0, transform: "none", shift: 0, lower: 0, upper: 5, centre: 4, scale: 2 },
 * ]).values; // => Float64Array.of(0.5)
 */
export function preprocessRows(
  { rows, columns, values }: Matrix,
  preprocessings: readonly Preprocessing[],
): Matrix {
  const preprocessed = new Float64Array(rows * columns);
  for (let column = 0; column < columns; column += 1) {
    const preprocessing = at(preprocessings, column);
    for (let index = column; index < preprocessed.length; index += columns) {
      preprocessed[index] = preprocessValue(cell(values, index), preprocessing);
    }
  }
  return { rows, columns, values: preprocessed };
}
