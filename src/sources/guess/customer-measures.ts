import { readNumber } from "../cells/numbers.ts";
import { foldHeader } from "../programs/program.ts";
import type { ColumnProfile } from "./column-profile.ts";
import type { ColumnMapping } from "./mapping.ts";

/** All that a customer ever spent, as shops, card companies and people call it; folded, the surest first. */
const spent = `
  totalspent totalspend lifetimespend lifetimevalue historiccustomerlifetimevalue customerlifetimevalue ltv clv
  totalpurchases totalrevenue totalsales amountspent totalamountspent moneyspent spent monetary purchases
  gastototal totalgastado totalcomprado importetotal montototal valorgastado comprastotales
  totalgasto valortotalgasto totaldecompras valortotalcomprado gastototalcliente`;

/** How many orders a customer ever made. */
const orders = `
  totalorders orders ordercount orderscount numberoforders numorders historicnumberoforders paymentcount purchasestrx
  purchasecount numberofpurchases numpurchases transactions transactioncount frequency
  pedidos numeropedidos numerodepedidos totalpedidos numcompras numerodecompras cantidadpedidos
  totaldepedidos quantidadedepedidos numerodecompras`;

/** Parts of what was spent: `mnt_wines`, `spent_on_wine`. */
const part = /^(?:mnt|spent|spend|gasto|gastado)_\w/;
/** Shares, rates, days and counts are never money. */
const neverMoney =
  /(?:^|_)(?:frequency|freq|share|rate|ratio|pct|percent|percentage|prob|days|count|trx|num|number|score|tenure|dias|cantidad|frecuencia|frequencia)(?:_|$)|%/;

type Measured = Pick<ColumnMapping, "role" | "type" | "name" | "header" | "decimal">;

/**
 * What a customers' file counts of their history. What was spent is the column that says so, else the sum of its parts
 * where they are on like scales; a column of purchases is money only where it holds more than counts.
 *
 * @returns One entry per column.
 */
export function measuresOf(
  columns: readonly Measured[],
  profiles: readonly ColumnProfile[],
): readonly ColumnMapping["measure"][] {
  const isNumber = (column: Measured) => column.role === "attribute" && column.type === "number";
  const find = (words: string, fits: (column: number) => boolean) => {
    const list = words.trim().split(/\s+/);
    const at = (word: string) =>
      columns.findIndex((column, place) => isNumber(column) && plainHeader(column) === word && fits(place));
    return list.map(at).find((place) => place !== -1);
  };
  const total = find(spent, (place) => mayBeMoney(columns[place], profiles[place]));
  const count = find(orders, (place) => place !== total && isCount(columns[place], profiles[place]));
  const parts = total === undefined ? columns.map((column) => isNumber(column) && isPart(column)) : [];
  const adds = parts.filter(Boolean).length > 1;
  return columns.map((_, place) => {
    if (place === total || (adds && parts[place] === true)) return "spent";
    return place === count ? "orders" : "";
  });
}

/** Without what stands in brackets: that is its unit. */
function plainHeader({ header }: Measured): string {
  return foldHeader(header.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ""));
}

function isPart({ name }: Measured): boolean {
  return part.test(name) && !neverMoney.test(name);
}

/** A column that only its word says is money, `purchases`, must not be a count: some cell has cents, or is large. */
function mayBeMoney(column: Measured | undefined, profile: ColumnProfile | undefined): boolean {
  if (column === undefined || profile === undefined || neverMoney.test(column.name)) return false;
  return plainHeader(column) !== "purchases" || !isCount(column, profile) || largest(column, profile) > 500;
}

function isCount(column: Measured | undefined, profile: ColumnProfile | undefined): boolean {
  if (column === undefined || profile === undefined) return false;
  return [...profile.cells.keys()].every((cell) => {
    const value = readNumber(cell, column.decimal);
    return value === undefined || (Number.isInteger(value) && !/[.,]\d{2}$/.test(cell));
  });
}

function largest(column: Measured, profile: ColumnProfile): number {
  return Math.max(...[...profile.cells.keys()].map((cell) => readNumber(cell, column.decimal) ?? 0));
}

const units: readonly (readonly [RegExp, number])[] = [
  [/\bk\s*[$€£]|[$€£]\s*k\b|\bin thousands?\b|\ben miles\b|\bem milhares\b/iu, 1_000],
  [/\bm\s*[$€£]|[$€£]\s*m\b|\bin millions?\b|\ben millones\b|\bem milhões\b/iu, 1_000_000],
];

/**
 * What one in the column stands for, by the unit in its header.
 *
 * @example
 * unitOf("Revenue (k$)"); // => 1000
 */
export function unitOf(header: string): number {
  return units.find(([pattern]) => pattern.test(header))?.[1] ?? 1;
}
