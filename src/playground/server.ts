import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { Json, JsonObject } from "../contract/reply.ts";
import type { Fault, FaultQueue } from "./workspace/faults.ts";
import { isVisibleToBot } from "./methods/files.ts";
import { answerCall, type Tokens } from "./methods/index.ts";
import { mimeTypeOf } from "./workspace/objects.ts";
import { answerResponseUrl } from "./workspace/response-url.ts";
import type { Sockets } from "./workspace/sockets.ts";
import type { State } from "./workspace/state.ts";

/** Answers a request that is not Slack's, for example a page; false when it has nothing there. */
export type Fallback = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** What the fake's server needs. */
export interface ServerParts {
  readonly state: State;
  readonly tokens: Tokens;
  readonly faults: FaultQueue;
  readonly sockets: Sockets;
  fallback: Fallback;
}

/** Starts the fake Slack's server on 127.0.0.1, and puts its address into the state. */
export async function listen(parts: ServerParts, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    handle(parts, request, response).catch(() => send(response, 500, "internal error"));
  });
  server.on("upgrade", (request, socket, head) => parts.sockets.accept(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  parts.state.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return server;
}

async function handle(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isLocal(request)) return send(response, 403, "only for this computer");
  const [room = "", ...rest] = pathOf(request).slice(1).split("/");
  if (room === "api") return await handleCall(parts, rest.join("/"), request, response);
  if (room === "upload") return await handleUpload(parts.state, rest.at(-1) ?? "", request, response);
  if (room === "actions") return await handleResponseUrl(parts, rest.at(-1) ?? "", request, response);
  if (room === "files-pri") return handleDownload(parts, rest[0] ?? "", request, response);
  if (!(await parts.fallback(request, response))) send(response, 404, "not found");
}

/** Whether a request was meant for this computer: guards against pages that point their own name here. */
function isLocal(request: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? "");
}

function pathOf(request: IncomingMessage): string {
  return new URL(request.url ?? "/", "http://127.0.0.1").pathname;
}

function send(response: ServerResponse, status: number, body: string, headers = {}): void {
  if (response.headersSent) return;
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", ...headers }).end(body);
}

function sendJson(response: ServerResponse, status: number, body: Json, headers = {}): void {
  send(response, status, JSON.stringify(body), { "content-type": "application/json", ...headers });
}

async function handleCall(
  { state, tokens, faults }: ServerParts,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const args = await readArgs(request);
  const at = state.now();
  const fault = faults.take(method, channelOf(args));
  const refused = fault === undefined ? undefined : refuseByFault(fault);
  const token = bearer(request) ?? (typeof args["token"] === "string" ? args["token"] : undefined);
  const answer = refused === undefined ? answerCall(state, { method, token, args }, tokens) : refused.body;
  const isAnswered = fault?.kind !== "unanswered";
  state.calls.push({ method, args, answer: isAnswered ? answer : undefined, at });
  if (!isAnswered) return;
  if (fault?.kind === "slow") await pause(fault.milliseconds);
  sendJson(response, refused?.status ?? 200, answer, {
    "x-oauth-scopes": state.scopes.join(","),
    ...refused?.headers,
  });
}

function channelOf(args: JsonObject): string | undefined {
  const channel = args["channel"] ?? args["channel_id"];
  return typeof channel === "string" ? channel : undefined;
}

/** An answer that is not the method's own. */
interface Refused {
  readonly status: number;
  readonly body: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
}

function refuseByFault(fault: Fault): Refused | undefined {
  if (fault.kind === "status") return { status: fault.status, body: { ok: false, error: "internal_error" } };
  if (fault.kind === "error") return { status: 200, body: { ok: false, error: fault.error } };
  if (fault.kind !== "ratelimited") return undefined;
  const headers = { "retry-after": String(fault.retryAfterSeconds) };
  return { status: 429, body: { ok: false, error: "ratelimited" }, headers };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
}

async function readArgs(request: IncomingMessage): Promise<JsonObject> {
  const body = (await buffer(request)).toString("utf8");
  if ((request.headers["content-type"] ?? "").startsWith("application/json"))
    return JSON.parse(body || "{}") as JsonObject;
  return Object.fromEntries([...new URLSearchParams(body)].map(([name, value]) => [name, decode(value)]));
}

/** A form's field: lists and objects are written as JSON. What is no JSON stays as it is, for the method to refuse. */
function decode(value: string): Json {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}

async function handleUpload(
  state: State,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = state.files.get(id);
  const content = await readUpload(request);
  if (file === undefined || content === undefined) return send(response, 404, "no such upload");
  if (content.length !== file.length) return send(response, 400, "length does not match");
  file.content = content;
  send(response, 200, `OK - ${content.length}`);
}

/** The bytes of an upload: the body itself, or the first file of a form. */
async function readUpload(request: IncomingMessage): Promise<Buffer | undefined> {
  const body = await buffer(request);
  const contentType = request.headers["content-type"] ?? "";
  if (!contentType.startsWith("multipart/form-data")) return body;
  const form = await new Response(body, { headers: { "content-type": contentType } }).formData();
  const blob = [...form.values()].find((entry) => typeof entry !== "string");
  return blob === undefined ? undefined : Buffer.from(await blob.arrayBuffer());
}

async function handleResponseUrl(
  { state, faults }: ServerParts,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const args = await readArgs(request);
  const permit = state.responseUrls.get(id);
  const fault = faults.take("response_url", permit?.channel);
  const refused = fault === undefined ? undefined : refuseByFault(fault);
  const { status, body } = refused ?? answerResponseUrl(state, permit, args);
  state.calls.push({ method: "response_url", args, answer: body, at: state.now() });
  if (fault?.kind !== "unanswered") sendJson(response, status, body, refused?.headers);
}

/** Files are for the bot's token; the page reads them another way. */
function handleDownload(
  { state, tokens }: ServerParts,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const file = state.files.get(name.split("-")[1] ?? "");
  const mayRead = bearer(request) === tokens.bot && state.scopes.includes("files:read");
  // Slack sends strangers to its login page instead of refusing them.
  if (!mayRead) return send(response, 302, "", { location: `${state.address}/signin` });
  if (file?.content === undefined || !isVisibleToBot(state, file)) return send(response, 404, "no such file");
  response.writeHead(200, { "content-type": mimeTypeOf(file.name) }).end(file.content);
}
