import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";

/** `afterAll`, or `onTestFinished` inside a test. */
export type AtTheEnd = (cleanUp: () => void | Promise<void>) => void;

/** A home of its own, open to the user that the server runs as when we are root. */
export function makeHome(atTheEnd: AtTheEnd): string {
  const home = mkdtempSync(join(tmpdir(), "segmenta-home-"));
  chmodSync(home, 0o711);
  atTheEnd(() => removeHome(home));
  return home;
}

/** Waits until its server has stopped by itself: a base deleted under a running server leaves that behind. */
export async function removeHome(folder: string): Promise<void> {
  await hasStopped(folder);
  rmSync(folder, { recursive: true, force: true });
}

export interface Visitor {
  readonly process: ChildProcess;
  readonly url: string;
}

/** Enters the server of a home from another process, which is killed at the end if it still lives. */
export async function visit(
  home: string,
  atTheEnd: AtTheEnd,
  runAs: { uid?: number; gid?: number } = {},
): Promise<Visitor> {
  const script = join(import.meta.dirname, "visitor.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, home], {
    ...runAs,
    stdio: ["pipe", "pipe", "inherit"],
    env: { PATH: process.env["PATH"] },
  });
  atTheEnd(() => void child.kill("SIGKILL"));
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { process: child, url: line.toString().trim() };
}

/** One value of one row. */
export async function ask(url: string, query: string): Promise<unknown> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const [row] = await client.unsafe(query);
    return row?.["value"];
  } finally {
    await client.end();
  }
}

export const lockOf = (folder: string) => join(folder, "cluster", "data", "postmaster.pid");

export function serverPid(folder: string): number {
  return Number(readFileSync(lockOf(folder), "utf8").split("\n")[0]);
}

/** The shell that keeps the server of a home: found by its command line. */
export function keeperPid(home: string): number | undefined {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).find((pid) => {
    const words = readIfAlive(`/proc/${pid}/cmdline`).split("\0");
    return words.includes("segmenta-keeper") && words.includes(join(home, "run"));
  });
}

function readIfAlive(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Resolves when the server of a home has stopped by itself. */
export async function hasStopped(folder: string): Promise<true> {
  const deadline = Date.now() + 10_000;
  while (existsSync(lockOf(folder))) {
    if (Date.now() > deadline) throw new Error("the server still runs after ten seconds");
    await wait(20);
  }
  return true;
}
