import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { buffer } from "node:stream/consumers";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { packageFile } from "../../lib/package-files.ts";
import type { JsonObject } from "../../contract/reply.ts";
import { mimeTypeOf } from "../workspace/objects.ts";
import type { Fallback } from "../server.ts";
import { directMessage } from "../workspace/state.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { act } from "./acts.ts";
import { ThreadFrame } from "./conversation.tsx";
import { AppPicture } from "./icons.tsx";
import { streamChanges } from "./live.ts";
import { Beginning, channelMessages, MessageList, threadMessages } from "./messages.tsx";
import type { PlaygroundSettings } from "./settings.ts";
import { Shell } from "./shell.tsx";
import type { Open } from "./shell-props.ts";
import { type Viewer, viewerFor } from "./viewer.ts";
import { Home, Modal } from "./views.tsx";

const assets: Readonly<Record<string, readonly [path: string, type: string]>> = {
  "/page/blocks.css": [
    createRequire(import.meta.url).resolve("slack-blocks-to-jsx/dist/style.css"),
    "text/css",
  ],
  "/page/page.css": [pageFile("page.css"), "text/css"],
  "/page/content.css": [pageFile("content.css"), "text/css"],
  ...Object.fromEntries(
    ["main", "server", "stream", "composer", "elements", "dialogs"].map((name) => [
      `/page/client/${name}.js`,
      [pageFile(`${name}.js`), "text/javascript"] as const,
    ]),
  ),
};

function pageFile(name: string): string {
  return packageFile(`src/playground/page/client/${name}`);
}

/** Scripts and styles from here alone: hostile texts could do nothing even if one slipped through. */
const securityHeaders = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

/** One request for the page. */
interface Visit {
  readonly slack: Workspace;
  readonly settings: PlaygroundSettings;
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Serves the page over a workspace. */
export function servePage(slack: Workspace, settings: PlaygroundSettings): Fallback {
  return async (request, response) => {
    const url = new URL(request.url ?? "/", slack.address);
    const visit = { slack, settings, url, request, response };
    if (request.method === "POST") return await doAct(visit);
    if (url.pathname === "/") return await sendShell(visit);
    if (url.pathname === "/page/changes") return streamChanges(slack, viewerOf(visit).person.id, response);
    if (url.pathname.startsWith("/page/files/")) return sendFile(visit);
    return (await sendAsset(visit)) || sendFragment(visit);
  };
}

function viewerOf({ slack, url }: Visit): Viewer {
  const wanted = url.searchParams.get("user");
  const people = [...slack.state.people.values()];
  const named = people.find(({ id, name }) => id === wanted || name === wanted);
  const person = named ?? people.find(({ name }) => name === "mary") ?? people[0];
  if (person === undefined) throw new Error("a workspace without people has no page");
  return viewerFor(slack.state, person);
}

async function sendShell(visit: Visit): Promise<true> {
  const viewer = viewerOf(visit);
  const role = await visit.settings.roleOf(viewer.person.id);
  const html = draw(
    <Shell viewer={viewer} open={openOf(visit, viewer)} settings={visit.settings} role={role} />,
  );
  return send(visit.response, "text/html", `<!doctype html>${html}`);
}

function openOf({ url, slack }: Visit, { person, state }: Viewer): Open {
  const dm = directMessage(state, person.id).id;
  if (url.searchParams.has("home")) return { channel: dm, isHome: true };
  const wanted = slack.state.channels.get(url.searchParams.get("channel") ?? "");
  if (wanted?.members.has(person.id)) return { channel: wanted.id, isHome: false };
  const first = [...state.channels.values()].find(({ name }) => name === "marketing");
  return { channel: first?.members.has(person.id) ? first.id : dm, isHome: false };
}

function sendFragment(visit: Visit): boolean {
  const viewer = viewerOf(visit);
  const fragment = fragmentAt(visit, viewer);
  if (fragment === undefined) return false;
  return send(visit.response, "text/html", draw(fragment));
}

function fragmentAt({ url, settings }: Visit, viewer: Viewer): ReactNode | undefined {
  const channel = url.searchParams.get("channel") ?? "";
  const mayRead = viewer.state.channels.get(channel)?.members.has(viewer.person.id) ?? false;
  switch (url.pathname) {
    case "/page/channel":
      return (
        <>
          {mayRead ? (
            <Beginning viewer={viewer} channel={channel} command={settings.commands[0]?.command} />
          ) : null}
          <MessageList viewer={viewer} messages={mayRead ? channelMessages(viewer, channel) : []} />
        </>
      );
    case "/page/thread": {
      const messages = mayRead ? threadMessages(viewer, channel, url.searchParams.get("ts") ?? "") : [];
      return (
        <ThreadFrame viewer={viewer}>
          <MessageList viewer={viewer} messages={messages} isThread />
        </ThreadFrame>
      );
    }
    case "/page/home":
      return <Home viewer={viewer} />;
    case "/page/modal":
      return <Modal viewer={viewer} />;
    default:
      return undefined;
  }
}

function draw(node: ReactNode): string {
  return renderToStaticMarkup(node);
}

function send(response: ServerResponse, type: string, body: string | Buffer, headers = {}): true {
  response
    .writeHead(200, { "content-type": `${type}; charset=utf-8`, ...securityHeaders, ...headers })
    .end(body);
  return true;
}

async function sendAsset({ url, response }: Visit): Promise<boolean> {
  if (url.pathname === "/page/icon.svg") {
    const icon = draw(<AppPicture size={36} />).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ');
    return send(response, "image/svg+xml", icon);
  }
  const asset = assets[url.pathname];
  if (asset === undefined) return false;
  const [path, type] = asset;
  return send(response, type, await readFile(path));
}

/** A file, for those who are in a conversation where it was shared. */
function sendFile(visit: Visit): boolean {
  const { person, state } = viewerOf(visit);
  const file = state.files.get(visit.url.pathname.split("/").at(-1) ?? "");
  const mayRead = file?.shares.some(({ channel }) => state.channels.get(channel)?.members.has(person.id));
  if (file?.content === undefined || mayRead !== true) return false;
  const name = encodeURIComponent(file.name);
  const isPicture = mimeTypeOf(file.name).startsWith("image/") && !visit.url.searchParams.has("download");
  return send(visit.response, isPicture ? mimeTypeOf(file.name) : "application/octet-stream", file.content, {
    "content-disposition": `${isPicture ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
  });
}

/** Does what the person did on the page. Only the page itself may ask: other sites' requests carry their origin. */
async function doAct(visit: Visit): Promise<boolean> {
  const { request, response, slack, url, settings } = visit;
  const name = url.pathname.replace(/^\/page\/act\//, "");
  if (name === url.pathname || request.headers.origin !== slack.address) return false;
  const body = await buffer(request);
  const user = viewerOf(visit).person.id;
  if (name === "upload") {
    const [channel, fileName] = [url.searchParams.get("channel") ?? "", url.searchParams.get("name") ?? ""];
    await slack.upload(user, channel, { name: fileName, content: body });
    return send(response, "application/json", "{}");
  }
  const args = JSON.parse(body.toString("utf8")) as JsonObject;
  const result = await act({ slack, settings, user, args }, name);
  return send(response, "application/json", JSON.stringify(result));
}
