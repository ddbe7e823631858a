import type { WebClient } from "@slack/web-api";
import type { Delivery, OpenDelivery } from "../../contract/delivery.ts";
import type { Reply } from "../../contract/reply.ts";
import type { Decided } from "./decide.ts";
import type { Edge } from "../edge.ts";

/** What was last shown of each job, and since when its step runs: for saying less, and how long it takes. */
export type Progresses = Map<
  string,
  { readonly shown: string; readonly step: string; readonly sinceMs: number; readonly from: number }
>;

/** What bringing an answer to its reader needs. */
export interface DeliveryContext {
  readonly edge: Edge;
  /** The client of who waits, or that of the background. */
  readonly client: WebClient;
  readonly progresses: Progresses;
  /** Before a message is posted in a channel. @returns 0, or how many milliseconds it has to wait. */
  turn(channel: string): number;
  /** Stores a further answer, for example one that must go elsewhere, and brings it out. */
  send(delivery: Delivery): Promise<void>;
  /** Where an answer may go that came out of a job. */
  decideFor(delivery: OpenDelivery, reply: Reply): Promise<Decided>;
}
