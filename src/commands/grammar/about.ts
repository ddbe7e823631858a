/** A command for people, in one language. */
export interface About {
  /** Without the slash: `profile <segment> [by <feature>]`. */
  readonly usage: string;
  /** One line for `help`. */
  readonly summary: string;
  /** Lines that a person may copy. */
  readonly examples: readonly [string, ...string[]];
}
