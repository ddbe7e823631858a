import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { at } from "../../src/lib/at.ts";
import type { SeenMessage } from "../../src/playground/workspace/queries.ts";
import type { Reply } from "../../src/contract/reply.ts";
import { openTown, reply, type Town, type TownOptions, type Transport } from "../contract/town.ts";
import { freshDatabase } from "../database.ts";

let town: Town;
afterEach(() => town.close());

async function open(transport: Transport = "http", options: Omit<TownOptions, "db"> = {}): Promise<void> {
  const { db } = await freshDatabase(onTestFinished);
  town = await openTown(transport, { db, retryDelays: [0], ...options });
}

function answers(channel: string, reader: string): readonly SeenMessage[] {
  return town.slack
    .messages(channel, reader)
    .filter(({ author, files }) => author === "segmenta" && files.length === 0);
}

/** The answer, once everything has ended, so that a second one would be there too. */
async function onlyAnswer(channel: string, reader: string): Promise<SeenMessage> {
  await town.passTimeUntil(() => answers(channel, reader).length > 0);
  await town.settled();
  expect(answers(channel, reader).map(({ text }) => text)).toHaveLength(1);
  return at(answers(channel, reader), 0);
}

describe("acknowledgement", () => {
  it("does not wait for the database, however late it is", async () => {
    await open();
    const { inbox } = town.edge;
    let answerAtLast = () => {};
    const databaseAnswers = new Promise<void>((resolve) => (answerAtLast = resolve));
    town.edge.inbox = {
      ...inbox,
      async accept(request) {
        await databaseAnswers;
        return inbox.accept(request);
      },
    };
    const { acknowledged } = await town.slack.slash("mary", "marketing", "/segment profile 3");
    expect(acknowledged).toBe(true);
    answerAtLast();
    await onlyAnswer("marketing", "mary");
  });

  it("stands when the database is away, and the person is told", async () => {
    await open();
    town.edge.inbox = { ...town.edge.inbox, accept: () => Promise.reject(new Error("select * from secret")) };
    const { acknowledged } = await town.slack.slash("mary", "marketing", "/segment profile 3");
    expect(acknowledged).toBe(true);
    const told = await onlyAnswer("marketing", "mary");
    expect(told).toMatchObject({ isEphemeral: true });
    expect(told.text).toContain("Something broke on my side");
    expect(town.logged.join("")).not.toContain("secret");
  });

  it("of a form comes within Slack's time although its answer is late", async () => {
    await open();
    await town.slack.slash("mary", "marketing", "/segment rename");
    await town.slack.until(() => town.slack.modal("mary"));
    const { answer } = town.edge;
    let answerAtLast = () => {};
    const isThoughtOut = new Promise<void>((resolve) => (answerAtLast = resolve));
    town.edge.answer = async (line, actor) => {
      await isThoughtOut;
      return answer(line, actor);
    };
    const { delivery } = await town.slack.submit("mary", { Name: "VIP" });
    expect(delivery?.acknowledged).toBe(true);
    answerAtLast();
    await town.slack.until(() => answers("marketing", "mary").at(-1)?.text === "Segment 2 has a new name");
  });
});

describe.each(["http", "socket"] as const)("a repetition over %s", (transport) => {
  it("of an envelope is answered once", async () => {
    await open(transport);
    const delivery = await town.slack.slash("mary", "marketing", "/segment profile 3");
    const again = await town.slack.repeat(delivery);
    expect(again.acknowledged).toBe(true);
    await onlyAnswer("marketing", "mary");
  });

  it("of an event is answered once", async () => {
    await open(transport);
    await town.slack.say("mary", "dm", "profile 3");
    const delivery = town.slack.deliveries.at(-1);
    if (delivery === undefined) throw new Error("nothing was delivered");
    await town.slack.repeat(delivery);
    expect((await onlyAnswer("dm", "mary")).text).toContain("Bargain hunters");
  });
});

function calls(wanted: string): number {
  return town.slack.calls.filter(({ method }) => method === wanted).length;
}

/** An answer that nobody waits for: it is for the sweeper. */
async function post(id: string, channel: string): Promise<void> {
  const actor = { user: "U0MARY", role: "marketer", locale: "en", timeZone: "UTC" } as const;
  const origin = { channel: `C0${channel.toUpperCase()}` };
  const { outbox } = town.edge;
  await outbox.add({
    id,
    line: "",
    actor,
    origin,
    purpose: "scheduled",
    kind: "channel",
    reply: reply(`Week ${id}`),
  });
  await outbox.leave(id, 0);
}

