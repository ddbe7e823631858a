import { dayMs } from "../../lib/day.ts";
import { isOutcome } from "../guess/outcome.ts";
import { at } from "../../lib/at.ts";
import { readDate } from "../cells/dates.ts";
import { readNumber } from "../cells/numbers.ts";
import { type ColumnProfile, numberCells } from "../guess/column-profile.ts";
import type { ColumnMapping, Mapping } from "../guess/mapping.ts";
import { outliers, type Range } from "./outliers.ts";
import type { Finding, FindingCode, Disposition } from "./quality.ts";

/** Below this confidence a person should look at what was guessed. */
const doubtful = 0.7;
/** Nobody's age. */
const oldest = 105;
const yearMs = 365.2425 * dayMs;

/**
 * What is worth knowing of a file's columns: missing, constant, implausible and outlying values, rare categories,
 * and whatever was assumed or left unread.
 *
 * @param now The day of the import, in milliseconds: ages are counted to it.
 */
export function columnFindings(
  columns: readonly ColumnProfile[],
  mapping: Mapping,
  now: number,
): readonly Finding[] {
  const findings: Finding[] = columns.flatMap((profile, position) =>
    findingsOf(profile, at(mapping.columns, position), now),
  );
  const ignored = mapping.columns.filter(({ role }) => role === "ignored").map(({ header }) => header);
  if (ignored.length > 0) {
    const column = ignored.join(", ");
    findings.push({ code: "ignored_column", count: ignored.length, disposition: "left_out", column });
  }
  const hasOrder = mapping.columns.some((column) => column.role === "order");
  if (mapping.kind !== "orders" || hasOrder) return findings;
  return [{ code: "no_order_column", count: 1, disposition: "assumed" }, ...findings];
}

function findingsOf(profile: ColumnProfile, column: ColumnMapping, now: number): readonly Finding[] {
  if (column.role === "ignored") return [];
  const outcome = isOutcome(column, profile) ? [about(column, "outcome_column", "kept")] : [];
  const guessed = column.confidence < doubtful ? [about(column, "guessed_column", "assumed")] : [];
  const response = column.role === "response" ? [about(column, "response_column", "kept_apart")] : [];
  return [
    ...guessed,
    ...response,
    ...outcome,
    ...dateFindings(column),
    ...cellFindings(profile, column, now),
  ];
}

function about(column: ColumnMapping, code: FindingCode, disposition: Disposition, count = 1): Finding {
  return { code, count, disposition, column: column.header };
}

function dateFindings(column: ColumnMapping): readonly Finding[] {
  if (column.role !== "at" && column.type !== "date") return [];
  if (column.dates === "serial") return [about(column, "excel_dates", "kept")];
  return column.datesProven
    ? []
    : [{ ...about(column, "assumed_date_order", "assumed"), samples: column.samples }];
}

const measured: ReadonlySet<string> = new Set(["quantity", "price", "amount", "value"]);

function cellFindings(profile: ColumnProfile, column: ColumnMapping, now: number): readonly Finding[] {
  const isAttribute = column.role === "attribute";
  const findings: Finding[] = [];
  if (isAttribute && profile.missing > 0)
    findings.push(about(column, "missing_cells", "kept", profile.missing));
  if (isAttribute && profile.filled > 1 && profile.distinct === 1 && profile.missing === 0) {
    return [...findings, about(column, "constant_column", "kept", profile.filled)];
  }
  const birth = isAttribute ? implausibleBirths(profile, column, now) : undefined;
  if (birth !== undefined) findings.push(birth);
  else if (measured.has(column.role) || (isAttribute && column.type === "number")) {
    findings.push(...outlyingCells(profile, column));
  }
  if (isAttribute && column.type === "text" && !column.personal)
    findings.push(...categories(profile, column));
  return findings;
}

/** Years of birth, dates of birth and ages that would make somebody older than 105, or not born yet. */
function implausibleBirths(profile: ColumnProfile, column: ColumnMapping, now: number): Finding | undefined {
  const thisYear = new Date(now).getUTCFullYear();
  if (column.name === "year_birth") return beyond(profile, column, { from: thisYear - oldest, to: thisYear });
  if (column.name === "age") return beyond(profile, column, { from: 0, to: oldest });
  if (column.name !== "birth_date") return undefined;
  const year = (cell: string) => {
    const moment = readDate(cell, column.dates);
    return moment === undefined ? undefined : 1970 + moment / yearMs;
  };
  return beyond(profile, column, { from: thisYear - oldest, to: thisYear + 1 }, year);
}

function beyond(
  profile: ColumnProfile,
  column: ColumnMapping,
  range: Range,
  read = (cell: string) => readNumber(cell, column.decimal),
): Finding | undefined {
  const outside = [...profile.cells].filter(([cell]) => {
    const value = read(cell);
    return value !== undefined && (value < range.from || value > range.to);
  });
  if (outside.length === 0) return undefined;
  return {
    ...about(column, "implausible_birth", "kept", total(outside)),
    range,
    samples: samplesOf(outside),
  };
}

function outlyingCells(profile: ColumnProfile, column: ColumnMapping): readonly Finding[] {
  const values: [number, number][] = [];
  for (const [cell, count] of profile.cells) {
    const value = readNumber(cell, column.decimal);
    if (value !== undefined) values.push([value, count]);
  }
  const range = outliers(values);
  if (range === undefined) return [];
  const outside = values.filter(([value]) => value < range.from || value > range.to);
  if (outside.length === 0) return [];
  outside.sort(([a], [b]) => Math.abs(b) - Math.abs(a));
  return [{ ...about(column, "outlying_cells", "kept", total(outside)), range, samples: samplesOf(outside) }];
}

function total(cells: readonly (readonly [unknown, number])[]): number {
  return cells.reduce((sum, [, count]) => sum + count, 0);
}

function samplesOf(cells: readonly (readonly [string | number, number])[]): string[] {
  return cells.slice(0, 3).map(([cell]) => String(cell));
}

/** Categories that almost nobody has, in a column of few; and groups that are numbers by name. */
function categories(profile: ColumnProfile, column: ColumnMapping): readonly Finding[] {
  if (!profile.distinctIsExact || profile.distinct > 50 || profile.filled < 100) return [];
  const rare = [...profile.cells].filter(([, count]) => count < profile.filled * 0.005);
  const coded = numberCells(profile) === profile.filled;
  return [
    ...(rare.length === 0
      ? []
      : [{ ...about(column, "rare_categories", "kept", total(rare)), samples: samplesOf(rare) }]),
    ...(coded ? [about(column, "coded_categories", "kept", profile.distinct)] : []),
  ];
}
