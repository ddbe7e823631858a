import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { isSlackAddress } from "../../src/slack/client/slack-hosts.ts";
import { openTown, type Town } from "../contract/town.ts";
import { freshDatabase } from "../database.ts";

let town: Town;
afterEach(() => town.close());

async function open(): Promise<void> {
  const { db } = await freshDatabase(onTestFinished);
  town = await openTown("http", { db, retryDelays: [0] });
}

/** A request with Slack's signature, whatever it says. @returns The status of the answer. */
async function post(body: string, contentType: string): Promise<number> {
  const seconds = Math.floor(Date.now() / 1_000);
  const digest = createHmac("sha256", town.slack.signingSecret).update(`v0:${seconds}:${body}`).digest("hex");
  const response = await fetch(`http://127.0.0.1:${town.bot.port ?? 0}/slack/events`, {
    method: "POST",
    headers: {
      "content-type": contentType,
      "x-slack-request-timestamp": String(seconds),
      "x-slack-signature": `v0=${digest}`,
    },
    body,
  });
  return response.status;
}

describe("a signed body that is no object", () => {
  it.each([
    ["null", "application/json"],
    ["[]", "application/json"],
    ['"x"', "application/json"],
    ["{", "application/json"],
    ["", "application/json"],
    ["payload=null", "application/x-www-form-urlencoded"],
    ["payload=%5B%5D", "application/x-www-form-urlencoded"],
  ])("%s is refused, and the bot lives", async (body, contentType) => {
    await open();
    expect(await post(body, contentType)).toBe(400);
    const { acknowledged } = await town.slack.slash("mary", "marketing", "/segment profile 3");
    expect(acknowledged).toBe(true);
  });

  it("larger than any of Slack's is refused before it is read", async () => {
    await open();
    expect(await post(`{"a":"${"x".repeat(1_100_000)}"}`, "application/json")).toBe(413);
  });
});

describe("a request of another workspace", () => {
  const slash = (team: string) =>
    new URLSearchParams({
      command: "/segment",
      text: "profile 3",
      team_id: team,
      user_id: "U0MARY",
      channel_id: "C0MARKETING",
      trigger_id: `t.${team}`,
      response_url: "http://127.0.0.1:1/none",
    }).toString();

  it("gets no answer", async () => {
    await open();
    await post(slash("T0OTHER"), "application/x-www-form-urlencoded");
    await town.settled();
    expect(town.said).toEqual([]);
  });

  it("is answered where it came by way of ours, as in a shared channel", async () => {
    await open();
    const event = {
      type: "event_callback",
      team_id: "T0OTHER",
      authorizations: [{ team_id: town.slack.fixtures.team.id, user_id: "U0SEGMENTA", is_bot: true }],
      event_id: "Ev0SHARED",
      event: { type: "app_mention", user: "U0MARY", text: "profile 3", channel: "C0MARKETING", ts: "1.1" },
    };
    expect(await post(JSON.stringify(event), "application/json")).toBe(200);
    await town.passTimeUntil(() => town.said.length > 0);
    expect(town.said.map(({ line }) => line)).toEqual(["profile 3"]);
  });
});

describe("a file's address", () => {
  it("that is not Slack's never sees the token", async () => {
    const seen: (string | undefined)[] = [];
    const stranger = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.end("customer,amount\n");
    });
    await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void stranger.close());
    await open();
    const { channel } = await town.slack.say("mary", "dm", "hello");
    await town.passTimeUntil(() => town.said.length > 0);
    const { port } = stranger.address() as AddressInfo;
    const file = {
      id: "F0",
      name: "orders.csv",
      url_private_download: `http://127.0.0.1:${port}/orders.csv`,
    };
    const message = { type: "message", subtype: "file_share", channel_type: "im", channel, files: [file] };
    const event = {
      type: "event_callback",
      team_id: town.slack.fixtures.team.id,
      event_id: "Ev0FILE",
      event: { ...message, user: town.slack.state.people.get("U0MARY")?.id ?? "U0MARY", ts: "1.1" },
    };
    expect(await post(JSON.stringify(event), "application/json")).toBe(200);
    await town.settled();
    expect(seen).toEqual([]);
    expect(town.received).toEqual([]);
    const texts = town.slack.messages("dm", "mary").map(({ text }) => text);
    expect(texts.join("\n")).toContain("I cannot read the file you sent");
  });
});

describe("Slack's addresses", () => {
  const api = "https://slack.com/api/";

  it.each([
    "https://files.slack.com/files-pri/T0-F0/download/a.csv",
    "https://slack-files.com/a",
    "https://files.slack-gov.com/a",
  ])("%s is one", (address) => {
    expect(isSlackAddress(address, api)).toBe(true);
  });

  it.each([
    "http://files.slack.com/a",
    "https://files.slack.com.evil.test/a",
    "https://evilslack.com/a",
    "https://files.slack.com@evil.test/a",
    "https://me@files.slack.com/a",
    "http://169.254.169.254/latest",
    "file:///etc/passwd",
    "",
  ])("%s is none", (address) => {
    expect(isSlackAddress(address, api)).toBe(false);
  });

  it("that of a workspace on this machine is one, and its neighbor's port is none", () => {
    expect(isSlackAddress("http://127.0.0.1:4000/files-pri/a", "http://127.0.0.1:4000/api/")).toBe(true);
    expect(isSlackAddress("http://127.0.0.1:4001/files-pri/a", "http://127.0.0.1:4000/api/")).toBe(false);
  });
});

describe("the shortcut on a hostile message", () => {
  it("holds the bot up no longer than on any other, although it is 39,000 underscores", async () => {
    await open();
    const message = await town.slack.say("mary", "marketing", "_".repeat(39_000));
    const { acknowledged } = await town.slack.shortcut("mary", "profile_customer", message);
    expect(acknowledged).toBe(true); // within Slack's three seconds; it took eleven
    expect(await town.slack.until(() => town.slack.modal("mary"))).toBeDefined();
  });
});
