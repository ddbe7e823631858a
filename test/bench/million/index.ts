/**
 * `npm run bench -- million [customers] [order lines] [plans]`: a made-up shop through the product's own import and its
 * commands, with time, memory and bytes of each step, as tables on standard output and as JSON in `out/million.json`. With
 * `plans` the plan of every statement that took long is kept in `out/million-plans.log`.
 */
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { Db } from "../../../src/db/connection/connect.ts";
import { type BenchServer, databaseUrl, openFresh, removeHome, startServer } from "../database.ts";
import { layOut } from "../scene.ts";
import { extrapolate, unitCosts } from "./cost.ts";
import { lifeOf } from "./life.ts";
import { type Row, takeStep } from "./run.ts";
import { writeShop } from "./shop.ts";
import { measureTables } from "./sizes.ts";
import { costTable, sizeTable, stepTable } from "./tables.ts";

const explaining = [
  "session_preload_libraries=auto_explain",
  "auto_explain.log_min_duration=500",
  "auto_explain.log_analyze=on",
  "auto_explain.log_buffers=on",
  "auto_explain.log_nested_statements=on",
];
const workers = [1, 4, 16, 32];

/** Runs the whole life of a shop on a server of its own, which is removed afterwards. */
export async function runMillion(words: readonly string[]): Promise<void> {
  const wantsPlans = words.includes("plans");
  const [customers = 1_000_000, lines = 20 * customers] = words.map(Number).filter(Number.isFinite);
  const server = await startServer(wantsPlans ? explaining : []);
  const { root } = layOut(() => server.url);
  const out = join(root, "out");
  try {
    const url = databaseUrl(server.url, "million");
    const { db, close } = await openFresh(server.url, "million");
    const folder = join(server.home, "shop");
    mkdirSync(folder);
    tell(`writing ${customers.toLocaleString("en")} customers, ${lines.toLocaleString("en")} order lines …`);
    const files = await writeShop(folder, { customers, lines });
    const counted = { customers: files.customers.rows, lines: files.orders.rows, week: files.week.rows };
    const machine = { ...describeMachine(), server: await findVersion(db) };
    const keep = (result: object) =>
      writeFileSync(join(out, "million.json"), JSON.stringify({ machine, counted, ...result }, null, 2));
    const rows: Row[] = [];
    for (const step of lifeOf(files)) {
      tell(`${step.name} …`);
      rows.push(await takeStep(step, url));
      keep({ rows });
    }
    const sizes = await measureTables(db);
    await close();
    const costs = unitCosts(rows, sizes, files);
    const larger = workers.map((count) => extrapolate(costs, count));
    keep({ rows, sizes, costs, larger });
    const tables = [stepTable(rows), sizeTable(sizes), costTable(costs, larger)].join("\n\n");
    process.stdout.write(`${JSON.stringify({ ...machine, ...counted })}\n\n${tables}\n`);
  } finally {
    if (wantsPlans) keepPlans(server, join(out, "million-plans.log"));
    server.leave();
    removeHome(server);
  }
}

async function findVersion(db: Db): Promise<string> {
  const [row] = await db.execute<{ version: string }>(sql`select version()`);
  return row?.version ?? "";
}

function keepPlans({ home }: BenchServer, path: string): void {
  const log = readdirSync(home, { recursive: true, encoding: "utf8" }).find((name) =>
    name.endsWith("/server.log"),
  );
  if (log !== undefined) copyFileSync(join(home, log), path);
}

function describeMachine() {
  return {
    processor: cpus()[0]?.model,
    cores: cpus().length,
    gigabytes: Math.round(totalmem() / 2 ** 30),
    loadBefore: loadavg()[0],
    node: process.version,
    date: new Date().toISOString(),
  };
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
