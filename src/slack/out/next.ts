import type { DeliveryChange, OpenDelivery, Posted } from "../../contract/delivery.ts";
import type { Reply } from "../../contract/reply.ts";
import { type Failure, isAbsence } from "./failure.ts";

/**
 * What is done about a delivery. `look`: whether its message stands. `queue`: for the channel's turn. `knock`: whether
 * Slack is there. `post`. `redirect`: say where it was asked that the answer comes directly. `complete`: share pictures and
 * files, or follow its job.
 */
export type Action = "look" | "queue" | "knock" | "post" | "redirect" | "complete";

/** What came of it; `taken` when a delivery is taken up, however far it was. */
export type DeliveryEvent =
  | { readonly kind: "taken"; readonly now: Date }
  | { readonly kind: "found"; readonly message: Posted }
  | { readonly kind: "missing" }
  /** The bot may not look. */
  | { readonly kind: "hidden" }
  | { readonly kind: "turn"; readonly waitMs: number }
  | { readonly kind: "reachable" }
  /** An ephemeral message cannot be found again: it has none. */
  | { readonly kind: "posted"; readonly message: Posted | undefined }
  /** The answer as it is said in the direct message. */
  | { readonly kind: "redirected"; readonly reply: Reply }
  | { readonly kind: "running" }
  | { readonly kind: "completed" }
  | { readonly kind: "failed"; readonly during: Action; readonly failure: Failure };

/** What to store, and then to do: an action, to leave it for a while, or nothing more. */
export type Step =
  | { readonly change?: DeliveryChange; readonly do: Action }
  | { readonly change?: DeliveryChange; readonly do: "leave"; readonly afterMs: number }
  | { readonly change: { readonly state: "done" }; readonly do: "end" }
  | FailedEnd;

/** The delivery is given up. */
export interface FailedEnd {
  readonly change: { readonly state: "failed" };
  readonly do: "end";
  readonly reason: string;
  /** Who hears of it first: who waits for the answer, or who ordered what comes by itself. */
  readonly tell?: "asker" | "owner";
}

const pauseMs = { uncertain: 3_000, running: 1_000 };
/** Nobody waits for an answer from this long ago; what comes every week is good for a day. */
const oldestMs = { asked: 60 * 60_000, notice: 60 * 60_000, scheduled: 24 * 60 * 60_000 };
/** Why a post was given up that may stand. */
export const unconfirmed = "unconfirmed";

/**
 * The step after an event in the life of a delivery, waiting → posting → posted → done or failed. A message is posted once:
 * after a failure that leaves open whether it stands it is looked for before it is posted again, and where the bot may not
 * look it is given up: better one answer too few than two.
 *
 * @example
 * next(delivery, { kind: "completed" }); // => { change: { state: "done" }, do: "end" }
 */
export function next(delivery: OpenDelivery, event: DeliveryEvent): Step {
  switch (event.kind) {
    case "taken":
      return takeUp(delivery, event.now);
    case "found":
      return { change: { state: "posted", message: event.message }, do: "complete" };
    case "missing":
      return { do: "queue" };
    case "hidden":
      return giveUp(delivery, unconfirmed);
    case "turn":
      if (event.waitMs > 0) return { do: "leave", afterMs: event.waitMs };
      // A post that fails in an outage may or may not stand: what nobody waits for is not tried in one.
      return delivery.purpose === "scheduled" ? { do: "knock" } : begin;
    case "reachable":
      return begin;
    case "posted":
      return {
        change: { state: "posted", ...(event.message && { message: event.message }) },
        do: "complete",
      };
    case "redirected":
      return { change: { state: "waiting", kind: "direct", reply: event.reply }, do: "queue" };
    case "running":
      return { do: "leave", afterMs: pauseMs.running };
    case "completed":
      return { change: { state: "done" }, do: "end" };
    case "failed":
      break;
  }
  return afterFailure(delivery, event.during, event.failure);
}

const begin: Step = { change: { state: "posting" }, do: "post" };

function takeUp(delivery: OpenDelivery, now: Date): Step {
  if (delivery.state === "posted") return { do: "complete" };
  const ageMs = now.getTime() - delivery.createdAt.getTime();
  if (ageMs > oldestMs[delivery.purpose]) return giveUp(delivery, "too_old");
  return { do: delivery.state === "posting" ? "look" : "queue" };
}

function afterFailure(delivery: OpenDelivery, during: Action, failure: Failure): Step {
  if (failure.kind === "delayed") {
    const leave = { do: "leave", afterMs: failure.afterMs } as const;
    return during === "post" ? { change: { state: "waiting" }, ...leave } : leave;
  }
  if (during === "complete") return fail(failure.kind === "refused" ? failure.error : failure.kind);
  if (failure.kind === "uncertain") return { do: "leave", afterMs: pauseMs.uncertain };
  if (during === "knock") return begin; // Slack is there, and the post will hear the same
  if (during === "post" && isAbsence(failure) && delivery.kind !== "direct") return { do: "redirect" };
  return giveUp(delivery, failure.error);
}

/** Nothing was posted, or nobody knows. */
function giveUp({ purpose, kind }: OpenDelivery, reason: string): Step {
  if (kind !== "channel") return fail(reason);
  if (purpose === "scheduled") return { ...fail(reason), tell: "owner" };
  return reason === unconfirmed ? { ...fail(reason), tell: "asker" } : fail(reason);
}

function fail(reason: string) {
  return { change: { state: "failed" }, do: "end", reason } as const;
}
