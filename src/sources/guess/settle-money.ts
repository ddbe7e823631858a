import type { ColumnProfile } from "./column-profile.ts";
import type { RoleGuess } from "./guess-roles.ts";
import type { Role } from "./mapping.ts";

type Guesses = readonly (RoleGuess | undefined)[];

/** A few lines of an order may be alike by chance. */
const repeatsThatProve = 0.98;

/**
 * Tells what is the line's money from what is the whole order's. A total is the order's where it stays the same from
 * the first line of each order to its last, or stands on the first line only; else it is the line's. Shipping, tax and
 * discount count where nothing says what the order came to.
 */
export function settleMoney(
  columns: readonly ColumnProfile[],
  guesses: Guesses,
  taken: readonly (Role | undefined)[],
): Guesses {
  const roleOf = (column: number) => taken[column] ?? guesses[column]?.role;
  const find = (role: Role) => columns.findIndex((_, column) => roleOf(column) === role);
  const order = columns[find("order")];
  const total = find("total");
  const hasLines = find("amount") !== -1 || find("price") !== -1;
  const isOfOrder = total !== -1 && isOrderLevel(columns[total], order, hasLines);
  const keepsTotal = taken[total] !== undefined || isOfOrder;
  const keepsExtras = find("price") !== -1 && find("amount") === -1 && total === -1;
  return guesses.map((guess) => {
    if (guess?.role === "total" && !keepsTotal)
      return find("amount") === -1 ? { ...guess, role: "amount" as const } : ignored(guess);
    return guess !== undefined && isExtra(guess.role) && !keepsExtras ? ignored(guess) : guess;
  });
}

function isExtra(role: Role): boolean {
  return role === "shipping" || role === "tax" || role === "discount";
}

function ignored(guess: RoleGuess): RoleGuess {
  return { ...guess, role: "ignored" };
}

function isOrderLevel(
  total: ColumnProfile | undefined,
  order: ColumnProfile | undefined,
  hasLines: boolean,
): boolean {
  if (total === undefined || order === undefined) return false;
  // Every order has one line: nothing is repeated, and a total beside prices is what was paid.
  if (order.repeated === 0) return hasLines && order.missing === 0;
  return staysTheSame(total, order);
}

/** Whether a column says the same on all lines of an order, or says it once. */
export function staysTheSame(column: ColumnProfile, order: ColumnProfile): boolean {
  if (order.repeated === 0) return false;
  const saidOnce = column.filled <= (order.filled - order.repeated) * (2 - repeatsThatProve);
  return saidOnce || column.repeated >= order.repeated * repeatsThatProve;
}
