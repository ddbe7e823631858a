import { readFile } from "node:fs/promises";
import type { WebClient } from "@slack/web-api";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Playground, startPlayground } from "../../src/playground/start.ts";
import { hasBrowser, openBrowser } from "./browser.ts";
import { startTinyApp } from "./tiny-app.ts";

describe.skipIf(!hasBrowser)(
  "the playground's page, in Chromium (skipped where /usr/bin/chromium is absent)",
  () => {
    let playground: Playground;
    let client: WebClient;
    let browser: Browser;
    let page: Page;
    let complaints: string[];
    let role = "marketer";

    beforeAll(async () => {
      playground = await startPlayground({
        commands: [
          {
            command: "/segment",
            description: "Segments, scores and audiences",
            usages: [
              { usage: "list", description: "All segments" },
              { usage: "profile <segment> [by <feature>]", description: "Who they are" },
            ],
          },
        ],
        shortcuts: [{ callbackId: "profile", name: "Profile this customer" }],
        roles: ["viewer", "marketer", "analyst", "admin"],
        roleOf: () => Promise.resolve(role),
        setRole: (_user, wanted) => Promise.resolve(void (role = wanted)),
        async startApp(door) {
          const app = await startTinyApp(door, "http");
          client = app.client;
          return app;
        },
      });
      browser = await openBrowser();
    });
    afterAll(async () => {
      await browser.close();
      await playground.stop();
    });
    afterEach(() => page.close());

    /** Opens the page; anything that its console complains of fails the test that looks at `complaints`. */
    async function visit(address = ""): Promise<void> {
      complaints = [];
      page = await browser.newPage({ viewport: { width: 1360, height: 860 } });
      // Generous: a slow machine is no defect.
      page.setDefaultTimeout(120_000);
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
      await page.goto(`${playground.address}${address}`);
    }

    async function type(words: string): Promise<void> {
      await page.fill("#composer textarea", words);
      await page.press("#composer textarea", "Enter");
    }

    const csv = (name: string) => ({
      name,
      mimeType: "text/csv",
      buffer: Buffer.from("id,total\n1,20\n"),
    });

    const lastMessage = () => page.locator("#stream .message").last();

    it("shows what the app answers to a slash command, without a reload", async () => {
      await visit();
      await type("/segment profile 2");
      await page.locator("#stream .message", { hasText: "profile 2" }).waitFor();
      expect(await lastMessage().locator(".app-badge").textContent()).toBe("APP");
      expect(complaints).toEqual([]);
    });

    it("hints at commands while one is typed, and completes one with Tab", async () => {
      await visit();
      await page.fill("#composer textarea", "/segment pro");
      expect(await page.locator(".hint-entry b").allTextContents()).toEqual([
        "/segment profile <segment> [by <feature>]",
      ]);
      await page.press("#composer textarea", "Tab");
      expect(await page.inputValue("#composer textarea")).toBe("/segment profile ");
    });

    it("marks what only one person sees", async () => {
      await visit("?channel=C0RANDOM");
      await type("/segment alone");
      await page.getByText("Only visible to you").waitFor();
      expect(await lastMessage().textContent()).toContain("just for you");
    });

    it("carries a press, which replaces the message", async () => {
      await visit("?channel=C0GENERAL");
      await type("/segment list");
      await page.getByRole("button", { name: "Again" }).click();
      await page.getByText("pressed").waitFor();
      expect(await page.getByRole("button", { name: "Again" }).count()).toBe(0);
    });

    it("opens a form, searches in a menu, shows a field's error, keeps what was typed, then closes", async () => {
      await visit();
      await type("/segment rename");
      await lastMessage().getByRole("button", { name: "Rename" }).click();
      await page.locator(".modal").waitFor();
      await page.fill(".modal [name=name]", "ab");
      await page.fill(".modal .search-menu input", "loy");
      await page.locator(".suggestion", { hasText: "Loyal families" }).click();
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByText("At least three letters.").waitFor();
      expect(await page.inputValue(".modal [name=name]")).toBe("ab");
      await page.fill(".modal [name=name]", "Regulars");
      await page.getByRole("button", { name: "Save" }).click();
      await page.locator(".modal").waitFor({ state: "detached" });
      const answer = await playground.slack.until(() => playground.slack.messages("dm", "mary").at(-1));
      expect(answer.text).toBe("Loyal families is now Regulars");
    });

    it("keeps what is being typed when the app updates the form", async () => {
      await visit();
      await type("/segment rename");
      await lastMessage().getByRole("button", { name: "Rename" }).click();
      await page.fill(".modal [name=name]", "half a na");
      const view = await playground.slack.until(() => playground.slack.modal("mary"));
      await client.apiCall("views.update", {
        view_id: view.id,
        view: { ...view.definition, title: { type: "plain_text", text: "Updated" } },
      });
      await page.getByRole("heading", { name: "Updated" }).waitFor();
      expect(await page.inputValue(".modal [name=name]")).toBe("half a na");
      await page.keyboard.press("Escape");
      await page.locator(".modal").waitFor({ state: "detached" });
    });

    it("shows files in their thread, and downloads them as they were sent", async () => {
      await visit();
      const { ts } = await client.chat.postMessage({ channel: "C0MARKETING", text: "the audience" });
      await client.filesUploadV2({
        channel_id: "C0MARKETING",
        thread_ts: ts ?? "",
        filename: "audience.csv",
        content: "id;probability\n1;0,4\n",
      });
      await page.getByText("1 reply").click();
      const downloading = page.waitForEvent("download");
      await page.locator("#thread .download").click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe("audience.csv");
      expect(await readFile(await download.path(), "utf8")).toBe("id;probability\n1;0,4\n");
    });

    it("answers in a thread", async () => {
      await visit();
      const { ts } = await client.chat.postMessage({ channel: "C0MARKETING", text: "discuss" });
      // By its words: the last message may be another until this one comes in, and the pointer would rest on that.
      const discussed = page.locator("#stream .message", { hasText: "discuss" });
      await discussed.hover();
      await discussed.getByTitle("Reply in thread").click();
      await page.fill("#thread-composer textarea", "agreed");
      await page.press("#thread-composer textarea", "Enter");
      await page.locator("#thread .message", { hasText: "agreed" }).waitFor();
      expect(playground.slack.messages("marketing", "ana").at(-1)).toMatchObject({
        text: "agreed",
        threadTs: ts,
      });
    });

    it("sends a CSV to the bot", async () => {
      await visit("?user=joao");
      await page.getByRole("link", { name: "Segmenta" }).click();
      // Until then the box on screen is the channel's that one comes from.
      await page.waitForURL(/channel=D/u);
      await page.locator("#composer input[type=file]").setInputFiles(csv("pedidos.csv"));
      await page.getByText("got pedidos.csv, 14 bytes").waitFor();
      expect(await page.locator(".file-name").textContent()).toBe("pedidos.csv");
    });

    it("sends a file that was chosen before the page's script had come", async () => {
      await visit("?user=joao");
      await page.route("**/main.js", async (route) => {
        await page.locator("#composer input[type=file]").setInputFiles(csv("cedo.csv"));
        await route.continue();
      });
      await page.getByRole("link", { name: "Segmenta" }).click();
      await page.getByText("got cedo.csv, 14 bytes").waitFor();
      expect(await page.locator(".file-name").last().textContent()).toBe("cedo.csv");
      expect(complaints).toEqual([]);
    });

    it("opens the App Home, whose buttons work", async () => {
      await visit("?user=ada&home=1");
      await page.locator(".app-home").getByRole("button", { name: "Rename" }).click();
      await page.locator(".modal").waitFor();
      expect(await page.locator(".tab.active").textContent()).toBe("Home");
    });

    it("offers the app's shortcut in a message's menu", async () => {
      await visit("?channel=C0GENERAL");
      await playground.slack.say("ana", "general", "customer 17?");
      const message = page.locator(".message", { hasText: "customer 17?" });
      await message.hover();
      await message.getByTitle("More").click();
      await page.getByRole("button", { name: "Profile this customer" }).click();
      await page.getByText("profiled").waitFor();
      expect(await lastMessage().textContent()).toContain("Only visible to you");
    });

    it("asks before it does what wants confirming", async () => {
      await visit("?channel=C0GENERAL");
      const text = (words: string) => ({ type: "plain_text" as const, text: words });
      const confirm = {
        title: text("Retire it?"),
        text: text("It goes."),
        confirm: text("Retire"),
        deny: text("Keep"),
      };
      const element = { type: "button" as const, text: text("Retire segment"), action_id: "again", confirm };
      await client.chat.postMessage({
        channel: "C0GENERAL",
        text: "retire",
        blocks: [{ type: "actions", elements: [element] }],
      });
      await page.getByRole("button", { name: "Retire segment" }).click();
      await page.getByRole("button", { name: "Keep" }).click();
      const presses = () =>
        playground.slack.deliveries.filter(({ envelope }) =>
          JSON.stringify(envelope).includes("Retire segment"),
        );
      expect(presses()).toHaveLength(0);
      await page.getByRole("button", { name: "Retire segment" }).click();
      await page.getByRole("button", { name: "Retire", exact: true }).click();
      await playground.slack.until(() => presses().length === 1);
    });

    it("changes person, language and role", async () => {
      await visit("?user=ana");
      expect(await page.getAttribute("#composer textarea", "placeholder")).toBe(
        "Enviar un mensaje a #marketing",
      );
      await page.locator(".profile summary").click();
      await page.selectOption("[data-act=role]", "analyst");
      await expect.poll(() => role).toBe("analyst");
      await page.selectOption("[data-act=language]", "pt-BR");
      await page.getByPlaceholder("Enviar mensagem para #marketing").waitFor();
      const { user } = await client.users.info({ user: "U0ANA", include_locale: true });
      expect(user?.locale).toBe("pt-BR");
      await page.locator(".profile summary").click();
      await page.getByRole("link", { name: "Ada Keller" }).click();
      await page.getByPlaceholder("Message #marketing").waitFor();
    });

    it("lets hostile names, mrkdwn, links and file names do nothing", async () => {
      const hostile = `<script>alert(1)</script><img src=x onerror=alert(2)> \u202Efdp.exe & "quotes' <!channel>`;
      const plain = { type: "plain_text" as const, text: hostile };
      await visit("?channel=C0AGENCY");
      const blocks = [
        { type: "header", text: plain },
        { type: "section", text: { type: "mrkdwn", text: `*${hostile}* <javascript:alert(3)|click>` } },
        {
          type: "section",
          fields: [{ type: "mrkdwn", text: hostile }],
          accessory: { type: "button", text: { ...plain, text: hostile.slice(0, 75) } },
        },
        {
          type: "table",
          rows: [
            [
              { type: "raw_text", text: hostile },
              { type: "raw_number", value: 41 },
            ],
          ],
        },
        { type: "context", elements: [{ type: "mrkdwn", text: hostile }] },
        { type: "markdown", text: `${hostile} [x](javascript:alert(4))` },
        {
          type: "actions",
          elements: [
            {
              type: "static_select",
              placeholder: plain,
              options: [{ text: { ...plain, text: hostile.slice(0, 75) }, value: `"><script>` }],
            },
          ],
        },
      ];
      await client.apiCall("chat.postMessage", { channel: "C0AGENCY", text: "hostile", blocks });
      await client.filesUploadV2({
        channel_id: "C0AGENCY",
        filename: `"><script>alert(5)</script>.csv`,
        content: "=cmd()",
      });
      await playground.slack.say("leo", "nordlicht-agency", hostile);
      await page.locator(".file-card").waitFor();
      await page.locator(".message", { hasText: "Leo Brandt" }).waitFor();
      for (const words of await page.getByText("click").all()) await words.click();
      expect(await page.locator("#stream script, #stream [onerror], #stream img[src=x]").count()).toBe(0);
      expect(await page.locator("#stream .message").first().textContent()).toContain(
        "<script>alert(1)</script>",
      );
      expect(complaints).toEqual([]);
    });

    it("shows the JSON of a block that cannot be drawn, and the rest of the message", async () => {
      await visit("?channel=C0AGENCY");
      const message = { channel: "C0AGENCY", author: "U0SEGMENTA", text: "" };
      const broken = { type: "rich_text", elements: [{ type: "rich_text_section", elements: 7 }] };
      const { state } = playground.slack;
      const added = await client.chat.postMessage({ channel: message.channel, text: "around it" });
      const stored = state.messages.find(({ ts }) => ts === added.ts);
      if (stored !== undefined)
        stored.blocks = [broken, { type: "section", text: { type: "mrkdwn", text: "the rest" } }];
      state.changed({ kind: "channel", channel: message.channel });
      await page.getByText("the rest").waitFor();
      expect(await page.locator(".broken-block").textContent()).toContain('"rich_text_section"');
    });
  },
);

describe("the page's server", () => {
  it("does nothing for another site", async () => {
    const playground = await startPlayground({
      commands: [],
      shortcuts: [],
      roles: [],
      roleOf: () => Promise.resolve(undefined),
      setRole: () => Promise.resolve(),
      startApp: (door) => startTinyApp(door, "http"),
    });
    const post = (origin: string) =>
      fetch(`${playground.address}page/act/say?user=mary`, {
        method: "POST",
        headers: { origin },
        body: JSON.stringify({ channel: "general", words: "hello" }),
      });
    expect((await post("https://evil.example")).status).toBe(404);
    expect(playground.slack.messages("general", "mary")).toEqual([]);
    expect((await post(playground.slack.address)).status).toBe(200);
    await playground.stop();
  });
});
