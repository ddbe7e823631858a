/**
 * What is done to one feature before distances are measured, with every number it needs, so that a customer who
 * comes next year is placed by the same rule: fill, log, limit, scale, in this order.
 */
export interface Treatment {
  /** Takes the place of a missing value (NaN): the median, in raw units. */
  readonly fill: number;
  /** `log` is ln(1 + value - shift). */
  readonly transform: "none" | "log";
  /** 0, or the smallest value where that is negative; in raw units. */
  readonly shift: number;
  /** Winsorising limits after the transform: what lies beyond is pulled in to them. */
  readonly lower: number;
  readonly upper: number;
  /** Mean and population standard deviation after all of that; `scale` is above 0. */
  readonly centre: number;
  readonly scale: number;
}
