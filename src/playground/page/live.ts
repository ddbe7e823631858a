import type { ServerResponse } from "node:http";
import type { Change } from "../workspace/state.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Streams what changes for a person, as server-sent events, until they leave. */
export function streamChanges(slack: Workspace, user: string, response: ServerResponse): true {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(": welcome\n\n");
  const stop = slack.subscribe((change) => {
    if (concerns(slack, user, change)) response.write(`data: ${JSON.stringify(change)}\n\n`);
  });
  // A line now and then keeps proxies and browsers from giving up on a quiet stream.
  const pulse = setInterval(() => response.write(": still here\n\n"), 20_000).unref();
  response.on("close", () => {
    clearInterval(pulse);
    stop();
  });
  return true;
}

function concerns(slack: Workspace, user: string, change: Change): boolean {
  if (change.kind !== "channel") return change.user === user;
  return slack.state.channels.get(change.channel)?.members.has(user) ?? false;
}
