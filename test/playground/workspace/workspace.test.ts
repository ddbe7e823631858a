import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at } from "../../../src/lib/at.ts";
import { createWorkspace, type Workspace } from "../../../src/playground/workspace/workspace.ts";
import { startTinyApp, type TinyApp } from "../tiny-app.ts";

describe.each(["http", "socket"] as const)(
  "the fake workspace, delivering by %s to a real Bolt app",
  (delivery) => {
    let slack: Workspace;
    let app: TinyApp;

    beforeAll(async () => {
      slack = await createWorkspace({ delivery });
      app = await startTinyApp(slack, delivery);
      slack.deliverTo(app.url ?? "");
    });
    afterAll(async () => {
      await app.stop();
      await slack.close();
    });

    function last(channel: string, user: string) {
      return at(slack.messages(channel, user), slack.messages(channel, user).length - 1);
    }

    /** Asks for a card and waits for it. */
    async function askForCard(words: string) {
      await slack.slash("mary", "marketing", `/segment ${words}`);
      return await slack.until(() => slack.messages("marketing", "mary").find((seen) => seen.text === words));
    }

    it("delivers a slash command, which is acknowledged, and shows what the app posts", async () => {
      const { acknowledged } = await slack.slash("mary", "marketing", "/segment profile 2");
      expect(acknowledged).toBe(true);
      const card = await slack.until(() => slack.messages("marketing", "ana").at(-1));
      expect(card).toMatchObject({ author: "segmenta", text: "profile 2", isEphemeral: false });
    });

    it("shows an answer to the response_url only to the person who asked", async () => {
      await slack.slash("mary", "random", "/segment alone");
      await slack.until(() => slack.messages("random", "mary").at(-1)?.text === "just for you");
      expect(last("random", "mary").isEphemeral).toBe(true);
      expect(slack.messages("random", "ana")).toEqual([]);
    });

    it("tells of mentions and direct messages", async () => {
      await slack.say("ana", "marketing", "@segmenta list");
      await slack.say("joao", "dm", "perfil 2 de a@b.pt");
      await slack.until(
        () => slack.messages("dm", "joao").length === 2 && slack.messages("marketing", "ana").length === 3,
      );
      expect(last("marketing", "ana").text).toBe("you said <@U0SEGMENTA> list");
      expect(last("dm", "joao").text).toBe("echo perfil 2 de <mailto:a@b.pt|a@b.pt>");
    });

    it("carries a press on a button, and replaces the message it stands on", async () => {
      await slack.slash("mary", "general", "/segment compare 1 2");
      const card = await slack.until(() => slack.messages("general", "mary").at(-1));
      await slack.press("mary", card, "Again");
      await slack.until(() => last("general", "mary").text === "pressed");
      expect(last("general", "mary")).toMatchObject({ ts: card.ts, blocks: [], isEdited: true });
    });

    it("opens a form, gives the app's field error, then takes the answer", async () => {
      await slack.press("mary", await askForCard("rename"), "Rename");
      await slack.until(() => slack.modal("mary"));

      const empty = await slack.submit("mary", { Name: "" });
      expect(empty.delivery).toBeUndefined();
      expect(Object.keys(empty.errors)).toEqual(["name", "segment"]);

      const short = await slack.submit("mary", { Name: "ab", Segment: "Loyal families" });
      expect(short.errors).toEqual({ name: "At least three letters." });

      const good = await slack.submit("mary", { Name: "VIP" });
      expect(good.errors).toEqual({});
      expect(slack.modal("mary")).toBeUndefined();
      await slack.until(() => slack.messages("dm", "mary").at(-1)?.text === "Loyal families is now VIP");
    });

    it("asks the app for the options of a menu with search", async () => {
      await slack.press("mary", await askForCard("search"), "Rename");
      await slack.until(() => slack.modal("mary"));
      const options = await slack.suggest("mary", "modal", "segment", "new");
      expect(options.map((option) => option["value"])).toEqual(["New & curious"]);
      await slack.closeModal("mary");
    });

    it("publishes the App Home when it is opened", async () => {
      await slack.openHome("ana");
      const home = await slack.until(() => slack.home("ana"));
      expect(home.definition["type"]).toBe("home");
    });

    it("hands over a file that a person sends to the bot", async () => {
      await slack.upload("joao", "dm", { name: "orders.csv", content: "id,total\n1,20\n" });
      const answer = await slack.until(() =>
        slack.messages("dm", "joao").find((seen) => seen.text.startsWith("got")),
      );
      expect(answer.text).toBe("got orders.csv, 14 bytes");
    });

    it("tells of a person's new language, which users.info then gives", async () => {
      await slack.setLocale("joao", "es-ES");
      expect(slack.deliveries.at(-1)).toMatchObject({
        acknowledged: true,
        envelope: { payload: { event: { type: "user_change", user: { id: "U0JOAO", locale: "es-ES" } } } },
      });
      const { user } = await app.client.users.info({ user: "U0JOAO", include_locale: true });
      expect(user?.locale).toBe("es-ES");
    });

    it("carries a message shortcut", async () => {
      await slack.shortcut("ana", "profile", last("marketing", "ana"));
      const answer = await slack.until(() =>
        slack.messages("marketing", "ana").find((seen) => seen.isEphemeral),
      );
      expect(answer.text).toBe("profiled");
    });

    it("posts a file into a thread a moment after the upload is completed", async () => {
      const { ts } = await app.client.chat.postMessage({ channel: "C0MARKETING", text: "card" });
      await app.client.filesUploadV2({
        channel_id: "C0MARKETING",
        thread_ts: ts ?? "",
        filename: "chart.png",
        title: "Chart",
        alt_text: "a chart",
        file: Buffer.from("picture"),
      });
      const shared = await slack.until(() =>
        slack.messages("marketing", "ana").find((seen) => seen.files.length > 0),
      );
      expect(shared.threadTs).toBe(ts);
      expect(at(shared.files, 0)).toMatchObject({ name: "chart.png", title: "Chart", altText: "a chart" });
      expect(at(shared.files, 0).content?.toString()).toBe("picture");
    });
  },
);
