import type { Log } from "../lib/log.ts";

/**
 * What nobody caught ends the process with a line of the log: a database that went away under a library's pool, for
 * example. Node's own report would print the error with everything in it, passwords and rows included. Whoever keeps
 * the process starts it again, and what it held is taken over.
 */
export function endOnUncaught(log: Log): void {
  function end(thrown: unknown): void {
    const { name, code } = (thrown ?? {}) as { readonly name?: unknown; readonly code?: unknown };
    log.error(
      { error: String(name), code: String(code) },
      "the process ends after an error that nobody caught",
    );
    process.exit(1);
  }
  process.on("uncaughtException", end).on("unhandledRejection", end);
}
