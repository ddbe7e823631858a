import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at } from "../../src/lib/at.ts";
import { verbs } from "../../src/commands/grammar/table.ts";
import { onThisThread } from "../../src/jobs/runner/computation.ts";
import { importFile } from "../../src/jobs/import/import.ts";
import { train } from "../../src/jobs/training/train.ts";
import type { JsonObject } from "../../src/contract/reply.ts";
import { asWord } from "../../src/contract/command-line.ts";
import { createLog } from "../../src/lib/log.ts";
import { asText } from "../../src/playground/workspace/json.ts";
import { type Playground, startPlayground } from "../../src/playground/start.ts";
import { type Service, startService } from "../../src/app/service.ts";
import { freshDatabase } from "../database.ts";
import { hasBrowser, openBrowser } from "../playground/browser.ts";

/** What somebody could write into a field of a shop's registration form. */
const hostile = [
  "<!channel>",
  "<@U0MARY>",
  "<https://evil.test|invoice>",
  "*bold* _it_ ~no~ `tick` ```block```",
  "=cmd|' /C calc'!A0",
  "+1",
  "-1",
  "@sum(1)",
  "\t=1+1",
  "\r=1+1",
  "\u202Efdp.exe",
  "<script>alert(1)</script>",
  `"><img src=x onerror=alert(2)>`,
  "javascript:alert(3)",
  "R&D &lt;!here&gt;",
  "x".repeat(4_000),
] as const;

/** 160 visitors of a shop who wrote such things wherever they could, in two groups that are easily told apart. */
function writeCustomers(folder: string): string {
  const text = (i: number) => at(hostile, i % hostile.length);
  const people = Array.from({ length: 160 }, (_, i) => ({
    id: i < hostile.length ? `${text(i)}${i}`.slice(0, 200) : `c${i}`,
    name: text(i + 1),
    "<b>city</b>": text(Math.floor(i / 40)),
    income: i % 2 === 0 ? 20_000 + i * 10 : 90_000 + i * 10,
    spending_score: i % 2 === 0 ? 10 + (i % 7) : 80 + (i % 7),
    age: 20 + (i % 50),
    Response: i % 2 === 0 && i % 4 === 0 ? 1 : i % 9 === 0 ? 1 : 0,
  }));
  const path = join(folder, "customers.csv");
  writeFileSync(path, stringify(people, { header: true }));
  return path;
}

/** Commands about one customer, and those that write or start work: the second are told by other stories. */
const aboutOne = ["customer", "why", "score", "whatif"];
const writing = [
  "watch",
  "export",
  "recluster",
  "vote",
  "adopt",
  "rollback",
  "rename",
  "note",
  "stop",
  "same",
];

/** What Slack carries along and shows nobody: the id of a customer must come back as it is. */
const unseen: ReadonlySet<string> = new Set(["value", "private_metadata"]);

/** Where the pictures go, to be looked at. */
const pictures = mkdtempSync(join(tmpdir(), "segmenta-hostile-"));

const admin = { user: "U0ADA", role: "admin", locale: "en", timeZone: "UTC" } as const;

const { db, url } = await freshDatabase();
let playground: Playground;
let service: Service;

beforeAll(async () => {
  const context = {
    db,
    actor: admin,
    now: new Date("2026-06-29T09:00:00Z"),
    signal: new AbortController().signal,
    report: () => undefined,
    keep: () => undefined,
    ...onThisThread,
  };
  await importFile({ path: writeCustomers(pictures) }, context);
  await train({}, context);
  const config = { databaseUrl: url, home: tmpdir(), language: "en", user: "test", currency: "EUR" };
  playground = await startPlayground({
    commands: [],
    shortcuts: [],
    roles: [],
    roleOf: () => Promise.resolve("admin"),
    setRole: () => Promise.resolve(),
    async startApp({ botToken, slackApiUrl, signingSecret }) {
      const door = { mode: "http", signingSecret, port: 0, host: "127.0.0.1" } as const;
      service = await startService(
        { ...config, slack: undefined, port: undefined },
        createLog(() => undefined),
        {
          mode: "bot",
          slack: { botToken, slackApiUrl, door },
        },
      );
      return { ...service, url: `http://127.0.0.1:${service.port}/slack/events` };
    },
  });
  await service.saveRole("U0ADA", "admin");
  await service.saveRole("U0JOAO", "admin");
}, 300_000);
afterAll(() => playground.stop());

/** What the bot has sent to Slack since the beginning: every message, form, menu and App Home. */
const sent = () =>
  playground.slack.calls.filter(({ method }) => /^(chat|views)\.|response_url/u.test(method));

/** Without what is changed later about a message: pictures that are shown in it. */
const answered = () => sent().filter(({ method }) => method !== "chat.update");

/** The text of a message, or the line that a form says. */
function saidBy({ text, view }: JsonObject): string {
  if (typeof text === "string") return text;
  const { private_metadata: metadata } = view as { readonly private_metadata: string };
  return (JSON.parse(metadata) as { readonly line: string }).line;
}

