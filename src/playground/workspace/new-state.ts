import type { Fixtures } from "./fixtures.ts";
import type { Change, Channel, State } from "./state.ts";

/** What may be set about a workspace's state. */
export interface StateOptions {
  /** Those that the app asks for unless said. */
  readonly scopes?: readonly string[];
  readonly now?: () => Date;
  /** How late a completed upload appears in its channel, in ms; 50 unless said. */
  readonly shareDelay?: number;
}

/** The scopes that the app asks for. */
const defaultScopes = [
  "commands",
  "chat:write",
  "files:write",
  "files:read",
  "users:read",
  "im:write",
  "im:history",
  "channels:read",
  "groups:read",
  "app_mentions:read",
];

/** A workspace in which nobody has said anything yet. */
export function createState(
  fixtures: Fixtures,
  options: StateOptions,
  changed: (change: Change) => void,
): State {
  const now = options.now ?? (() => new Date());
  // No id comes twice, not even after a restart: an app remembers which triggers and events it has answered.
  const run = now().getTime().toString(36).toUpperCase();
  let ids = 0;
  let lastTs = 0;
  return {
    team: fixtures.team,
    app: fixtures.app,
    // Copies: the page changes a person's language, and people join channels.
    people: new Map(fixtures.people.map((person) => [person.id, { ...person }])),
    channels: new Map(castChannels(fixtures).map((channel) => [channel.id, channel])),
    messages: [],
    files: new Map(),
    modals: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    offered: new Map(),
    calls: [],
    address: "",
    scopes: options.scopes ?? defaultScopes,
    shareDelay: options.shareDelay ?? 50,
    now,
    nextTs() {
      // Microseconds, strictly increasing, since a time stamp is a message's id.
      lastTs = Math.max(lastTs + 1, now().getTime() * 1000);
      return `${Math.floor(lastTs / 1e6)}.${String(lastTs % 1e6).padStart(6, "0")}`;
    },
    nextId(prefix) {
      ids += 1;
      return `${prefix}${run}${String(ids).padStart(6, "0")}`;
    },
    changed,
  };
}

function castChannels({ channels, members, people, app }: Fixtures): readonly Channel[] {
  const ids = new Map([["bot", app.user], ...people.map(({ name, id }) => [name, id] as const)]);
  return channels.map((channel) => ({
    ...channel,
    members: new Set((members[channel.name] ?? []).map((name) => ids.get(name) ?? name)),
  }));
}
