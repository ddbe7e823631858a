import { asc, eq, sql } from "drizzle-orm";
import type { Role } from "../../contract/actor.ts";
import { lockInTransaction } from "../connection/locks.ts";
import type { Db } from "../connection/connect.ts";
import { roleGrants } from "../schema/index.ts";

/** A role that was given, and by whom. */
export interface RoleGrant {
  readonly user: string;
  readonly role: Role;
  readonly grantedBy: string;
  readonly grantedAt: Date;
}

/** What a person may do: as granted, else a marketer. */
export async function findRole(db: Db, user: string): Promise<Role> {
  const [grant] = await db
    .select({ role: roleGrants.role })
    .from(roleGrants)
    .where(eq(roleGrants.user, user));
  return grant?.role ?? "marketer";
}

/**
 * The role of somebody who asks. Whoever asks first becomes the admin, so that there is one; of several who ask first
 * at once, one.
 */
export async function findOrFoundRole(db: Db, user: string): Promise<Role> {
  const [state] = await db
    .select({ role: roleGrants.role })
    .from(roleGrants)
    .where(eq(roleGrants.user, user));
  if (state !== undefined) return state.role;
  return (await foundAdmin(db, user)) ? "admin" : "marketer";
}

/** Makes somebody the admin if nobody has a role yet. */
async function foundAdmin(db: Db, user: string): Promise<boolean> {
  const [someone] = await db.select({ user: roleGrants.user }).from(roleGrants).limit(1);
  if (someone !== undefined) return false;
  return db.transaction(async (tx) => {
    await lockInTransaction(tx, "firstAdmin");
    const [first] = await tx.select({ user: roleGrants.user }).from(roleGrants).limit(1);
    if (first !== undefined) return first.user === user;
    await tx.insert(roleGrants).values({ user, role: "admin", grantedBy: user });
    return true;
  });
}

export async function saveRole(db: Db, grant: Pick<RoleGrant, "user" | "role" | "grantedBy">): Promise<void> {
  const { role, grantedBy } = grant;
  await db
    .insert(roleGrants)
    .values(grant)
    .onConflictDoUpdate({ target: roleGrants.user, set: { role, grantedBy, grantedAt: sql`now()` } });
}

export function loadRoles(db: Db): Promise<readonly RoleGrant[]> {
  return db.select().from(roleGrants).orderBy(asc(roleGrants.grantedAt));
}

/** How many admins there are; the last one cannot give the role up. */
export async function countAdmins(db: Db): Promise<number> {
  return db.$count(roleGrants, eq(roleGrants.role, "admin"));
}
