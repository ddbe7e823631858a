import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { exportLedger } from "../../src/db/schema/index.ts";
import { fillSmallShop } from "../commands/small-shop.ts";
import { freshDatabase } from "../database.ts";

const folder = mkdtempSync(join(tmpdir(), "segmenta-cli-"));
const shop = await freshDatabase();
const empty = await freshDatabase();
beforeAll(() => fillSmallShop(shop.db));
afterAll(() => rmSync(folder, { recursive: true }));

/** `segmenta` as a process of its own. */
function segmenta(words: readonly string[], url = shop.url) {
  const run = spawnSync(process.execPath, [inject("cliPath"), ...words], {
    encoding: "utf8",
    timeout: 120_000,
    env: {
      ...process.env,
      DATABASE_URL: url,
      SEGMENTA_HOME: join(folder, "home"),
      LANG: "en_US.UTF-8",
      LC_ALL: "",
    },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe("segmenta say", { timeout: 180_000 }, () => {
  it("answers in words, in the language asked for, and ends with 0", () => {
    const { code, out, err } = segmenta(["say", "perfil 1", "--lang", "pt"]);
    expect(out).toContain("Famílias fiéis (1): 25% dos clientes e 63% das vendas.");
    expect([code, err]).toEqual([0, ""]);
  });

  it("prints exactly one JSON object, with unrounded numbers, and names the pictures it wrote", () => {
    const { code, out } = segmenta(["say", "profile 1", "--json", "--out", join(folder, "pictures")]);
    const reply = JSON.parse(out);
    expect(reply).toMatchObject({ outcome: "ok", data: { number: 1, share: 0.25, valueShare: 0.625 } });
    const [{ png, svg }] = reply.written.charts;
    expect(readFileSync(png).subarray(1, 4).toString()).toBe("PNG");
    expect(readFileSync(svg, "utf8")).toMatch(/^<svg/u);
    expect(code).toBe(0);
  });

  it("writes a list for the person's eyes only, and into the ledger", async () => {
    const { code, out } = segmenta(["say", "export 2", "--as", "ana", "--out", join(folder, "lists")]);
    const path = join(folder, "lists", "segment-2-bargain-hunters-2011-11-01.csv");
    expect(out).toContain(`Written: ${path}`);
    expect(readFileSync(path, "utf8").split("\r\n").length).toBe(1 + 29 + 1); // header, thirty less one no, the end
    const [entry] = await shop.db.select().from(exportLedger);
    expect(entry).toMatchObject({
      exportedBy: "ana",
      customers: 29,
      personal: false,
      destination: "terminal",
    });
    expect(code).toBe(0);
  });

  it("does not give a marketer a list with names", () => {
    const { code, out } = segmenta([
      "say",
      "export 1 columns name",
      "--role",
      "marketer",
      "--out",
      join(folder, "names"),
    ]);
    expect(out).toContain("Only analysts and admins may take columns that tell who a customer is.");
    expect([code, existsSync(join(folder, "names"))]).toEqual([2, false]);
  });

  it("ends with 2 for a person's mistake, told in JSON too", () => {
    const { code, out } = segmenta(["say", "profile 9", "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      outcome: "mistake",
      headline: "There is no segment “9”. You have 1 and 2.",
    });
    expect(code).toBe(2);
  });

  it("loads the sample shop into an empty base first, whatever is asked of it", () => {
    const { code, out, err } = segmenta(["say", "model", "--json"], empty.url);
    expect(JSON.parse(out)).toMatchObject({
      outcome: "ok",
      data: { campaign: "New arrivals", later: { earlier: { campaign: "Night of offers" } } },
    });
    expect(err).toContain("Your base is empty, so I load the sample shop first.");
    expect(code).toBe(0);
  });
});

describe("segmenta", { timeout: 180_000 }, () => {
  it("says what an unknown word should have been, and ends with 2", () => {
    const { code, err } = segmenta(["sya", "list"]);
    expect(err).toMatch(/“sya” is no choice for segmenta: take one of .*say, import/u);
    expect(code).toBe(2);
  });

  it("names an option it cannot read", () => {
    const { code, out } = segmenta(["say", "list", "--jsn", "--json"]);
    expect(JSON.parse(out)).toMatchObject({ headline: "I cannot read the option --jsn." });
    expect(code).toBe(2);
  });

  it("says that no server answers, and what to look at", () => {
    const { code, err } = segmenta(["say", "list"], "postgres://127.0.0.1:1/nothing");
    expect(err).toContain("No PostgreSQL server answers at the address in DATABASE_URL. Is it running?");
    expect(code).toBe(2);
  });

  it("ends with 1 and a reference when something breaks on our side", async () => {
    const broken = await freshDatabase();
    await fillSmallShop(broken.db);
    await broken.db.execute(sql`drop table receipts`);
    const { code, out } = segmenta(["say", "list"], broken.url);
    expect(out).toMatch(/^Something broke on my side \(ref [0-9a-f]{4}\)\. Nothing was sent or changed\.$/mu);
    expect(code).toBe(1);
  });

  it("reads a file in, and says what was odd in it", async () => {
    const base = await freshDatabase();
    const file = join(folder, "clients.csv");
    const rows = Array.from({ length: 60 }, (_, i) => `${i + 1},${i % 2 === 0 ? 20 + i : 900 + i},${i % 7}`);
    writeFileSync(file, ["customer_id,total_spent,orders", ...rows, "TOTAL,30000,180"].join("\n"));

    const look = segmenta(["import", file, "--dry-run"], base.url);
    expect(look.out).toContain("clients.csv was read as customers.");

    const { code, out, err } = segmenta(["import", file, "--json"], base.url);
    expect(JSON.parse(out).data.report).toMatchObject({ stored: 60, newCustomers: 60 });
    expect(err).toContain("Reading clients.csv …");
    expect(code).toBe(0);
    await base.close();
  });

  it("says that a file is not there", () => {
    const { code, out } = segmenta(["import", join(folder, "none.csv")]);
    expect(out).toContain("There is no file none.csv. Check the path.");
    expect(code).toBe(2);
  });
});
