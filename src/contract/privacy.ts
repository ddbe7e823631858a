import { mayActAs, type Role } from "./actor.ts";
import type { PrivacyClass, ReplyBody } from "./reply.ts";

/**
 * Where a line was said: a channel of the workspace; one that an admin closed to lists; one shared with another
 * company (Slack Connect); the direct message with the bot; the terminal of the machine that holds the base.
 */
export const places = ["channel", "closed", "shared", "direct", "terminal"] as const;
export type Place = (typeof places)[number];

/** The classes, each shown to fewer people than the one before it. */
const classes: readonly PrivacyClass[] = ["totals", "people", "person"];

/**
 * The class of an answer: that of its line, or a narrower one by the facts that the answer states.
 *
 * @param widest What the line declares.
 * @example
 * narrowClass("people", { shows: { people: 3 } }); // => "person"
 */
export function narrowClass(
  widest: PrivacyClass,
  { shows = {}, files = [] }: Pick<ReplyBody, "shows" | "files">,
): PrivacyClass {
  const smallGroup = [...files.map(({ rows }) => rows), shows.people ?? 0].some(isSmallCell);
  const stated: readonly PrivacyClass[] = [
    ...(smallGroup || shows.cells === true ? (["person"] as const) : []),
    ...(shows.repeats === undefined ? [] : [shows.repeats]),
  ];
  return stated.reduce((a, b) => (classes.indexOf(b) > classes.indexOf(a) ? b : a), widest);
}

/** What is about to be shown. */
export interface Disclosure {
  readonly privacy: PrivacyClass;
  /** Of a list of people: whether a column tells who a customer is. */
  readonly personal: boolean;
  /** Whether it has a chart or a file, which an ephemeral message cannot carry. */
  readonly attachments: boolean;
}

/** Why something is not shown; the edge puts it into words. */
export type Refusal = "role" | "personal_role" | "shared_channel";

/**
 * Where it goes: `channel` is the conversation where it was asked (a direct message and the terminal too);
 * `ephemeral` is the same place, for the actor's eyes only; `direct` is the direct message with the actor, with a line
 * without names in the channel.
 */
export type Destination =
  | { readonly kind: "channel" | "ephemeral" | "direct" }
  | { readonly kind: "refused"; readonly reason: Refusal };

/** Who may take lists with names, addresses and other columns that tell who a customer is. */
const personalRole: Role = "analyst";

/** The one place that decides where an answer may go from its class, the actor's role and the place. */
export function decideDestination(shown: Disclosure, role: Role, place: Place): Destination {
  if (shown.privacy === "totals") return { kind: "channel" };
  if (!mayActAs(role, "marketer")) return { kind: "refused", reason: "role" };
  if (shown.personal && !mayActAs(role, personalRole)) return { kind: "refused", reason: "personal_role" };
  if (place === "direct" || place === "terminal") return { kind: "channel" };
  if (place === "shared") return { kind: "refused", reason: "shared_channel" };
  if (shown.privacy === "person") return { kind: shown.attachments ? "direct" : "ephemeral" };
  return { kind: shown.personal || place === "closed" ? "direct" : "channel" };
}

/** A group of fewer people than this is not shown in totals: one of them could be recognized. */
const smallestCell = 5;

/**
 * Whether a count of people is too small to be shown; nobody at all is no secret.
 *
 * @example
 * isSmallCell(4); // => true
 */
export function isSmallCell(people: number): boolean {
  return people > 0 && people < smallestCell;
}

/** Columns that tell nobody who a customer is, beside behaviour features. */
const impersonalColumns: ReadonlySet<string> = new Set([
  "id",
  "segment",
  "previous",
  "distance",
  "probability",
  "goal",
]);

/**
 * Whether a column tells, or helps to tell, who a customer is: everything but the few that are known not to.
 *
 * @param behaviour Names of the behaviour features.
 */
export function isPersonalColumn(column: string, behaviour: ReadonlySet<string>): boolean {
  return !impersonalColumns.has(column) && !behaviour.has(column);
}
