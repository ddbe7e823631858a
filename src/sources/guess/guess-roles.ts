import { type ColumnProfile, dateCells, numberCells } from "./column-profile.ts";
import { roleWords } from "./header-words.ts";
import { matchHeader, snakeCase } from "../file/headers.ts";
import type { ColumnMapping, FileKind, Role } from "./mapping.ts";

/** The role of a column, and how sure it is. */
export type RoleGuess = Pick<ColumnMapping, "role" | "confidence" | "why">;

/** Roles that several columns of a file may have. */
const shared: ReadonlySet<Role> = new Set(["ignored", "response"]);
/** "id" alone may be the number of the line. */
const bareId = 0.7;

/**
 * The roles of a file's columns if it is of this kind: by header, confirmed by the cells; the surest column gets a
 * role that only one can have.
 *
 * @param taken Roles that a person gave, by column; they are left alone and given to no other.
 * @returns One entry per column; undefined where the column has no role of its own in such a file.
 */
export function guessRoles(
  columns: readonly ColumnProfile[],
  kind: FileKind,
  taken: readonly (Role | undefined)[],
): (RoleGuess | undefined)[] {
  const words = roleWords(kind);
  const given = new Set(taken);
  const guesses = columns.map((profile, column) => {
    const guess = taken[column] === undefined ? guessRole(profile, kind, words) : undefined;
    return guess !== undefined && given.has(guess.role) && !shared.has(guess.role) ? undefined : guess;
  });
  return withAnyKey(
    columns,
    guesses.map((guess, column) => (isSurest(guesses, column) ? guess : undefined)),
    given,
  );
}

function guessRole(
  profile: ColumnProfile,
  kind: FileKind,
  words: ReadonlyMap<string, Role>,
): RoleGuess | undefined {
  const match = matchHeader(profile.header, words);
  if (match === undefined || !cellsAgree(profile, match.meaning, kind)) return undefined;
  const confidence = snakeCase(profile.header) === "id" ? bareId : match.confidence;
  return { role: match.meaning, why: match.why, confidence };
}

function isSurest(guesses: readonly (RoleGuess | undefined)[], column: number): boolean {
  const guess = guesses[column];
  if (guess === undefined || shared.has(guess.role)) return true;
  return !guesses.some(
    (other, place) =>
      other?.role === guess.role &&
      (other.confidence > guess.confidence || (other.confidence === guess.confidence && place < column)),
  );
}

/** Where no header names the customer, an e-mail address does, or the only column that there is. */
function withAnyKey(
  columns: readonly ColumnProfile[],
  guesses: (RoleGuess | undefined)[],
  given: ReadonlySet<Role | undefined>,
): (RoleGuess | undefined)[] {
  if (given.has("customer") || guesses.some((guess) => guess?.role === "customer")) return guesses;
  const email = columns.findIndex((profile) => profile.filled > 0 && profile.emails > profile.filled * 0.8);
  const key = columns.length === 1 ? 0 : email;
  return guesses.map((guess, column) =>
    column === key ? { role: "customer", why: "content", confidence: 0.8 } : guess,
  );
}

/** Whether at least half of the cells can be what the header promises. */
function cellsAgree(profile: ColumnProfile, role: Role, kind: FileKind): boolean {
  const half = profile.filled / 2;
  switch (role) {
    case "customer":
      // A key of customers tells them apart; "customer type" does not.
      if (kind === "customers" && profile.distinctIsExact && profile.distinct < half) return false;
      return dateCells(profile) <= half || numberCells(profile) > half;
    case "at":
      return dateCells(profile) > half || profile.dates.serial > half;
    case "quantity":
    case "price":
    case "amount":
    case "value":
      return numberCells(profile) > half;
    case "consent":
    case "optOut":
    case "suppressed":
    case "response":
      return profile.filled > 0 && profile.flags >= profile.filled * 0.9;
    case "kind":
      return numberCells(profile) <= half;
    case "order":
    case "product":
    case "channel":
    case "attribute":
    case "ignored":
    default:
      return true;
  }
}
