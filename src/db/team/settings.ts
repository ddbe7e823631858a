import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import { settings } from "../schema/index.ts";

/** Whose setting it is: everybody's, one person's (`user:U123`) or one channel's (`channel:C123`). */
export type SettingScope = "team" | `user:${string}` | `channel:${string}`;
/** `lists` is `closed` in a channel that gets no lists of people. */
export type SettingName =
  | "language"
  | "currency"
  | "timezone"
  | "lists"
  /** `out` where people who were never asked are in no list of the team's. */
  | "unknown"
  /** The team's own cut-off for a goal, a probability. */
  | `goal:${string}`
  /** The smallest change that a digest tells of, a share of a segment or of all revenue. */
  | `floor:${"segment" | "revenue"}`;
export type Settings = Readonly<Partial<Record<SettingName, string>>>;

/** What has been set in one scope. */
export async function findSettings(db: Db, scope: SettingScope): Promise<Settings> {
  const rows = await db
    .select({ name: settings.name, value: settings.value })
    .from(settings)
    .where(eq(settings.scope, scope));
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** Where something is set to this value. */
export async function loadScopes(db: Db, name: SettingName, value: string): Promise<readonly string[]> {
  const rows = await db
    .select({ scope: settings.scope })
    .from(settings)
    .where(and(eq(settings.name, name), eq(settings.value, value)))
    .orderBy(asc(settings.scope));
  return rows.map(({ scope }) => scope);
}

/** Sets one thing, in place of what was set before. */
export async function saveSetting(
  db: Db,
  scope: SettingScope,
  { name, value }: { readonly name: SettingName; readonly value: string },
): Promise<void> {
  await db
    .insert(settings)
    .values({ scope, name, value })
    .onConflictDoUpdate({ target: [settings.scope, settings.name], set: { value } });
}

/** Takes a setting away, so that the default holds again. */
export async function clearSetting(db: Db, scope: SettingScope, name: SettingName): Promise<void> {
  await db.delete(settings).where(and(eq(settings.scope, scope), eq(settings.name, name)));
}
