/** A permission that the app asks for, and the methods and events that need it. */
export interface Scope {
  readonly name: string;
  /** Without an optional one the bot works, and says what is missing. */
  readonly isOptional: boolean;
  /** Methods of the Web API, events, and the ways in that need it. */
  readonly usedBy: readonly string[];
}

/** Every scope of `manifest.json`, justified. No channel history: the bot reads only what is said to it. */
export const scopes: readonly Scope[] = [
  { name: "app_mentions:read", isOptional: false, usedBy: ["app_mention"] },
  // Whether a channel is shared with another company: then only totals are shown there.
  { name: "channels:read", isOptional: false, usedBy: ["conversations.info"] },
  { name: "groups:read", isOptional: true, usedBy: ["conversations.info"] },
  {
    name: "chat:write",
    isOptional: false,
    usedBy: ["chat.postMessage", "chat.postEphemeral", "chat.update"],
  },
  { name: "commands", isOptional: false, usedBy: ["slash_commands", "shortcuts"] },
  // A list that somebody sends to the bot to be imported.
  { name: "files:read", isOptional: true, usedBy: ["url_private_download"] },
  {
    name: "files:write",
    isOptional: false,
    usedBy: ["files.getUploadURLExternal", "files.completeUploadExternal"],
  },
  {
    name: "im:history",
    isOptional: false,
    usedBy: ["message.im", "conversations.history", "conversations.replies"],
  },
  { name: "im:write", isOptional: false, usedBy: ["conversations.open"] },
  // Language and time zone of who asks, and whether they belong to the team.
  { name: "users:read", isOptional: false, usedBy: ["users.info", "user_change"] },
];

/** Methods that every token may call. */
export const freeMethods: readonly string[] = ["auth.test", "views.open", "views.publish"];
