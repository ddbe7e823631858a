import { shareOfFates } from "./cell-shares.ts";
import type { ColumnProfile } from "./column-profile.ts";
import { type Candidate, roleCandidates, type RoleGuess, sharedRoles } from "./guess-roles.ts";
import type { FileKind, Role } from "./mapping.ts";
import { settleMoney } from "./settle-money.ts";

/** So much fuller than another makes a date column the better one, whatever its header. */
const clearlyFuller = 1.05;

/**
 * The roles of a file's columns if it is of this kind: of several candidates the best column gets a role that only one
 * can have, and a column that lost one role may still have another.
 *
 * @returns One entry per column; undefined where the column has no role of its own in such a file.
 */
export function guessRoles(
  columns: readonly ColumnProfile[],
  kind: FileKind,
  taken: readonly (Role | undefined)[],
): readonly (RoleGuess | undefined)[] {
  const chosen = chooseRoles(roleCandidates(columns, kind, taken), columns.length);
  return kind === "orders" ? settleMoney(columns, chosen, taken) : chosen;
}

function chooseRoles(candidates: readonly Candidate[], width: number): readonly (RoleGuess | undefined)[] {
  const chosen: (RoleGuess | undefined)[] = Array.from({ length: width }, () => undefined);
  const used = new Set<Role>();
  for (const candidate of [...candidates].sort(better)) {
    const { role, column, why, confidence } = candidate;
    if (chosen[column] !== undefined || (used.has(role) && !sharedRoles.has(role))) continue;
    used.add(role);
    chosen[column] = { role, why, confidence };
  }
  return chosen;
}

/** The customer first, since an address may be the customer or only a further key. */
function better(one: Candidate, other: Candidate): number {
  if (one.role !== other.role) return Number(other.role === "customer") - Number(one.role === "customer");
  return byRole(one, other) || other.rank - one.rank || one.column - other.column;
}

function byRole(one: Candidate, other: Candidate): number {
  if (one.role === "at") {
    const [more, less] = [one, other].map(({ profile }) => profile.filled).sort((a, b) => b - a);
    if ((more ?? 0) > (less ?? 0) * clearlyFuller) return other.profile.filled - one.profile.filled;
  }
  if (one.role === "status") return shareOfFates(other.profile) - shareOfFates(one.profile);
  return 0;
}

/** Two candidates as close as this are a question. */
const closeRanks = 0.1;

/** The columns that could name the customer nearly as well as the one that was taken, itself first. */
export function rivalCustomers(
  columns: readonly ColumnProfile[],
  kind: FileKind,
  taken: readonly (Role | undefined)[],
): readonly Candidate[] {
  const candidates = roleCandidates(columns, kind, taken)
    .filter(({ role }) => role === "customer")
    .sort(better);
  const best = candidates[0];
  return best === undefined ? [] : candidates.filter(({ rank }) => rank > best.rank - closeRanks);
}
