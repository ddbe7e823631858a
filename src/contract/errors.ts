import type { Action, JsonObject } from "./reply.ts";

/** What a person can do about a `UserError`: a line to type, and buttons that say the same. */
export interface Recovery {
  /** A command line without the slash, for example `list`. */
  readonly hint?: string;
  readonly actions?: readonly Action[];
  /** The field of a form that it is about, by its key or name. */
  readonly field?: string;
  /** What the answer says in words, for programs. */
  readonly data?: JsonObject;
  readonly paragraphs?: readonly string[];
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

/**
 * Reads a part of a line that a form has a field for: a mistake in it names that field.
 *
 * @example
 * inField("top", () => 500); // => 500
 */
export function inField<Read>(field: string, read: () => Read): Read {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    throw new UserError(thrown.message, { field, ...thrown.recovery });
  }
}
