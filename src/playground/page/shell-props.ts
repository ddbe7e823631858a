import type { PlaygroundSettings } from "./settings.ts";
import type { Viewer } from "./viewer.ts";

/** Which conversation or tab is open: a channel's id, or `home`. */
export interface Open {
  readonly channel: string;
  readonly isHome: boolean;
}

export interface ShellProps {
  readonly viewer: Viewer;
  readonly open: Open;
  readonly settings: PlaygroundSettings;
  /** The person's role in the app, when the app tells. */
  readonly role: string | undefined;
}
