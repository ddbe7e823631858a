import type { Locale } from "../lib/locale.ts";

/** Each role includes the former ones. */
export const roles = ["viewer", "marketer", "analyst", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who says a command line: decides language, time zone and what they may do. */
export interface Actor {
  /** Slack's user id, or the operating system's name at the terminal. */
  readonly user: string;
  readonly role: Role;
  readonly locale: Locale;
  /** IANA name, for example `America/Sao_Paulo`. */
  readonly timeZone: string;
}

/**
 * Whether a role includes another.
 *
 * @example
 * mayActAs("analyst", "marketer"); // => true
 */
export function mayActAs(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}
