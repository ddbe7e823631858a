import { readConsent, readSuppression } from "../cells/consent.ts";
import { fateOf } from "../cells/order-fates.ts";
import type { ColumnProfile } from "./column-profile.ts";

/** The share of filled cells for which something holds, by the different cells that were kept; in [0, 1]. */
function shareOf(profile: ColumnProfile, holds: (cell: string) => boolean): number {
  let all = 0;
  let held = 0;
  for (const [cell, count] of profile.cells) {
    all += count;
    if (holds(cell)) held += count;
  }
  return all === 0 ? 0 : held / all;
}

/** How much of a column says yes, no or never asked. */
export function shareOfConsents(profile: ColumnProfile): number {
  return shareOf(profile, (cell) => readConsent(cell) !== undefined || isListOfReasons(cell));
}

function isListOfReasons(cell: string): boolean {
  return cell.startsWith("[") && (cell === "[]" || readSuppression(cell) !== undefined);
}

/** How much of a column is statuses of orders that are known everywhere. */
export function shareOfFates(profile: ColumnProfile): number {
  return shareOf(profile, (cell) => fateOf(cell, {}) !== undefined);
}

/** How much of a column is codes of currencies: three letters. */
export function shareOfCurrencies(profile: ColumnProfile): number {
  return shareOf(profile, (cell) => /^[A-Za-z]{3}$/.test(cell));
}
