import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SeenMessage } from "../../src/playground/workspace/queries.ts";
import { freshDatabase } from "../database.ts";
import { openTown, reply, type Town } from "./town.ts";

describe.each(["http", "socket"] as const)("the bot over %s", (transport) => {
  let town: Town;
  beforeAll(async () => {
    const { db } = await freshDatabase();
    town = await openTown(transport, { db });
    await town.slack.slash("ada", "dm", "/segment help"); // who asks first becomes the admin
    await answer("dm", "ada", "help (en)");
  });
  afterAll(() => town.close());

  /** Waits for a message whose text begins so. */
  function answer(
    channel: string,
    reader: string,
    beginning: string,
    after?: SeenMessage,
  ): Promise<SeenMessage> {
    const { slack } = town;
    return slack.until(() =>
      slack
        .messages(channel, reader)
        .find(
          ({ author, text, ts }) =>
            author === "segmenta" && text.startsWith(beginning) && (after === undefined || ts > after.ts),
        ),
    );
  }

  it("answers a slash command in the channel, with its picture in the card's thread", async () => {
    const { acknowledged } = await town.slack.slash("mary", "marketing", "/segment profile 2");
    expect(acknowledged).toBe(true);
    const card = await answer("marketing", "ana", "Loyal families (2)");
    const picture = await town.slack.until(() =>
      town.slack.messages("marketing", "ana").find(({ files }) => files[0]?.name.endsWith(".png")),
    );
    expect(picture.threadTs).toBe(card.ts);
    expect(picture.files[0]?.content?.subarray(1, 4).toString()).toBe("PNG");
    // Once Slack knows the file the card shows it itself.
    const shown = `"slack_file":{"id":"${picture.files[0]?.id}"}`;
    await town.slack.until(() =>
      JSON.stringify(town.slack.messages("marketing", "ana").find(({ ts }) => ts === card.ts)).includes(
        shown,
      ),
    );
  });

  it("says a button's line, and shares the list it asks for into the thread of the card", async () => {
    const card = await answer("marketing", "mary", "Loyal families (2)");
    await town.slack.press("mary", card, "Export");
    const list = await answer("marketing", "ana", "402 customers");
    const file = await town.slack.until(() =>
      town.slack.messages("marketing", "ana").find(({ files }) => files[0]?.name === "segment-2.csv"),
    );
    expect(file.threadTs).toBe(list.ts);
    expect(file.files[0]?.content?.toString()).toBe("\uFEFFid,segment\r\n17,2\r\n'=cmd(),2\r\n");
    expect(town.ledger).toContainEqual({ name: "segment-2.csv", user: "U0MARY", destination: "channel" });
  });

  it("answers a mention in the thread under it", async () => {
    const asked = await town.slack.say("ana", "general", "@segmenta profile 3");
    const card = await answer("general", "mary", "Bargain hunters");
    expect(card.threadTs).toBe(asked.ts);
    const again = await town.slack.say("ana", "general", "@segmenta list", { thread: asked.ts });
    const second = await answer("general", "mary", "list (es)", again);
    expect(second.threadTs).toBe(asked.ts);
  });

  it("answers a direct message in the reader's Slack language", async () => {
    await town.slack.say("joao", "dm", "list");
    await answer("dm", "joao", "list (pt)");
    expect(town.said.find(({ actor }) => actor.user === "U0JOAO")?.actor).toEqual({
      user: "U0JOAO",
      role: "marketer",
      locale: "pt",
      timeZone: "America/Sao_Paulo",
    });
  });

  it("answers in another language as soon as a person chose it in Slack", async () => {
    await town.slack.setLocale("joao", "es-ES");
    await town.slack.say("joao", "dm", "list");
    expect((await answer("dm", "joao", "list (es)")).isEphemeral).toBe(false);
    await town.slack.setLocale("joao", "pt-BR");
  });

  it("makes the admin of who asked first, and a viewer of a guest from another company", async () => {
    await town.slack.slash("leo", "nordlicht-agency", "/segment list");
    await town.slack.until(() => town.said.some(({ actor }) => actor.user === "W0LEO"));
    const roles = town.said.map(({ actor }) => `${actor.user} ${actor.role}`);
    expect(roles).toContain("U0ADA admin");
    expect(roles).toContain("U0MARY marketer");
    expect(roles).toContain("W0LEO viewer");
  });

  it("shows a person only to who asked, and by direct message when there is a picture", async () => {
    await town.slack.slash("mary", "marketing", "/segment customer ann@shop.test");
    const whisper = await answer("marketing", "mary", "Ann is in");
    expect(whisper.isEphemeral).toBe(true);
    expect(town.slack.messages("marketing", "ana").some(({ text }) => text.startsWith("Ann"))).toBe(false);

    await town.slack.slash("mary", "marketing", "/segment why ann@shop.test");
    await answer("dm", "mary", "Ann: because");
    await town.slack.until(() => town.slack.messages("dm", "mary").some(({ files }) => files.length > 0));
    expect((await answer("marketing", "mary", "I sent the answer to you directly")).isEphemeral).toBe(true);
  });

  it("refuses personal columns to a marketer, and persons in a channel shared with another company", async () => {
    await town.slack.slash("mary", "marketing", "/segment export 2 columns name");
    expect((await answer("marketing", "mary", "Only analysts and admins")).isEphemeral).toBe(true);
    await town.slack.slash("ada", "nordlicht-agency", "/segment customer ann@shop.test");
    expect((await answer("nordlicht-agency", "ada", "In a channel shared")).isEphemeral).toBe(true);
  });

  it("sends a list with personal columns directly, and a line without names to the channel", async () => {
    await town.slack.slash("ada", "general", "/segment export 2 columns name");
    await answer("general", "ada", "A list of customers was sent directly");
    await town.slack.until(() => town.slack.messages("dm", "ada").some(({ files }) => files.length > 0));
    expect(town.ledger.at(-1)).toEqual({ name: "segment-2.csv", user: "U0ADA", destination: "direct" });
  });

  it("shows a mistake only to who made it", async () => {
    await town.slack.slash("mary", "marketing", "/segment frobnicate");
    expect((await answer("marketing", "mary", "I do not know")).isEphemeral).toBe(true);
  });

  it("opens a form, shows a field error in it, then says its line", async () => {
    await town.slack.slash("mary", "marketing", "/segment rename");
    await town.slack.until(() => town.slack.modal("mary"));
    const short = await town.slack.submit("mary", { Name: "ab" });
    expect(Object.values(short.errors)).toEqual(["A name needs at least three letters."]);
    const options = await town.slack.suggest("mary", "modal", "suggest:segment", "loyal");
    expect(options.map(({ value }) => value)).toEqual(["Loyal families"]);
    const good = await town.slack.submit("mary", { Name: "Best friends" });
    expect(good.errors).toEqual({});
    await answer("marketing", "ana", "Segment 2 has a new name");
    expect(town.slack.modal("mary")).toBeUndefined();
  });

  it("publishes App Home in the reader's language, with menus that complete a line", async () => {
    await town.slack.openHome("joao");
    const home = await town.slack.until(() => town.slack.home("joao"));
    expect(JSON.stringify(home.definition)).toContain("list (pt)");
    await town.slack.press("joao", "home", "Profile 2");
    await answer("dm", "joao", "Loyal families (2)");
  });

  it("profiles the customer that a message names", async () => {
    const message = await town.slack.say("ana", "marketing", "refund for ann@shop.test please");
    await town.slack.shortcut("mary", "profile_customer", message);
    const asked = await town.slack.until(() => town.said.find(({ line }) => line.startsWith("customer ann")));
    expect(asked).toMatchObject({ line: "customer ann@shop.test", actor: { user: "U0MARY" } });
  });

  it("reads a file that was sent to it, and asks to confirm", async () => {
    await town.slack.upload("ada", "dm", { name: "orders.csv", content: "id,total\n1,20\n" });
    await answer("dm", "ada", "orders.csv: 2 columns understood");
    expect(town.received).toEqual([{ name: "orders.csv", text: "id,total\n1,20\n" }]);
  });

  it("follows a job in one message: its step, the share done, Stop, then the answer", async () => {
    const running = {
      state: "running" as const,
      step: "Reading customers",
      done: 43,
      total: 100,
      reply: null,
    };
    town.jobs.set(7, running);
    await town.slack.slash("joao", "general", "/segment recluster");
    const card = await answer("general", "joao", "I am looking for segments");
    await town.slack.until(() => {
      const now = town.slack.messages("general", "joao").find(({ ts }) => ts === card.ts);
      return (
        now?.text.includes("Reading customers  ▓▓▓▓▓░░░░░░░ 43%") &&
        JSON.stringify(now.blocks).includes("stop 7")
      );
    });
    town.jobs.set(7, {
      ...running,
      state: "done",
      reply: reply("Four segments found"),
    });
    await town.slack.until(
      () =>
        town.slack.messages("general", "joao").find(({ ts }) => ts === card.ts)?.text ===
        "Four segments found",
    );
    expect(
      town.slack.messages("general", "joao").filter(({ text }) => text === "Four segments found"),
    ).toHaveLength(1);
  });

  it("answers directly where it is no member, and says how to invite it", async () => {
    await town.slack.slash("mary", "random", "/segment profile 3");
    const hint = await answer("random", "mary", "I may not post there");
    expect(hint.isEphemeral).toBe(true);
    expect(hint.text).toContain("/invite @segmenta");
    await answer("dm", "mary", "Bargain hunters");
  });

  it("hands each request's own id to its answer, for the log", () => {
    const asked = town.said.filter(({ line }) => /^(export|customer|why|rename|frobnicate)/u.test(line));
    const ids = asked.map(({ requestId }) => requestId);
    expect(ids.length).toBeGreaterThan(6);
    expect(ids.filter((id) => id === undefined)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("never wrote a name, an address, a token or a line that was typed into its log", () => {
    expect(town.logged.join("")).not.toMatch(/ann@|Ann|xox|xapp|frobnicate|Loyal|select |U0MARY/u);
  });
});