describe("posting", () => {
  it("waits out a 429 in one channel while another is answered at once", async () => {
    await open();
    town.slack.faults.add(
      { method: "chat.postMessage", channel: "C0MARKETING" },
      { kind: "ratelimited", retryAfterSeconds: 6 },
    );
    await town.slack.slash("mary", "marketing", "/segment profile 3");
    await town.slack.slash("mary", "general", "/segment profile 3");
    await town.slack.until(() => answers("general", "mary").length === 1);
    expect(answers("marketing", "mary")).toEqual([]);
    await onlyAnswer("marketing", "mary");
  });

  it("what can wait goes out once a second in a channel, never told to wait, and another channel is not held up", async () => {
    await open();
    town.slack.faults.postIntervalMs = 500; // well below a second: the way to Slack is not always as long
    for (const [id, channel] of ["marketing", "marketing", "marketing", "general"].entries())
      await post(`digest:${id}`, channel);
    await town.slack.until(() => answers("marketing", "mary").length === 3);
    const posted = town.slack.calls.filter(({ method }) => method === "chat.postMessage");
    expect(posted.map(({ answer }) => answer?.["ok"])).toEqual([true, true, true, true]);
    const [general] = posted.flatMap(({ args }, turn) => (args["channel"] === "C0GENERAL" ? [turn] : []));
    expect(general).toBeLessThan(2); // it did not queue behind the others
  });

  it("outlives an outage of Slack in a channel with one question to who asked, and no second post", async () => {
    await open();
    const outage = { kind: "status", status: 503 } as const;
    town.slack.faults.add({ method: "chat.postMessage", times: 99 }, outage);
    town.slack.faults.add({ method: "conversations.history", times: 99 }, outage);
    await town.slack.slash("mary", "marketing", "/segment profile 3");
    await town.slack.until(() => calls("conversations.history") > 0);
    expect(answers("marketing", "mary")).toEqual([]);
    town.slack.faults.clear();
    const asked = await onlyAnswer("marketing", "mary");
    expect(asked).toMatchObject({ isEphemeral: true });
    expect(asked.text).toContain("Slack did not confirm");
    expect(calls("chat.postMessage")).toBe(1);
  });

  it("after a time-out with acceptance finds its message by the delivery id, and does not post again", async () => {
    await open("http", { timeoutMs: 2_000 });
    town.slack.faults.add({ method: "chat.postMessage" }, { kind: "unanswered" });
    await town.slack.say("mary", "dm", "profile 2");
    await onlyAnswer("dm", "mary");
    // The picture comes after the message was found.
    await town.slack.until(() => town.slack.messages("dm", "mary").some(({ files }) => files.length > 0));
    expect(town.slack.calls.filter(({ method }) => method === "chat.postMessage")).toHaveLength(1);
  });

  it("after a 500 in the direct message looks, finds nothing, and posts", async () => {
    await open();
    town.slack.faults.add({ method: "chat.postMessage" }, { kind: "status", status: 500 });
    await town.slack.say("mary", "dm", "profile 3");
    await onlyAnswer("dm", "mary");
    expect(town.slack.calls.some(({ method }) => method === "conversations.history")).toBe(true);
  });

  it("in doubt in a channel, whose history it may not read, asks instead of posting twice", async () => {
    await open("http", { timeoutMs: 2_000 });
    town.slack.faults.add({ method: "chat.postMessage" }, { kind: "unanswered" });
    await town.slack.slash("mary", "marketing", "/segment profile 3");
    const doubt = await town.slack.until(() =>
      answers("marketing", "mary").find(({ isEphemeral }) => isEphemeral),
    );
    expect(doubt.text).toContain("Slack did not confirm");
    expect(answers("marketing", "ana")).toHaveLength(1);
    await town.slack.press("mary", doubt, "Ask again");
    await town.slack.until(() => answers("marketing", "ana").length === 2);
  });

  it("goes on where a process that was killed had stopped", async () => {
    await open();
    const { outbox } = town.edge;
    const actor = { user: "U0MARY", role: "marketer", locale: "en", timeZone: "UTC" } as const;
    const delivery = {
      id: "x",
      line: "list",
      actor,
      origin: { channel: "C0MARKETING" },
      purpose: "asked",
      kind: "channel",
    } as const;
    await outbox.add({ ...delivery, reply: reply("Left behind") });
    await outbox.leave("x", 0);
    expect((await onlyAnswer("marketing", "ana")).text).toBe("Left behind");
  });

  it("answers a request that a killed process had only taken", async () => {
    const { db } = await freshDatabase(onTestFinished);
    town = await openTown("http", { db });
    const { sql } = await import("drizzle-orm");
    await town.edge.inbox.accept({
      key: "k",
      user: "U0MARY",
      line: "profile 3",
      origin: { channel: "C0MARKETING" },
    });
    await db.execute(sql`update inbox set leased_until = now() - interval '1 second'`);
    expect((await onlyAnswer("marketing", "ana")).text).toContain("Bargain hunters");
  });

  it.each(["invalid_blocks", "msg_blocks_too_long"])(
    "with blocks that Slack refuses (%s) says the same in text",
    async (error) => {
      await open();
      const table = { columns: [{ label: "Segment", align: "left" as const }], rows: [["Loyal families"]] };
      town.edge.answer = async () => reply("Five segments", { table });
      town.slack.faults.add({ method: "chat.postMessage", times: 2 }, { kind: "error", error });
      await town.slack.slash("mary", "marketing", "/segment list");
      const answer = await onlyAnswer("marketing", "mary");
      expect(answer).toMatchObject({ blocks: [], text: "Five segments\nSegment\nLoyal families" });
    },
  );

  it("without its table is enough when only the table is refused", async () => {
    await open();
    const table = { columns: [{ label: "Segment", align: "left" as const }], rows: [["Loyal families"]] };
    town.edge.answer = async () => reply("Five segments", { table });
    town.slack.faults.add({ method: "chat.postMessage" }, { kind: "error", error: "invalid_blocks" });
    await town.slack.slash("mary", "marketing", "/segment list");
    const answer = await onlyAnswer("marketing", "mary");
    expect(JSON.stringify(answer.blocks)).toContain("Five segments");
    expect(JSON.stringify(answer.blocks)).not.toContain('"table"');
  });
});

