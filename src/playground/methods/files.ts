import { at } from "../../lib/at.ts";
import type { JsonObject } from "../../contract/reply.ts";
import { fileObject } from "../workspace/objects.ts";
import { Refusal } from "../workspace/refusal.ts";
import { addMessage, type Message, type State, type StoredFile } from "../workspace/state.ts";
import { complaint } from "../validate/check.ts";
import { channelToWrite, jsonOf, type Method, textOf } from "./method.ts";

function getUploadUrl(state: State, args: JsonObject): JsonObject {
  const length = Number(textOf(args, "length"));
  if (!Number.isInteger(length) || length < 1)
    throw new Refusal("invalid_arguments", [complaint("must be greater than 0", "/length")]);
  const id = state.nextId("F");
  const name = textOf(args, "filename") ?? "";
  state.files.set(id, {
    id,
    name,
    title: name,
    altText: textOf(args, "alt_text"),
    owner: state.app.user,
    length,
    content: undefined,
    createdAt: state.now(),
    shares: [],
  });
  return { upload_url: `${state.address}/upload/v1/${id}`, file_id: id };
}

function completeUpload(state: State, args: JsonObject): JsonObject {
  const entries = (jsonOf(args, "files", "invalid_arguments") ?? []) as readonly JsonObject[];
  if (entries.length === 0) throw new Refusal("invalid_arguments", [complaint("no files", "/files")]);
  const files = entries.map((entry) => uploadedFile(state, entry));
  const wanted = textOf(args, "channel_id") ?? textOf(args, "channels");
  if (wanted !== undefined) {
    const channel = channelToWrite(state, wanted).id;
    const place = { channel, threadTs: textOf(args, "thread_ts") };
    const comment = textOf(args, "initial_comment") ?? "";
    setTimeout(() => shareFiles(state, files, { ...place, comment }), state.shareDelay);
  }
  return { files: files.map((file) => ({ id: file.id, title: file.title })) };
}

function uploadedFile(state: State, entry: JsonObject): StoredFile {
  const file = state.files.get(textOf(entry, "id") ?? "");
  if (file?.content === undefined) throw new Refusal("file_not_found");
  file.title = textOf(entry, "title") ?? file.title;
  return file;
}

/** Posts files, at least one, as a message of their owner. */
export function shareFiles(
  state: State,
  files: readonly StoredFile[],
  place: { readonly channel: string; readonly threadTs: string | undefined; readonly comment: string },
): Message {
  const message = addMessage(state, {
    channel: place.channel,
    author: at(files, 0).owner,
    text: place.comment,
    blocks: [],
    files: files.map((file) => file.id),
    threadTs: place.threadTs,
  });
  for (const file of files)
    file.shares.push({ channel: place.channel, ts: message.ts, threadTs: place.threadTs });
  return message;
}

function info(state: State, args: JsonObject): JsonObject {
  const file = state.files.get(textOf(args, "file") ?? "");
  if (file === undefined || !isVisibleToBot(state, file)) throw new Refusal("file_not_found");
  return { file: fileObject(file, state) };
}

/** Whether the bot may read a file: its own, or one in a conversation that it is in. */
export function isVisibleToBot(state: State, file: StoredFile): boolean {
  return (
    file.owner === state.app.user ||
    file.shares.some((share) => state.channels.get(share.channel)?.members.has(state.app.user))
  );
}

export const fileMethods: Readonly<Record<string, Method>> = {
  "files.getUploadURLExternal": {
    scopes: ["files:write"],
    required: ["filename", "length"],
    run: getUploadUrl,
  },
  "files.completeUploadExternal": { scopes: ["files:write"], required: ["files"], run: completeUpload },
  "files.info": { scopes: ["files:read"], required: ["file"], run: info },
};
