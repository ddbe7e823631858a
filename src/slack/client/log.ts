import { LogLevel, type Logger } from "@slack/bolt";
import type { Log } from "../../lib/log.ts";

/**
 * Bolt's logger over ours. Bolt writes sentences with addresses, tickets, request bodies and error messages in them,
 * so only the fixed beginning of a sentence is kept, and of an error only its code.
 */
export function createSlackLog(log: Log): Logger {
  const note = (messages: readonly unknown[]) => ({ source: "bolt", about: about(messages[0]) });
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...messages) => log.warn(note(messages), "Slack's library warned"),
    error: (...messages) => log.warn(note(messages), "Slack's library met an error"),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

/**
 * @example
 * about("Failed to parse and verify the request data: secret"); // => "Failed to parse and verify the request data"
 */
function about(message: unknown): string {
  if (message instanceof Error) return errorCode(message);
  if (typeof message !== "string") return typeof message;
  return (/^[A-Za-z' ]{1,80}/u.exec(message)?.[0] ?? "").trim();
}

/** What may be logged of an error: never its message. */
export function errorCode(error: unknown): string {
  if (typeof error !== "object" || error === null) return typeof error;
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  if (typeof code === "string") return code;
  return typeof name === "string" ? name : "unknown";
}
