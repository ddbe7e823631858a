import { spawn } from "node:child_process";
import { loadavg } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { connect, type Db } from "../../../src/db/connection/connect.ts";
import type { Spent } from "./deed-process.ts";
import type { Step } from "./life.ts";
import { watchServer } from "./server-memory.ts";

/** A step with what it cost on both sides. */
export interface Row extends Spent {
  readonly name: string;
  readonly rows: Step["rows"];
  /** Of the server's processes, without its shared buffers. */
  readonly serverPeakMegabytes: number;
  /** Written to the server's log: what a replica or a backup would have to carry too. */
  readonly walMegabytes: number;
  /** Of the machine, when the step was done: above the number of cores, its time is not the product's alone. */
  readonly load: number;
  /** Sorts and hashes that did not fit into memory. */
  readonly spilledMegabytes: number;
}

/** Takes a step in a process of its own and reads the server's counters around it. */
export async function takeStep(step: Step, databaseUrl: string): Promise<Row> {
  const { db, close } = connect(databaseUrl, 1);
  try {
    const before = await readCounters(db);
    const watch = watchServer(before.pid);
    const spent = await runCliCommand(step, databaseUrl);
    const serverPeakMegabytes = watch.peak();
    const after = await readCounters(db);
    return {
      ...spent,
      name: step.name,
      rows: step.rows,
      serverPeakMegabytes,
      load: loadavg()[0] ?? 0,
      walMegabytes: (after.wal - before.wal) / 2 ** 20,
      spilledMegabytes: (after.spilled - before.spilled) / 2 ** 20,
    };
  } finally {
    await close();
  }
}

interface Counters extends Record<string, unknown> {
  readonly pid: number;
  readonly wal: number;
  readonly spilled: number;
}

async function readCounters(db: Db): Promise<Counters> {
  const [counters] = await db.execute<Counters>(sql`
    select pg_backend_pid() as pid, (pg_current_wal_lsn() - '0/0')::float8 as wal, temp_bytes::float8 as spilled
    from pg_stat_database where datname = current_database()`);
  if (counters === undefined) throw new Error("the server has no counters of this database");
  return counters;
}

async function runCliCommand({ name, deed }: Step, databaseUrl: string): Promise<Spent> {
  const program = join(import.meta.dirname, "deed-process.js");
  const words = [program, databaseUrl, JSON.stringify(deed)];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  if (code !== 0) throw new Error(`"${name}" ended with ${code}`);
  return JSON.parse(printed.trimEnd().split("\n").at(-1) ?? "") as Spent;
}