describe("pictures and lists", () => {
  it("go to the asker directly where the bot may post but not upload", async () => {
    await open();
    town.slack.faults.add(
      { method: "files.completeUploadExternal", channel: "C0MARKETING" },
      { kind: "error", error: "not_in_channel" },
    );
    await town.slack.slash("mary", "marketing", "/segment profile 2");
    await town.slack.until(() => town.slack.messages("dm", "mary").some(({ files }) => files.length > 0));
    expect(answers("marketing", "mary").at(-1)?.text).toContain("/invite @segmenta");
  });

  it("that cannot be drawn leave the answer standing, and the person is told", async () => {
    await open();
    town.edge.drawChart = () => Promise.reject(new Error("no canvas"));
    await town.slack.slash("mary", "marketing", "/segment profile 2");
    await town.slack.until(() => answers("marketing", "mary").length === 2);
    expect(
      answers("marketing", "mary").map(({ text, isEphemeral }) => [text.slice(0, 14), isEphemeral]),
    ).toEqual([
      ["Loyal families", false],
      ["I could not at", true],
    ]);
  });

  it("are shared once more politely after a 429 on the upload", async () => {
    await open();
    town.slack.faults.add(
      { method: "files.completeUploadExternal" },
      { kind: "ratelimited", retryAfterSeconds: 1 },
    );
    await town.slack.slash("mary", "marketing", "/segment export 2");
    await town.slack.until(() =>
      town.slack.messages("marketing", "mary").some(({ files }) => files.length > 0),
    );
    expect(answers("marketing", "mary")).toHaveLength(1);
  });
});

describe("triggers and response_urls", () => {
  it("that were used leave a card with a button that opens the form", async () => {
    await open();
    town.slack.faults.add({ method: "views.open" }, { kind: "error", error: "expired_trigger_id" });
    await town.slack.slash("mary", "marketing", "/segment rename");
    const card = await onlyAnswer("marketing", "mary");
    await town.slack.press("mary", card, "Fill in the form");
    expect(await town.slack.until(() => town.slack.modal("mary"))).toBeDefined();
  });

  it("that are spent are replaced by an ephemeral message of the bot", async () => {
    await open();
    town.slack.faults.add({ method: "response_url" }, { kind: "status", status: 404 });
    await town.slack.slash("mary", "marketing", "/segment customer ann@shop.test");
    expect((await onlyAnswer("marketing", "mary")).isEphemeral).toBe(true);
    expect(town.slack.calls.some(({ method }) => method === "chat.postEphemeral")).toBe(true);
  });
});

describe("signatures", () => {
  it.each(["bad", "stale", "future"] as const)("that are %s are refused", async (fault) => {
    await open();
    town.slack.faults.signature = fault;
    const { acknowledged, status } = await town.slack.slash("mary", "marketing", "/segment list");
    expect({ acknowledged, status }).toEqual({ acknowledged: false, status: 401 });
    await town.settled();
    expect(town.said).toEqual([]);
  });
});

describe("a Socket Mode connection", () => {
  it.each(["refresh", "drop"] as const)(
    "comes back after a %s although apps.connections.open fails three times",
    async (end) => {
      await open("socket");
      town.slack.faults.add({ method: "apps.connections.open", times: 3 }, { kind: "status", status: 500 });
      town.slack.sockets[end]();
      await town.slack.until(() => !town.bot.health.connected);
      await town.slack.until(() => town.bot.health.connected && town.slack.sockets.count() === 1);
      await town.slack.slash("mary", "marketing", "/segment profile 3");
      expect((await onlyAnswer("marketing", "mary")).text).toContain("Bargain hunters");
    },
  );
});

describe("SIGTERM in mid-work", () => {
  it("lets the answer be finished, takes no more, and says that it is not ready", async () => {
    await open();
    let finish: ((value: Reply) => void) | undefined;
    town.edge.answer = () => new Promise((resolve) => (finish = resolve));
    await town.slack.slash("mary", "marketing", "/segment list");
    await town.slack.until(() => finish);
    expect(town.bot.health.inFlight).toBe(1);
    const stopped = town.bot.stop();
    expect((await town.bot.health.check()).ready).toBe(false);
    expect((await town.slack.slash("mary", "marketing", "/segment list")).acknowledged).toBe(false);
    finish?.(reply("Finished in time"));
    await stopped;
    expect(answers("marketing", "mary").map(({ text }) => text)).toEqual(["Finished in time"]);
  });
});
