import type { AllMiddlewareArgs, AnyMiddlewareArgs } from "@slack/bolt";
import { count, type Health } from "../operations/health.ts";

type GlobalArgs = AnyMiddlewareArgs & AllMiddlewareArgs;

/** Counts the listeners that run, so that a stop can wait for them: `app.stop()` does not. */
export function countInFlight(health: Health) {
  return async function countListener({ next }: GlobalArgs): Promise<void> {
    health.inFlight += 1;
    count(health, "requests_total");
    try {
      await next();
    } finally {
      health.inFlight -= 1;
    }
  };
}

/**
 * Lets through what came by way of the own workspace alone: others' requests, whoever signed them, get nothing. The events
 * of a channel that is shared with another company carry that company's ids inside, and ours outside.
 */
export function fromOwnWorkspace(team: string) {
  return async function checkWorkspace({ body, next }: GlobalArgs): Promise<void> {
    if (receivers(body).includes(team)) await next();
  };
}

/** The workspaces by way of which a body came. */
function receivers(body: object): readonly unknown[] {
  const { team_id, team, user, authorizations } = body as {
    readonly team_id?: unknown;
    readonly team?: { readonly id?: unknown } | null;
    readonly user?: { readonly team_id?: unknown } | null;
    readonly authorizations?: readonly ({ readonly team_id?: unknown } | null)[];
  };
  const authorized = Array.isArray(authorizations) ? authorizations : [];
  return [team_id, team?.id, user?.team_id, ...authorized.map((one) => one?.team_id)];
}

/**
 * Acknowledges before anything that waits, so that nothing on our side can make a person see a time-out. Only what is
 * answered by the acknowledgement itself does it later, within its own time: a submitted form (its field errors) and a
 * menu with search (its options).
 */
export async function acknowledgeFirst(args: GlobalArgs): Promise<void> {
  const { next } = args;
  const type = "type" in args.body ? args.body.type : undefined;
  const isLater = type === "view_submission" || type === "block_suggestion";
  if (!isLater && "ack" in args && typeof args.ack === "function") await args.ack();
  await next();
}
