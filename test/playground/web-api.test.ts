import { WebClient } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { at } from "../../src/lib/at.ts";
import { asText } from "../../src/playground/workspace/json.ts";
import {
  createWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from "../../src/playground/workspace/workspace.ts";
import type { JsonObject } from "../../src/contract/reply.ts";
import { quiet } from "./tiny-app.ts";

const retryConfig = { retries: 0 };

let slack: Workspace;
let client: WebClient;
let clock: Date;

async function start(options: Partial<WorkspaceOptions> = {}): Promise<void> {
  clock = new Date("2026-03-02T09:00:00Z");
  slack = await createWorkspace({ delivery: "http", now: () => clock, shareDelay: 0, ...options });
  client = new WebClient(slack.botToken, { slackApiUrl: slack.slackApiUrl, retryConfig, logger: quiet });
}

/** What the real client tells of a refusal: Slack's error code, and the whole answer. */
async function refusal(call: Promise<unknown>): Promise<JsonObject> {
  try {
    await call;
  } catch (error) {
    return (error as { data: JsonObject }).data;
  }
  throw new Error("it was not refused");
}

/** A trigger such as a slash command brings, without an app behind it. */
async function trigger(): Promise<string> {
  const { envelope } = await slack.slash("mary", "marketing", "/segment");
  return asText(envelope.payload["trigger_id"]);
}

const modal = {
  type: "modal" as const,
  title: { type: "plain_text" as const, text: "Score" },
  blocks: [{ type: "divider" as const }],
};

beforeEach(() => start());
afterEach(() => slack.close());

describe("tokens and scopes", () => {
  it("says who the bot is", async () => {
    expect(await client.auth.test()).toMatchObject({ ok: true, user_id: "U0SEGMENTA", team: "Casa Aurora" });
  });

  it("refuses a wrong token, and the bot's where the app's is wanted", async () => {
    const stranger = new WebClient("xoxb-other", { slackApiUrl: slack.slackApiUrl, logger: quiet });
    expect(await refusal(stranger.auth.test())).toMatchObject({ error: "invalid_auth" });
    expect(await refusal(client.apps.connections.open())).toMatchObject({ error: "not_allowed_token_type" });
  });

  it("names the scope that is missing", async () => {
    await slack.close();
    await start({ scopes: ["chat:write"] });
    expect(await refusal(client.users.info({ user: "U0ANA" }))).toMatchObject({
      error: "missing_scope",
      needed: "users:read",
      provided: "chat:write",
    });
  });

  it("refuses to read a direct message's details without im:read, which the app does not ask for", async () => {
    const { channel } = await client.conversations.open({ users: "U0ANA" });
    expect(await refusal(client.conversations.info({ channel: channel?.id ?? "" }))).toMatchObject({
      error: "missing_scope",
      needed: "im:read",
    });
  });
});

describe("messages", () => {
  const post = (channel: string, own: JsonObject = { text: "hello" }) =>
    client.apiCall("chat.postMessage", { channel, ...own });

  it("go where the bot is, by id or name, or to a person", async () => {
    expect(await post("C0MARKETING")).toMatchObject({ ok: true, channel: "C0MARKETING" });
    expect(await post("#general")).toMatchObject({ channel: "C0GENERAL" });
    await post("U0ANA");
    expect(slack.messages("dm", "ana")).toHaveLength(1);
  });

  it.each([
    ["random", "not_in_channel"],
    ["board", "channel_not_found"],
    ["C0NOWHERE", "channel_not_found"],
  ])("do not go to #%s: %s", async (channel, error) => {
    expect(await refusal(post(channel))).toMatchObject({ error });
  });

  it("go to a channel that the bot was invited to", async () => {
    slack.invite("random");
    expect(await post("random")).toMatchObject({ ok: true });
  });

  it("must say something", async () => {
    expect(await refusal(post("general", {}))).toMatchObject({ error: "no_text" });
  });

  it("are refused with a pointer when a block is wrong", async () => {
    const blocks = [
      { type: "divider" },
      { type: "header", text: { type: "plain_text", text: "x".repeat(151) } },
    ];
    expect(await refusal(post("general", { blocks }))).toMatchObject({
      error: "invalid_blocks",
      response_metadata: {
        messages: ["[ERROR] must be less than 151 characters [json-pointer:/blocks/1/text/text]"],
      },
    });
  });

  it("lose their blocks when they are updated with a text alone", async () => {
    const { ts } = await client.chat.postMessage({
      channel: "C0GENERAL",
      text: "a",
      blocks: [{ type: "divider" }],
    });
    await client.chat.update({ channel: "C0GENERAL", ts: ts ?? "", text: "b" });
    expect(slack.messages("general", "ana")).toMatchObject([{ text: "b", blocks: [], isEdited: true }]);
  });

  it("of others cannot be updated or deleted", async () => {
    const { ts } = await slack.say("ana", "general", "mine");
    const other = { channel: "C0GENERAL", ts };
    expect(await refusal(client.chat.update({ ...other, text: "b" }))).toMatchObject({
      error: "cant_update_message",
    });
    expect(await refusal(client.chat.delete(other))).toMatchObject({ error: "cant_delete_message" });
  });

  it("that are ephemeral are seen by one person, and cannot be updated", async () => {
    const { message_ts: ts } = await client.chat.postEphemeral({
      channel: "C0GENERAL",
      user: "U0ANA",
      text: "psst",
    });
    expect(slack.messages("general", "ana")).toHaveLength(1);
    expect(slack.messages("general", "mary")).toHaveLength(0);
    const update = client.chat.update({ channel: "C0GENERAL", ts: ts ?? "", text: "b" });
    expect(await refusal(update)).toMatchObject({ error: "message_not_found" });
  });

  it("that are ephemeral go only to members", async () => {
    const call = client.chat.postEphemeral({ channel: "C0GENERAL", user: "W0LEO", text: "psst" });
    expect(await refusal(call)).toMatchObject({ error: "user_not_in_channel" });
  });
});

describe("forms", () => {
  it("open once for each trigger", async () => {
    const trigger_id = await trigger();
    await client.views.open({ trigger_id, view: modal });
    expect(slack.modal("mary")?.definition["title"]).toEqual(modal.title);
    expect(await refusal(client.views.open({ trigger_id, view: modal }))).toMatchObject({
      error: "exchanged_trigger_id",
    });
  });

  it("open within 3 seconds", async () => {
    const trigger_id = await trigger();
    clock = new Date(clock.getTime() + 3001);
    expect(await refusal(client.views.open({ trigger_id, view: modal }))).toMatchObject({
      error: "expired_trigger_id",
    });
  });

  it("are refused with a pointer when a field is wrong", async () => {
    const view = { ...modal, title: { type: "plain_text" as const, text: "x".repeat(25) } };
    expect(await refusal(client.views.open({ trigger_id: await trigger(), view }))).toMatchObject({
      error: "invalid_arguments",
      response_metadata: {
        messages: ["[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"],
      },
    });
  });

  it("stack three deep", async () => {
    await client.views.open({ trigger_id: await trigger(), view: modal });
    await client.views.push({ trigger_id: await trigger(), view: modal });
    await client.views.push({ trigger_id: await trigger(), view: modal });
    const fourth = client.views.push({ trigger_id: await trigger(), view: modal });
    expect(await refusal(fourth)).toMatchObject({ error: "push_limit_reached" });
  });

  it("are not updated over somebody else's change", async () => {
    const { view } = await client.views.open({ trigger_id: await trigger(), view: modal });
    const stale = { view_id: view?.id ?? "", hash: "h-other", view: modal };
    expect(await refusal(client.views.update(stale))).toMatchObject({ error: "hash_conflict" });
    await client.views.update({ ...stale, hash: view?.hash ?? "" });
  });
});

describe("people and channels", () => {
  it("are told with language and time zone", async () => {
    const { user } = await client.users.info({ user: "U0JOAO", include_locale: true });
    expect(user).toMatchObject({ locale: "pt-BR", tz: "America/Sao_Paulo", is_admin: false });
  });

  it("tell a shared channel from one of our own", async () => {
    const shared = await client.conversations.info({ channel: "C0AGENCY" });
    const own = await client.conversations.info({ channel: "C0GENERAL" });
    expect([shared.channel?.is_ext_shared, own.channel?.is_ext_shared]).toEqual([true, false]);
  });

  it("are listed page by page", async () => {
    const first = await client.conversations.list({ limit: 3 });
    const cursor = first.response_metadata?.next_cursor ?? "";
    const second = await client.conversations.list({ limit: 3, cursor });
    const names = [first, second].map(({ channels }) => channels?.map(({ name }) => name));
    expect(names).toEqual([["general", "marketing", "random"], ["nordlicht-agency"]]);
    expect(second.response_metadata?.next_cursor).toBe("");
  });

  it("do not include a bot to write to", async () => {
    expect(await refusal(client.conversations.open({ users: "U0SEGMENTA" }))).toMatchObject({
      error: "cannot_dm_bot",
    });
  });
});

describe("files", () => {
  it("have at least one byte", async () => {
    const empty = client.files.getUploadURLExternal({ filename: "a.csv", length: 0 });
    expect(await refusal(empty)).toMatchObject({
      error: "invalid_arguments",
      response_metadata: { messages: ["[ERROR] must be greater than 0 [json-pointer:/length]"] },
    });
  });

  it("are not shared where the bot is not", async () => {
    const upload = client.filesUploadV2({ channel_id: "C0RANDOM", filename: "a.csv", content: "a" });
    expect(await refusal(upload)).toMatchObject({ error: "not_in_channel" });
  });

  it("are read with the bot's token alone", async () => {
    const { files } = await slack.upload("ana", "dm", { name: "pedidos.csv", content: "id\n1\n" });
    const { file } = await client.files.info({ file: at(files, 0).id });
    const address = file?.url_private_download ?? "";
    const mine = await fetch(address, { headers: { authorization: `Bearer ${slack.botToken}` } });
    expect(await mine.text()).toBe("id\n1\n");
    expect((await fetch(address, { redirect: "manual" })).status).toBe(302);
  });
});

describe("a response_url", () => {
  const respond = (address: string) =>
    fetch(address, { method: "POST", body: JSON.stringify({ text: "hi" }), headers: json });
  const json = { "content-type": "application/json" };

  async function responseUrl(): Promise<string> {
    const { envelope } = await slack.slash("mary", "marketing", "/segment");
    return asText(envelope.payload["response_url"]);
  }

  it("works five times", async () => {
    const address = await responseUrl();
    for (let use = 1; use <= 5; use += 1) expect((await respond(address)).status).toBe(200);
    const sixth = await respond(address);
    expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: "used_url" }]);
  });

  it("works for half an hour", async () => {
    const address = await responseUrl();
    clock = new Date(clock.getTime() + 30 * 60_000 + 1);
    expect(await (await respond(address)).json()).toEqual({ ok: false, error: "expired_url" });
  });
});
