import { WebClient } from "@slack/web-api";
import { afterEach, describe, expect, it } from "vitest";
import { createWorkspace, type Workspace } from "../../../src/playground/workspace/workspace.ts";
import { quiet, startTinyApp, type TinyApp } from "../tiny-app.ts";

let slack: Workspace;
let app: TinyApp | undefined;

async function start(delivery: "http" | "socket"): Promise<void> {
  slack = await createWorkspace({ delivery, retryDelays: [0] });
  app = await startTinyApp(slack, delivery);
  slack.deliverTo(app.url ?? "");
}

afterEach(async () => {
  await app?.stop();
  app = undefined;
  await slack.close();
});

describe("faults of the Web API", () => {
  const post = { method: "chat.postMessage", channel: "C0MARKETING" };
  const say = (client: WebClient, channel: string) => client.chat.postMessage({ channel, text: "hello" });

  async function client(options = {}): Promise<WebClient> {
    slack = await createWorkspace({ delivery: "http" });
    return new WebClient(slack.botToken, {
      slackApiUrl: slack.slackApiUrl,
      retryConfig: { retries: 0 },
      logger: quiet,
      ...options,
    });
  }

  it("refuse one channel for a while, with Retry-After, and no other", async () => {
    const web = await client({ rejectRateLimitedCalls: true });
    slack.faults.add(post, { kind: "ratelimited", retryAfterSeconds: 7 });
    await say(web, "C0GENERAL");
    await expect(say(web, "C0MARKETING")).rejects.toMatchObject({ retryAfter: 7 });
    await say(web, "C0MARKETING");
    expect(slack.messages("marketing", "ana")).toHaveLength(1);
  });

  it("answer 500 once, then work", async () => {
    const web = await client();
    slack.faults.add(post, { kind: "status", status: 500 });
    await expect(say(web, "C0MARKETING")).rejects.toMatchObject({ code: "slack_webapi_http_error" });
    await say(web, "C0MARKETING");
    expect(slack.messages("marketing", "ana")).toHaveLength(1);
  });

  it("carry a call out without ever answering it", async () => {
    const web = await client({ timeout: 1000 });
    slack.faults.add(post, { kind: "unanswered" });
    await expect(say(web, "C0MARKETING")).rejects.toMatchObject({ code: "slack_webapi_request_error" });
    await slack.until(() => slack.messages("marketing", "ana").length === 1);
    expect(slack.calls).toMatchObject([{ method: "chat.postMessage", answer: undefined }]);
  });

  it("refuse as told", async () => {
    const web = await client();
    slack.faults.add(post, { kind: "error", error: "invalid_blocks" });
    await expect(say(web, "C0MARKETING")).rejects.toMatchObject({ data: { error: "invalid_blocks" } });
  });
});

describe("faults of delivery", () => {
  it.each(["bad", "stale"] as const)("sign with a %s signature, once", async (signature) => {
    await start("http");
    slack.faults.signature = signature;
    expect(await slack.slash("mary", "marketing", "/segment list")).toMatchObject({
      acknowledged: false,
      status: 401,
    });
    expect(slack.messages("marketing", "mary").at(-1)).toMatchObject({
      author: "slackbot",
      text: '/segment failed with the error "dispatch_failed"',
      isEphemeral: true,
    });
    expect(await slack.slash("mary", "marketing", "/segment list")).toMatchObject({ acknowledged: true });
    await slack.until(() => slack.messages("marketing", "mary").at(-1)?.text === "list");
  });

  it("say that a command timed out when nobody answers", async () => {
    slack = await createWorkspace({ delivery: "socket" });
    await slack.slash("mary", "marketing", "/segment list");
    expect(slack.messages("marketing", "mary").at(-1)?.text).toBe(
      '/segment failed with the error "operation_timeout"',
    );
  });

  it("repeat an event that was not acknowledged", async () => {
    slack = await createWorkspace({ delivery: "http", retryDelays: [0, 0] });
    slack.deliverTo("http://127.0.0.1:9/closed");
    await slack.say("ana", "dm", "hola");
    await slack.until(() => slack.deliveries.length === 3);
    expect(slack.deliveries.map(({ envelope }) => envelope.retry)).toEqual([
      undefined,
      { attempt: 1, reason: "http_timeout" },
      { attempt: 2, reason: "http_timeout" },
    ]);
  });

  it("send an envelope twice", async () => {
    await start("http");
    const first = await slack.slash("mary", "marketing", "/segment list");
    await slack.repeat(first);
    await slack.until(() => slack.messages("marketing", "mary").length === 2);
    expect(slack.deliveries.map(({ envelope }) => envelope.id)).toEqual([
      first.envelope.id,
      first.envelope.id,
    ]);
  });

  it.each(["refresh", "drop"] as const)("%s the connection, and the app comes back", async (fault) => {
    await start("socket");
    slack.sockets[fault]();
    await slack.until(() => slack.sockets.count() === 0);
    // socket-mode 3.1 waits 5 s before it connects again.
    await slack.until(() => slack.sockets.count() === 1);
    expect(await slack.slash("mary", "marketing", "/segment list")).toMatchObject({ acknowledged: true });
    await slack.until(() => slack.messages("marketing", "mary").at(-1)?.text === "list");
  });
});

describe("the fake's server", () => {
  it("answers only to this computer's own names", async () => {
    slack = await createWorkspace({ delivery: "http" });
    const { request } = await import("node:http");
    const status = await new Promise((resolve) => {
      request(`${slack.address}/`, { headers: { host: "evil.example" } }, (response) =>
        resolve(response.statusCode),
      ).end();
    });
    expect(status).toBe(403);
  });
});
