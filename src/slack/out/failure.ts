import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from "@slack/web-api";

/** What is known after a call of Slack's Web API failed. */
export type Failure =
  /** Slack said no, and why: `not_in_channel`. Nothing was done. */
  | { readonly kind: "refused"; readonly error: string }
  /** Nothing was done; may be tried again later. */
  | { readonly kind: "delayed"; readonly afterMs: number }
  /** It may have been done: a time-out after acceptance looks like this. */
  | { readonly kind: "uncertain" };

/** Slack's own words for "perhaps". */
const perhaps: ReadonlySet<string> = new Set([
  "internal_error",
  "fatal_error",
  "request_timeout",
  "service_unavailable",
  "accesslimited",
]);
/** The request never left: there was nobody to take it. */
const unreached: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"]);
const unreachedWaitMs = 2_000;

/** @throws What was thrown, when it is no failure of a call: a defect of ours, or the database's. */
export function readFailure(thrown: unknown): Failure {
  const failure = slackFailure(thrown);
  if (failure === undefined) throw thrown;
  return failure;
}

/** The failure of a call; undefined when something else was thrown. */
export function slackFailure(thrown: unknown): Failure | undefined {
  if (thrown instanceof WebAPIRateLimitedError)
    return { kind: "delayed", afterMs: thrown.retryAfter * 1_000 };
  if (thrown instanceof WebAPIPlatformError) {
    const { error } = thrown.data;
    return perhaps.has(error) ? { kind: "uncertain" } : { kind: "refused", error };
  }
  if (thrown instanceof WebAPIHTTPError) return { kind: "uncertain" };
  if (!(thrown instanceof WebAPIRequestError)) return undefined;
  return unreached.has(networkCode(thrown.original))
    ? { kind: "delayed", afterMs: unreachedWaitMs }
    : { kind: "uncertain" };
}

function networkCode(error: Error): string {
  const { code } = error as { readonly code?: unknown };
  if (typeof code === "string") return code;
  return error.cause instanceof Error ? networkCode(error.cause) : "";
}

/** The bot is not where it was asked to speak, or may not speak there. */
export function isAbsence(failure: Failure): boolean {
  return failure.kind === "refused" && absences.has(failure.error);
}

const absences: ReadonlySet<string> = new Set([
  "not_in_channel",
  "channel_not_found",
  "is_archived",
  "restricted_action",
  "restricted_action_read_only_channel",
  "restricted_action_thread_locked",
  "ekm_access_denied",
]);

/** Slack found fault with the blocks, so that fewer of them may pass. */
export function isAboutBlocks(failure: Failure): boolean {
  return failure.kind === "refused" && /block|attachment/u.test(failure.error);
}

/** A failure in a log: Slack's own code, or what is known. */
export function failureName(failure: Failure): string {
  return failure.kind === "refused" ? failure.error : failure.kind;
}
