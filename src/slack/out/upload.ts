import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { WebClient } from "@slack/web-api";
import { createCsv, type FileRows } from "../../lib/csv.ts";
import type { Locale } from "../../lib/locale.ts";
import { retrying } from "../client/clients.ts";
import { fit, plain } from "../render/escape.ts";
import { limits } from "../render/limits.ts";

/** Bytes on their way to Slack, which wants to know their number beforehand. */
export interface Upload {
  readonly name: string;
  readonly title: string;
  readonly altText?: string;
  readonly length: number;
  open(): Readable;
}

/** The conversation, and the thread, that gets the file. */
export interface UploadPlace {
  readonly channel: string;
  readonly thread?: string;
}

const timeoutMs = 60_000;

/**
 * Uploads a file in Slack's three steps and shares it. Slack shares a moment later, in no certain order.
 *
 * @returns The file's id.
 * @throws {RangeError} For an empty file, which Slack refuses.
 * @throws What the client throws; `not_in_channel` although the command worked there is common.
 */
export async function upload(client: WebClient, file: Upload, place: UploadPlace): Promise<string> {
  if (file.length < 1) throw new RangeError("an empty file cannot be uploaded");
  const ticket = await retrying(() =>
    client.files.getUploadURLExternal({
      filename: file.name,
      length: file.length,
      ...(file.altText === undefined ? {} : { alt_text: fit(plain(file.altText), limits.imageAlt) }),
    }),
  );
  if (ticket.upload_url === undefined || ticket.file_id === undefined)
    throw new TypeError("no place to upload to");
  await sendBytes(ticket.upload_url, file);
  const files: [{ id: string; title: string }] = [
    { id: ticket.file_id, title: fit(plain(file.title), limits.imageTitle) },
  ];
  await client.files.completeUploadExternal(
    place.thread === undefined
      ? { files, channel_id: place.channel }
      : { files, channel_id: place.channel, thread_ts: place.thread },
  );
  return ticket.file_id;
}

/** The library's own upload holds the file in memory; a list may have a million rows. */
function sendBytes(address: string, file: Upload): Promise<void> {
  const url = new URL(address);
  const request = url.protocol === "http:" ? httpRequest : httpsRequest;
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/octet-stream", "content-length": file.length };
    const sending = request(url, { method: "POST", headers, timeout: timeoutMs }, (response) => {
      response.resume();
      response.on("end", () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`the upload was answered with status ${response.statusCode ?? 0}`));
      });
    });
    sending.on("timeout", () => sending.destroy(new Error("the upload took too long")));
    pipeline(file.open(), sending).catch(reject);
  });
}

/** A picture or a short text as an upload. */
export function inMemory(bytes: Uint8Array, texts: Pick<Upload, "name" | "title" | "altText">): Upload {
  return { ...texts, length: bytes.length, open: () => Readable.from([bytes]) };
}

/**
 * A list as an upload: written to a file that only we can read, because its length must be known before the first byte
 * is sent, and gone after `use`.
 */
export async function withCsv(
  rows: FileRows,
  locale: Locale,
  texts: Pick<Upload, "name" | "title">,
  use: (file: Upload) => Promise<unknown>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "segmenta-"));
  try {
    const path = join(folder, "list.csv");
    await pipeline(createCsv(rows, locale), createWriteStream(path, { mode: 0o600 }));
    const { size } = await stat(path);
    await use({ ...texts, length: size, open: () => createReadStream(path) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
