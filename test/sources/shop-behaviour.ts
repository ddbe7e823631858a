import type { SampleShop } from "../../src/sources/sample-shop/sample-shop.ts";

/**
 * The variables that form segments, one row a customer: recency, frequency, monetary, visits, app
 * use, age, income. Counted here by hand, apart from the SQL of the product.
 *
 * scikit-learn 1.2.1 (KMeans, 10 starts; silhouette_score) on the same variables, winsorised at 1 and 99 %:
 * silhouettes for k 2 to 8 are .355 .439 .509 .594 .537 .459 .404, and at k 5 the adjusted Rand index is .991.
 */
export function behaviourOf(shop: SampleShop): number[][] {
  const dayMs = 86_400_000;
  const asOf = Date.UTC(2026, 5, 29);
  const rows = new Map(
    shop.customers.map(({ key, attributes }) => [
      key,
      {
        recency: Number.NaN,
        invoices: new Set<string>(),
        cents: 0,
        visit: 0,
        app: 0,
        age: 2026 - Number(attributes["birth_year"]),
        income: attributes["income"] === null ? Number.NaN : Number(attributes["income"]),
      },
    ]),
  );
  for (const { key, at, kind, orderKey, amountCents } of shop.orders) {
    const row = rows.get(key);
    if (row === undefined || kind !== "purchase") continue;
    const days = Math.ceil((asOf - at) / dayMs);
    row.recency = Number.isNaN(row.recency) ? days : Math.min(row.recency, days);
    row.invoices.add(orderKey);
    row.cents += amountCents;
  }
  for (const { key, kind } of shop.events) {
    const row = rows.get(key);
    if (row !== undefined) row[kind] += 1;
  }
  return [...rows.values()].map((row) => [
    Math.log1p(row.recency),
    Math.log1p(row.invoices.size),
    Math.log1p(row.cents / 100),
    Math.log1p(row.visit),
    Math.log1p(row.app),
    row.age,
    row.income,
  ]);
}

/** Each column with mean 0 and standard deviation 1; a missing value becomes the median. */
export function standardized(rows: readonly (readonly number[])[]): number[][] {
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? Number.NaN));
  const scaled = columns.map((values) => {
    const known = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
    const median = known[known.length >> 1] ?? 0;
    const full = values.map((value) => (Number.isNaN(value) ? median : value));
    const mean = full.reduce((sum, value) => sum + value, 0) / full.length;
    const deviation = Math.sqrt(full.reduce((sum, value) => sum + (value - mean) ** 2, 0) / full.length);
    return full.map((value) => (value - mean) / deviation);
  });
  return rows.map((_, row) => scaled.map((column) => column[row] ?? 0));
}
