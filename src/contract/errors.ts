import type { Action } from "./reply.ts";

/** What a person can do about a `UserError`: a line to type, and buttons that say the same. */
export interface Recovery {
  /** A command line without the slash, for example `list`. */
  readonly hint?: string;
  readonly actions?: readonly Action[];
}

/**
 * The person must act: the message is shown as written, in the reader's language.
 * Everything else that is thrown is a defect: it is logged, and only its reference is shown.
 */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly recovery: Recovery;

  constructor(message: string, recovery: Recovery = {}) {
    super(message);
    this.recovery = recovery;
  }
}
