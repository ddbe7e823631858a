import type { Feature } from "../features/feature.ts";

/** What a feature means to a marketer, whatever a file calls it. */
export const roles = [
  "recency",
  "frequency",
  "monetary",
  "ticket",
  "tenure",
  "score",
  "income",
  "age",
  "children",
  "teenagers",
  "deals",
  "web",
  "store",
  "catalog",
  "browsing",
  "returns",
  "variety",
] as const;
export type Role = (typeof roles)[number];

/**
 * By words of a feature's name, in English, Spanish and Portuguese; the first pattern in a list wins, so that a total is
 * preferred to one of its parts.
 */
const patterns: Readonly<Record<Role, readonly RegExp[]>> = {
  recency: [/^recency/, /recen[ct]i[ae]?/, /days_since_last/],
  frequency: [
    /^frequency$/,
    /^total_(purchases|orders|compras|pedidos)/,
    /^(num_)?(orders|pedidos|compras)$/,
    /frequen|frecuen/,
  ],
  monetary: [
    /^monetary$/,
    /^total_(amount|spent|spend|sales|revenue|mnt)/,
    /revenue|total_gast|faturamento|gasto_total/,
  ],
  ticket: [/^average_(ticket|order)/, /ticket|average_order|basket_value/],
  tenure: [/^tenure/, /^customer_days/, /seniority|antiguedad|antiguidade/],
  score: [/spending_score|(^|_)score($|_)|puntuacion|pontuacao/],
  income: [/income|salary|ingreso|renta|salario|renda/],
  age: [/^(age|edad|idade)$/],
  children: [/^(total_)?(children|kids|hijos|filhos)/, /kid|household_size/],
  teenagers: [/teen|adolescent/],
  deals: [/deal|discount|descuento|desconto|oferta|promo|coupon/],
  web: [/web_?purchases|channel_(web|online|app)|online_?(orders|purchases)/],
  store: [/store_?purchases|channel_(store|shop|tienda|loja)/],
  catalog: [/catalog/],
  browsing: [/web_?visits|^visit_count|^visits?$/],
  returns: [/^returns?(_|$)|devoluci|devoluc/],
  variety: [/variety/],
};

/**
 * The position of the feature that plays each role; a role that no feature plays is missing.
 *
 * Answers to campaigns and levels of categories play none: a name says what customers do and are.
 *
 * @example
 * rolesOf([{ name: "recency_days", labels: { en: "", es: "", pt: "" }, unit: "days", family: "behaviour", transform: "log" }])
 *   .get("recency"); // => 0
 */
export function rolesOf(features: readonly Feature[]): ReadonlyMap<Role, number> {
  const found = new Map<Role, number>();
  for (const role of roles) {
    const position = patterns[role]
      .map((pattern) => features.findIndex((feature) => plays(feature, pattern)))
      .find((index) => index >= 0);
    if (position !== undefined && ![...found.values()].includes(position)) found.set(role, position);
  }
  return found;
}

function plays({ name, family }: Feature, pattern: RegExp): boolean {
  return (family === "behaviour" || family === "attribute") && pattern.test(name);
}