/** Says a line. @returns The text of its answer. */
async function ask(user: string, channel: string, line: string): Promise<string> {
  const { slack } = playground;
  const before = answered().length;
  if (channel === "dm") await slack.say(user, "dm", line);
  else await slack.slash(user, channel, `/segment ${line}`);
  const answer = await slack.until(() => answered()[before]);
  return asText(answer.args["text"]);
}

/** A DM's or a channel's files, newest first. */
const lists = () =>
  playground.slack
    .messages("dm", "ada")
    .flatMap(({ files }) => files)
    .filter(({ name }) => name.endsWith(".csv"));

describe("a base full of hostile texts", () => {
  const reading =
    "list; profile 1; profile 2; profile 1 by b_city_b; compare 1 2; map; moves; status; help; digest now; digest list; data check; data relations; model; model versions; goals; target top 20; jobs; settings; roles; channels; look; club; next; undo".split(
      "; ",
    );
  /** Of the customers whose id is one, as the import keeps it. */
  const keys = hostile
    .map((text, i) => `${text}${i}`.slice(0, 200).trim())
    .map((key) => (key.includes("@") ? key.toLowerCase() : key)); // as an address would be

  it("is answered by every command that reads, in a channel and directly, in two languages", async () => {
    await ask("ada", "marketing", `rename 2 ${asWord(at(hostile, 0))}`);
    for (const line of reading) {
      await ask("ada", "marketing", line);
      await ask("joao", "dm", line);
    }
    const said = new Set([...reading.map((line) => line.split(" ")[0]), ...aboutOne, ...writing]);
    expect(verbs.map(({ command }) => command.name).filter((name) => !said.has(name))).toEqual([]);
  });

  it.each(aboutOne)("is answered by %s, for each customer by their id", async (verb) => {
    const { slack } = playground;
    for (const key of keys) {
      const before = answered().length;
      await slack.slash("ada", "marketing", `/segment ${verb} ${asWord(key)}`);
      const isAbout = /^(?:Customer|whatif) /u;
      const answer = await slack.until(() =>
        answered()
          .slice(before)
          .find(({ args }) => isAbout.test(saidBy(args))),
      );
      expect(saidBy(answer.args)).toContain(key.slice(-1));
    }
  });

  it("can be searched in a menu, and whoever is chosen is shown", async () => {
    const { slack } = playground;
    await slack.openHome("ada");
    await slack.until(() => slack.home("ada"));
    for (const key of keys.filter((one) => one.length <= 75)) {
      const [found] = await slack.suggest("ada", "home", "pick:customer", key);
      const before = answered().length;
      await slack.choose("ada", "home", "pick:customer", asText(found?.["value"]));
      const answer = await slack.until(() => answered()[before]);
      expect(asText(answer.args["text"])).toMatch(/^Customer .* is in /su);
    }
  });

  it("fills forms", async () => {
    const { slack } = playground;
    await slack.slash("ada", "marketing", "/segment score");
    const modal = await slack.until(() => slack.modal("ada"));
    expect(JSON.stringify(modal.definition)).toContain("<!channel>"); // an entry of a menu, in plain text
    await slack.closeModal("ada");
  });

  it("runs in no spreadsheet", async () => {
    await ask("ada", "dm", "export 1 columns id, name, b_city_b anyway");
    const file = await playground.slack.until(() => lists()[0]);
    const cells = (parse(file.content ?? "", { bom: true }) as readonly string[][]).flat();
    expect(cells.length).toBeGreaterThan(100);
    expect(cells.filter((cell) => /^\s*[=+\-@]/u.test(cell))).toEqual([]);
  });

  it("mentions nobody, links nowhere, and turns no line around, in anything that was sent", () => {
    for (const { args, answer } of sent()) {
      expect(answer?.["ok"]).not.toBe(false); // the fake refuses what Slack refuses
      expect(asText(args["text"])).not.toMatch(/<(?:[!@#]|https?:|mailto:)/u); // the only mrkdwn
      const all = JSON.stringify(args, (name, value: unknown) => (unseen.has(name) ? undefined : value));
      expect(all).not.toContain('"mrkdwn"');
      expect(all).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
    }
  });
});

describe.skipIf(!hasBrowser)("the page over such a base (skipped without Chromium)", () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
    page.setDefaultTimeout(120_000);
    page.on("dialog", (dialog) => complaints.push(dialog.message()));
    page.on("pageerror", (error) => complaints.push(error.message));
  });
  afterAll(() => browser.close());

  it.each(["?user=ada&channel=C0MARKETING", "?user=joao&home=1", "?user=ada&home=1"])(
    "runs none of it at %s",
    async (place) => {
      await page.goto(`${playground.address}${place}`);
      await page.locator(".app-home, #stream .message").first().waitFor();
      await page.screenshot({ path: join(pictures, `${place.replaceAll(/\W/gu, "-")}.png`) });
      expect(await page.locator("main script, main [onerror], main a[href^=javascript]").count()).toBe(0);
      expect(complaints).toEqual([]);
      expect(await page.locator("main").textContent()).not.toContain("@channel"); // a mention that was drawn
    },
  );
});
