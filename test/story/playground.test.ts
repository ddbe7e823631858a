import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLog } from "../../src/lib/log.ts";
import { type Started, start } from "../../src/app/start.ts";
import { freshDatabase } from "../database.ts";
import { hasBrowser, openBrowser } from "../playground/browser.ts";

/** Where the pictures of the walk go, to be looked at. */
const pictures = join(tmpdir(), "segmenta-story");

describe.skipIf(!hasBrowser)("a newcomer's walk through the playground (skipped without Chromium)", () => {
  const logged: string[] = [];
  let playground: Started;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    const { url } = await freshDatabase();
    const config = {
      databaseUrl: url,
      home: tmpdir(),
      language: "en",
      user: "test",
      currency: "EUR",
      slack: undefined,
      port: 0,
    };
    playground = await start(
      config,
      createLog((line) => logged.push(line)),
      "both",
    );
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
    page.setDefaultTimeout(60_000);
    await page.goto(playground.address ?? "");
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });

  const lastMessage = () => page.locator("#stream .message").last();

  async function type(line: string): Promise<void> {
    await page.fill("#composer textarea", line);
    await page.press("#composer textarea", "Enter");
  }

  async function look(name: string): Promise<void> {
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  it("sees a card with a chart for /segment profile 2, once the sample shop is in", async () => {
    // The shop is loaded while the newcomer looks around: for half a minute there is nothing, or no model yet.
    await expect
      .poll(
        async () => {
          await type("/segment status");
          await page.waitForTimeout(3_000);
          return lastMessage().textContent();
        },
        { timeout: 240_000, interval: 1_000 },
      )
      .toMatch(/2,400 customers.*Running now: nothing/su);
    await look("0-status");
    await type("/segment profile 2");
    await page.locator("#stream .message img[alt*='against']").first().waitFor();
    expect(await lastMessage().textContent()).toMatch(/are \d+% of customers and \d+% of sales/u);
    await look("1-profile");
  }, 300_000);

  it("presses Get the list and downloads a CSV that opens", async () => {
    await page.getByRole("button", { name: "Get the list" }).last().click();
    const headline = await page.getByText("ready to download").last().textContent();
    await lastMessage().getByText("1 reply").click();
    const downloading = page.waitForEvent("download");
    await page.locator("#thread .download").first().click();
    const text = await readFile(await (await downloading).path(), "utf8");
    const table = parse(text, { bom: true }) as readonly string[][]; // refuses rows of unequal length
    const [columns = [], ...people] = table;
    expect(columns.slice(0, 3)).toEqual(["Customer", "Segment", "Distance to the typical customer"]);
    expect(people).toHaveLength(Number.parseInt(headline ?? "", 10));
    expect(new Set(people.map(([, segment]) => segment))).toEqual(new Set(["2"]));
    await look("2-export");
  });

  it("fills in a form: a wrong field is told there, then the answer comes", async () => {
    await type("/segment score");
    await page.locator(".modal").waitFor();
    const field = page.locator(".modal input").first();
    await field.fill("a lot");
    await page.locator(".modal").getByRole("button", { name: "Score" }).click();
    expect(await page.locator(".modal .error").first().textContent()).toContain("valid number");
    await look("3-field-error");
    await field.fill("3");
    await page.locator(".modal").getByRole("button", { name: "Score" }).click();
    await page.locator(".modal").waitFor({ state: "detached" });
    // A score is for the eyes of who asked: with its chart it goes to the direct message.
    await page.getByText("I sent the answer to you directly").last().waitFor();
    await page.locator('nav a[data-link^="D"]').click();
    const score = page.getByText("answers with a probability of").last();
    expect(await score.textContent()).toMatch(/of \d+%/u);
    await look("4-score");
    await page.locator("nav a[data-link]", { hasText: "marketing" }).first().click();
    await page.getByPlaceholder("Message #marketing").waitFor();
    await page.waitForLoadState();
  });

  it("switches to Portuguese, and is answered in it", async () => {
    await page.locator(".profile summary").click();
    await page.selectOption("[data-act=language]", "pt-BR");
    await page.getByPlaceholder("Enviar mensagem para #marketing").waitFor();
    await page.waitForLoadState(); // The box is drawn before the script that listens to it.
    await type("/segment perfil 2");
    const headline = page.getByText(/dos clientes e \d+% das vendas/u).last();
    expect(await headline.textContent()).toContain("(2)");
    await look("5-portuguese");
  });

  it("opens App Home, which knows the segments", async () => {
    await page.getByRole("link", { name: "Segmenta" }).click();
    await page.waitForURL(/channel=D/u);
    await page
      .locator(".tab", { hasText: /Home|Início/u })
      .first()
      .click();
    const headline = page
      .locator(".app-home")
      .getByText(/segmentos/u)
      .first();
    expect(await headline.textContent()).toContain("2.400 clientes em 5 segmentos");
    await look("6-home");
  });

  it("logged no defect on the way", () => {
    expect(logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});
