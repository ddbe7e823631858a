import type { JsonObject } from "../../contract/reply.ts";

/** Something that Slack tells the app. */
export interface Envelope {
  /** Unique; a repeated delivery has the same one. */
  readonly id: string;
  readonly type: "slash_commands" | "interactive" | "events_api";
  readonly payload: JsonObject;
  /** Set when Slack repeats an event. */
  readonly retry?: { readonly attempt: number; readonly reason: string };
}
