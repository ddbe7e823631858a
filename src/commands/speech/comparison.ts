import { words } from "../../lib/words.ts";
import type { Feature } from "../../analysis/features/feature.ts";
import type { Format } from "../../lib/locale.ts";

/** All that matters of a feature here. */
type Measured = Pick<Feature, "unit">;

/** In what a difference is told. */
type Measure = "percent" | "days" | "years" | "points" | "amount";

const says = words({
  en: {
    /** What all customers are compared with: the average and its value. */
    average: (value: string) => `the average of ${value}`,
    times: (ratio: string, other: string) => `${ratio} times ${other}`,
    apart: (size: string, direction: "more" | "less", other: string) => `${size} ${direction} than ${other}`,
    /** A size with its unit: "14 days". */
    sizes: {
      percent: (size: string) => size,
      days: (size: string) => `${size} days`,
      years: (size: string) => `${size} years`,
      points: (size: string) => `${size} points`,
      amount: (size: string) => size,
    },
    /** As good as nothing, where the other has something: a percentage would be 100 %. */
    nothing: (other: string) => `below ${other}`,
    same: (other: string) => `the same as ${other}`,
    versus: (first: string, second: string) => `${first} vs ${second}`,
  },
  es: {
    average: (value) => `la media de ${value}`,
    times: (ratio, other) => `${ratio} veces ${other}`,
    apart: (size, direction, other) => `${size} ${direction === "more" ? "más" : "menos"} que ${other}`,
    sizes: {
      percent: (size) => `un ${size}`,
      days: (size) => `${size} días`,
      years: (size) => `${size} años`,
      points: (size) => `${size} puntos`,
      amount: (size) => size,
    },
    nothing: (other) => `menos que ${other}`,
    same: (other) => `igual que ${other}`,
    versus: (first, second) => `${first} frente a ${second}`,
  },
  pt: {
    average: (value) => `a média de ${value}`,
    times: (ratio, other) => `${ratio} vezes ${other}`,
    apart: (size, direction, other) => `${size} ${direction === "more" ? "a mais" : "a menos"} que ${other}`,
    sizes: {
      percent: (size) => size,
      days: (size) => `${size} dias`,
      years: (size) => `${size} anos`,
      points: (size) => `${size} pontos`,
      amount: (size) => size,
    },
    nothing: (other) => `menos que ${other}`,
    same: (other) => `igual a ${other}`,
    versus: (first, second) => `${first} contra ${second}`,
  },
});

/** A feature's value as one reader writes it: money in the team's currency, shares and flags as percentages. */
export function formatValue({ unit }: Measured, value: number, format: Format): string {
  if (unit === "money") return format.money(value * 100);
  if (unit === "share" || unit === "flag") return format.percent(value);
  return format.number(value, Math.abs(value) < 20 && !Number.isInteger(value) ? 1 : 0);
}

/** Two values of a feature, one beside the other: "€1,320 vs €604". */
export function versus(
  feature: Measured,
  [first, second]: readonly [number, number],
  format: Format,
): string {
  return says[format.locale].versus(
    formatValue(feature, first, format),
    formatValue(feature, second, format),
  );
}

/** Two values of one feature; `otherName` is whose the other one is, all customers' average by default. */
export interface Comparison {
  readonly value: number;
  readonly other: number;
  readonly otherName?: string;
}

/**
 * How a value stands to another, with direction, size and the other value: "2.3 times the average of €604".
 * Amounts far apart are told as multiples and near ones in percent; days, years and points as differences.
 */
export function compareValues(feature: Measured, compared: Comparison, format: Format): string {
  const words = says[format.locale];
  const { value, other } = compared;
  const otherValue = formatValue(feature, other, format);
  const than =
    compared.otherName === undefined ? words.average(otherValue) : `${compared.otherName} (${otherValue})`;
  const measure = measureOf(feature, compared);
  if (measure === "percent" && value / other >= 1.5) return words.times(format.number(value / other), than);
  const size = sizeOf(measure, compared, format);
  if (size === format.number(0) || size === format.percent(0)) return words.same(than);
  if (measure === "percent" && size === format.percent(1, 0)) return words.nothing(than);
  return words.apart(words.sizes[measure](size), value > other ? "more" : "less", than);
}

function measureOf({ unit }: Measured, { value, other }: Comparison): Measure {
  if (unit === "days" || unit === "years") return unit;
  if (unit === "share" || unit === "flag") return "points";
  return value >= 0 && other > 0 ? "percent" : "amount";
}

function sizeOf(measure: Measure, { value, other }: Comparison, format: Format): string {
  const difference = Math.abs(value - other);
  if (measure === "percent") return format.percent(difference / other, 0);
  const size = measure === "points" ? difference * 100 : difference;
  return format.number(size, size < 10 ? 1 : 0);
}

/**
 * A label inside a sentence: "Total spent" → "total spent"; abbreviations keep their capitals.
 *
 * @example
 * decapitalize("SMS opened"); // => "SMS opened"
 */
export function decapitalize(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
