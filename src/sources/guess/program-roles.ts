import { foldHeader, type Program } from "../programs/program.ts";
import type { ColumnProfile } from "./column-profile.ts";
import type { RoleGuess } from "./guess-roles.ts";
import type { Role } from "./mapping.ts";

/**
 * The roles of a known export's columns: of each role the first of its headers that stands in the file with values in
 * it.
 */
export function programRoles(
  program: Program,
  columns: readonly ColumnProfile[],
  taken: readonly (Role | undefined)[],
): readonly (RoleGuess | undefined)[] {
  const roles: (RoleGuess | undefined)[] = columns.map(() => undefined);
  for (const [role, headers] of Object.entries(program.columns) as [Role, readonly string[]][]) {
    if (taken.includes(role)) continue;
    const places = headers.flatMap((header) => findFilled(columns, header));
    const chosen = role === "ignored" ? places : places.slice(0, 1);
    for (const place of chosen) {
      if (taken[place] === undefined) roles[place] ??= { role, why: "preset", confidence: 1 };
    }
  }
  return roles;
}

function findFilled(columns: readonly ColumnProfile[], header: string): readonly number[] {
  const place = columns.findIndex(
    (column) => foldHeader(column.header) === foldHeader(header) && column.filled > 0,
  );
  return place === -1 ? [] : [place];
}
