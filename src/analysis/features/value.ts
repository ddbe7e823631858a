import type { Feature } from "./feature.ts";

/**
 * The feature whose sum is the value of a base: what customers spent.
 *
 * @returns Undefined where no behaviour is measured in money; an income is nobody's sales.
 * @example
 * findValue([{ name: "income", unit: "money", family: "attribute" }, { name: "monetary", unit: "money", family: "behaviour" }])
 *   .name; // => "monetary"
 */
export function findValue(features: readonly Feature[]): Feature | undefined {
  const money = features.filter(({ unit, family, setAside }) => {
    return unit === "money" && family === "behaviour" && setAside !== "derived" && setAside !== "part";
  });
  return money.find(({ name }) => name === "monetary" || name === "total_amount") ?? money[0];
}

/**
 * The feature that segments are numbered by, highest mean first: value, else a score, else the first behaviour that
 * forms segments, else the first feature that does.
 *
 * @throws {RangeError} When no feature forms segments.
 * @example
 * findOrder([{ name: "age", unit: "years", family: "attribute" }, { name: "visits", unit: "count", family: "behaviour" }])
 *   .name; // => "visits"
 */
export function findOrder(features: readonly Feature[]): Feature {
  const forming = features.filter(({ setAside }) => setAside === undefined);
  const found =
    findValue(features) ??
    forming.find(({ unit }) => unit === "score") ??
    forming.find(({ family }) => family === "behaviour") ??
    forming[0];
  if (found === undefined) throw new RangeError("no feature forms segments");
  return found;
}
