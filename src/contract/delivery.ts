/**
 * What stands between a request and its answer at an edge that may fail: the contract of the inbox (what came in, once)
 * and the outbox (what is to go out, once). `db/` keeps them, `slack/` works through them.
 */
import type { Actor } from "./actor.ts";
import type { Reply } from "./reply.ts";

/** A conversation where something was asked. */
export interface Origin {
  /** The conversation's id. */
  readonly channel: string;
  /** The first message of the thread, when the answer belongs into one. */
  readonly thread?: string;
  /** Where an answer for the actor's eyes may be sent without being a member, for 30 minutes. */
  readonly responseUrl?: string;
}

/** A command line that somebody said, whichever way. */
export interface Request {
  /** The same for every repetition of one request: an event's, an envelope's or a trigger's id. */
  readonly key: string;
  readonly user: string;
  readonly line: string;
  readonly origin: Origin;
}

/** Requests that were taken, so that a repetition is noticed and a crash loses none. */
export interface Inbox {
  /** @returns Whether it is new; only then it is answered. */
  accept(request: Request): Promise<boolean>;
  finish(key: string): Promise<void>;
  /** Takes over a request whose answering was cut short, by a crash for example; undefined when there is none. */
  takeAbandoned(): Promise<Request | undefined>;
}

/** One answer on its way: `id` is the delivery id that its message carries. */
export interface Delivery {
  readonly id: string;
  readonly line: string;
  readonly actor: Actor;
  readonly origin: Origin;
  readonly purpose: DeliveryPurpose;
  /** Where the answer goes: the conversation, there for the actor's eyes only, or the direct message with the actor. */
  readonly kind: "channel" | "ephemeral" | "direct";
  readonly reply: Reply;
}

/**
 * Why something is brought out. `asked`: somebody waits for it at a screen. `scheduled`: it comes by itself, every week, and
 * its owner hears of a failure. `notice`: a word about another delivery.
 */
export type DeliveryPurpose = "asked" | "scheduled" | "notice";

/** The message that an answer became. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
}

/**
 * `waiting`: nothing was sent. `posting`: a post was begun and it is not known whether it was taken. `posted`: the
 * message stands; pictures, files or the end of a job are still to come. `done`, `failed`: nothing more to do.
 */
export type DeliveryState = "waiting" | "posting" | "posted" | "done" | "failed";

export interface OpenDelivery extends Delivery {
  readonly state: DeliveryState;
  readonly message: Posted | null;
  /** How many of the Reply's pictures and files, in this order, have been shared. */
  readonly uploaded: number;
  /** How often it was taken up before. */
  readonly attempts: number;
  readonly createdAt: Date;
}

/** What changed about a delivery. */
export interface DeliveryChange {
  readonly state?: DeliveryState;
  readonly message?: Posted;
  readonly uploaded?: number;
  readonly reply?: Reply;
  readonly kind?: Delivery["kind"];
}

export interface Outbox {
  /** Stores an answer, taken up by the caller. @returns Whether it is new: an id is delivered once. */
  add(delivery: Delivery): Promise<boolean>;
  /** Takes up the next open delivery that is due and in nobody's hands. */
  take(): Promise<OpenDelivery | undefined>;
  /** Stores how far a delivery is; it stays in the caller's hands. */
  save(id: string, change: DeliveryChange): Promise<void>;
  /** Gives a delivery out of hand: it is due again after so many milliseconds. */
  leave(id: string, afterMs: number): Promise<void>;
}
