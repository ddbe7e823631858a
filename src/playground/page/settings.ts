/** A command as the slash box hints at it. */
export interface CommandHint {
  /** With the slash: `/segment`. */
  readonly command: string;
  readonly description: string;
  /** What may follow, for example `profile <segment>`, with what it does. */
  readonly usages: readonly { readonly usage: string; readonly description?: string }[];
}

/** An entry of a message's menu. */
export interface ShortcutHint {
  readonly callbackId: string;
  readonly name: string;
}

/** What the page shows of the app. */
export interface PlaygroundSettings {
  readonly commands: readonly CommandHint[];
  readonly shortcuts: readonly ShortcutHint[];
  /** The roles that one may take; empty when the app has none. */
  readonly roles: readonly string[];
  roleOf(user: string): Promise<string | undefined>;
  setRole(user: string, role: string): Promise<void>;
}
