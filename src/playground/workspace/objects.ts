import type { Json, JsonObject } from "../../contract/reply.ts";
import type { Channel, Message, Person, State, StoredFile, View } from "./state.ts";

/** How Slack writes its objects: what the Web API answers and what payloads carry. */

export function personObject(person: Person, state: State, withLocale: boolean): JsonObject {
  return {
    id: person.id,
    team_id: person.team,
    name: person.name,
    real_name: person.realName,
    deleted: false,
    tz: person.timeZone,
    is_admin: person.isAdmin,
    is_owner: person.isAdmin,
    is_bot: false,
    is_stranger: person.team !== state.team.id,
    profile: { real_name: person.realName, display_name: person.name, title: person.title },
    ...(withLocale ? { locale: person.locale } : {}),
  };
}

export function channelObject(channel: Channel, state: State): JsonObject {
  if (channel.kind === "im") {
    const user = [...channel.members].find((member) => member !== state.app.user) ?? "";
    return { id: channel.id, is_im: true, is_channel: false, user, is_open: true, is_archived: false };
  }
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === "private",
    is_archived: false,
    is_general: channel.name === "general",
    is_member: channel.members.has(state.app.user),
    is_shared: channel.isShared,
    is_ext_shared: channel.isShared,
    is_org_shared: false,
    topic: { value: channel.topic, creator: "", last_set: 0 },
    num_members: channel.members.size,
  };
}

export function messageObject(message: Message, state: State): JsonObject {
  const isBot = message.author === state.app.user;
  return {
    type: "message",
    user: message.author,
    ...(isBot ? { bot_id: state.app.botId, app_id: state.app.id } : {}),
    text: message.text,
    ts: message.ts,
    team: state.team.id,
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.isEdited ? { edited: { user: message.author, ts: message.ts } } : {}),
    ...(message.files.length > 0 ? { files: fileObjects(message.files, state) } : {}),
  };
}

function fileObjects(ids: readonly string[], state: State): readonly Json[] {
  return ids.flatMap((id) => {
    const file = state.files.get(id);
    return file === undefined ? [] : [fileObject(file, state)];
  });
}

const mimeTypes: Readonly<Record<string, string>> = {
  csv: "text/csv",
  png: "image/png",
  jpg: "image/jpeg",
  gif: "image/gif",
  txt: "text/plain",
  md: "text/markdown",
  json: "application/json",
};

/** The type of a file, guessed from its name as Slack does. */
export function mimeTypeOf(name: string): string {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return mimeTypes[ending] ?? "application/octet-stream";
}

export function fileObject(file: StoredFile, state: State): JsonObject {
  const address = `${state.address}/files-pri/${state.team.id}-${file.id}`;
  const name = encodeURIComponent(file.name);
  return {
    id: file.id,
    created: Math.floor(file.createdAt.getTime() / 1000),
    timestamp: Math.floor(file.createdAt.getTime() / 1000),
    name: file.name,
    title: file.title,
    mimetype: mimeTypeOf(file.name),
    filetype: file.name.split(".").at(-1) ?? "",
    user: file.owner,
    size: file.content?.length ?? 0,
    mode: "hosted",
    is_external: false,
    ...(file.altText === undefined ? {} : { alt_txt: file.altText }),
    url_private: `${address}/${name}`,
    url_private_download: `${address}/download/${name}`,
    permalink: `${state.address}/files/${file.owner}/${file.id}/${name}`,
    channels: file.shares.map((share) => share.channel),
    shares: sharesObject(file),
  };
}

function sharesObject(file: StoredFile): JsonObject {
  const entries = file.shares.map((share) => [
    share.channel,
    [{ ts: share.ts, ...(share.threadTs === undefined ? {} : { thread_ts: share.threadTs }) }],
  ]);
  return entries.length === 0 ? {} : { public: Object.fromEntries(entries) };
}

export function viewObject(view: View, state: State): JsonObject {
  const stack = state.modals.get(view.user) ?? [];
  const before = stack[stack.indexOf(view) - 1];
  return {
    private_metadata: "",
    callback_id: "",
    external_id: "",
    clear_on_close: false,
    notify_on_close: false,
    ...view.definition,
    id: view.id,
    team_id: state.team.id,
    app_id: state.app.id,
    bot_id: state.app.botId,
    app_installed_team_id: state.team.id,
    hash: view.hash,
    root_view_id: view.root,
    previous_view_id: before?.id ?? null,
    state: { values: view.values },
  };
}
