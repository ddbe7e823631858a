import type { JsonObject } from "../../src/contract/reply.ts";
import { readExample } from "./picture.ts";

/** The field that names a row's segment, feature or category, in charts with one row or line per name. */
const nameFields: Readonly<Record<string, string>> = {
  "segment-sizes": "name",
  "segment-profile": "feature",
  "segment-comparison": "feature",
  "segment-categories": "category",
  "score-distribution": "name",
  stability: "name",
  reasons: "reason",
  trend: "name",
};

/** Specs whose picture grows with the number of segments, features or categories. */
export const growing: readonly string[] = [
  ...Object.keys(nameFields),
  "segment-map",
  "migration",
  "migration-matrix",
  "correlations",
];

/** Rows of a growing chart for these names, made from its example or by a plain rule. */
export function rowsFor(spec: string, names: readonly string[]): readonly JsonObject[] {
  const field = nameFields[spec];
  if (field !== undefined) return renamed(readExample(spec).rows, field, names);
  const rules: Readonly<Record<string, (names: readonly string[]) => readonly JsonObject[]>> = {
    "segment-map": mapRows,
    migration: migrationRows,
    "migration-matrix": matrixRows,
    correlations: correlationRows,
  };
  return rules[spec]?.(names) ?? [];
}

/** The example's named rows over and over, under new names; its other rows as they are. */
function renamed(rows: readonly JsonObject[], field: string, names: readonly string[]): JsonObject[] {
  const known = [...new Set(rows.map((row) => row[field]).filter((name) => name !== undefined))];
  const lines = names.flatMap((name, i) =>
    rows.filter((row) => row[field] === known[i % known.length]).map((row) => rename(row, field, name)),
  );
  return [...rows.filter((row) => !(field in row)), ...lines];
}

function rename(row: JsonObject, field: string, name: string): JsonObject {
  return { ...row, [field]: name };
}

/** Ten customers around each center; the centers on a spiral. */
function mapRows(names: readonly string[]): JsonObject[] {
  return names.flatMap((name, i) => {
    const center = { x: (i + 1) * Math.cos(2.4 * i), y: (i + 1) * Math.sin(2.4 * i) };
    const around = Array.from({ length: 10 }, (_, j) => ({
      segment: i + 1,
      x: center.x + Math.cos(j),
      y: center.y + Math.sin(j),
    }));
    return [...around, { segment: i + 1, ...center, name }];
  });
}

function migrationRows(names: readonly string[]): JsonObject[] {
  const flows = matrixRows(names).map(({ from, to, customers }) => ({
    from: Number(from),
    to: Number(to),
    customers: Number(customers),
    direction: from === to ? "stayed" : Number(to) < Number(from) ? "better" : "worse",
  }));
  const nodes = names.map((name, i) => ({ node: i + 1, before: name, after: `${i + 1}: ${100 * (i + 1)}` }));
  return [...flows, ...nodes];
}

/** Segment i holds 100·i customers, of whom 3 go to each other segment. */
function matrixRows(names: readonly string[]): JsonObject[] {
  return names.flatMap((name, i) =>
    names.map((_, j) => {
      const customers = i === j ? 100 * (i + 1) - 3 * (names.length - 1) : 3;
      const share = customers / (100 * (i + 1));
      return { from: i + 1, to: j + 1, name, customers, share, label: String(customers), stayed: i === j };
    }),
  );
}

function correlationRows(names: readonly string[]): JsonObject[] {
  return names.flatMap((name, i) =>
    names.slice(0, i + 1).map((_, j) => {
      const correlation = i === j ? 1 : Math.cos(i + j);
      return { row: i + 1, column: j + 1, name, correlation, label: correlation.toFixed(1) };
    }),
  );
}
