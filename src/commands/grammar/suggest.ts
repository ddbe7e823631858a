import { type Actor, mayActAs } from "../../contract/actor.ts";
import type { Db } from "../../db/connection/connect.ts";
import { loadActive } from "../../db/segmentations/segmentations.ts";
import { loadCustomerKeys } from "../../db/people/suggestions.ts";
import { nameOf } from "./segment-reader.ts";
import { fold } from "./spelling.ts";

/** One entry of a menu with search: what is read, and the text that a command line takes as one word. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

const most = 50;

/** What a menu offers for what was typed; ids of customers only to those who may see customers. */
export async function suggest(
  db: Db,
  kind: "segment" | "customer",
  typed: string,
  actor: Actor,
): Promise<readonly Suggestion[]> {
  if (kind === "customer") {
    if (!mayActAs(actor.role, "marketer") || typed.trim() === "") return [];
    const keys = await loadCustomerKeys(db, typed.trim(), most);
    return keys.map((key) => ({ label: key, value: key }));
  }
  const active = await loadActive(db);
  const named = (active?.segments ?? []).map((segment) => ({
    label: `${segment.number} · ${nameOf(segment, actor.locale)}`,
    value: String(segment.number),
  }));
  return named.filter(({ label }) => fold(label).includes(fold(typed)));
}
