import { randomUUID } from "node:crypto";
import { closeSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { UserError } from "../../../contract/errors.ts";
import { type Cluster, prepareCluster } from "./cluster.ts";
import { enter, hasKeeper, type Hold, spawnKeeper } from "./keeper.ts";
import { findPlace } from "./location.ts";
import { readFailure } from "../failure.ts";

export interface EmbeddedServer {
  readonly url: string;
  /** Lets go of the server; it stops when the last one has left. The end of the process does the same. */
  readonly leave: () => void;
}

export interface EmbeddedOptions {
  /** More settings of PostgreSQL, for example `fsync=off` in tests. They hold if we are the one who starts it. */
  readonly settings?: readonly string[];
  /** A port to try on 127.0.0.1; a free one by default. */
  readonly choosePort?: () => Promise<number>;
}

/** For one team on one machine; the log keeps no statement and no value of a row. */
const settings = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "shared_buffers=256MB",
  "work_mem=32MB",
  "max_wal_size=2GB",
  "jit=off",
  "log_min_messages=log",
  "log_min_error_statement=panic",
  "log_error_verbosity=terse",
];

const patienceMs = 90_000;
const portAttempts = 3;

/**
 * Enters the server of a home: the running one, or one that we make and start (1.5 s the first time, then 0.2 s).
 *
 * @param home Absolute path of a folder; made if it is missing.
 * @throws {UserError} When the home cannot be used, the disk is full, no port is free, or it does not start.
 */
export async function startEmbedded(home: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  if (process.platform === "win32") {
    throw new UserError("On Windows, name a PostgreSQL server in DATABASE_URL, or run Segmenta in WSL.");
  }
  const cluster = await prepareCluster(findPlace(home));
  const signal = AbortSignal.timeout(patienceMs);
  const takenPorts: number[] = [];
  try {
    for (;;) {
      const hold = (await enter(cluster, signal)) ?? (await start(cluster, options, takenPorts, signal));
      if (hold !== undefined) return { url: addressOf(cluster), leave: () => closeSync(hold) };
      await wait(50, undefined, { signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new UserError(
      `The embedded database did not start in ${patienceMs / 1000} s. Its log: ${cluster.run}`,
    );
  }
}

/** @returns undefined when another process was faster or the port was taken: the caller tries again. */
async function start(
  cluster: Cluster,
  options: EmbeddedOptions,
  takenPorts: number[],
  signal: AbortSignal,
): Promise<Hold | undefined> {
  await dismissOrphan(cluster, signal);
  const attempt = randomUUID();
  const port = await (options.choosePort ?? freePort)();
  const all = [...settings, ...(options.settings ?? [])].map((setting) => `-c ${setting}`);
  const first = spawnKeeper(cluster, attempt, [`-p ${port}`, ...all]);
  const log = join(cluster.run, `${attempt}.log`);
  try {
    const hold = await enter(cluster, signal);
    if (hold === undefined && readRefusal(log, cluster) === "port") takenPorts.push(port);
    if (takenPorts.length === portAttempts) {
      throw new UserError(
        `The embedded database found no free port on 127.0.0.1 (tried ${takenPorts.join(", ")}).`,
      );
    }
    return hold;
  } finally {
    closeSync(first);
    rmSync(log, { force: true });
  }
}

/** Why the server did not start, in the words of its log. */
function readRefusal(log: string, { place, data }: Cluster): "race" | "port" {
  const text = readIfThere(log) ?? "";
  if (/"postmaster.pid" already exists|shared memory block .* still in use/.test(text)) return "race";
  if (text.includes("Address already in use")) return "port";
  const full = text.includes("No space left on device") && readFailure({ code: "ENOSPC" }, place.folder);
  if (full) throw full;
  const reason = /FATAL: {2}(.*)/.exec(text)?.[1];
  if (reason === undefined) return "race";
  throw new UserError(`The embedded database in ${data} does not start: ${reason}.`);
}

/**
 * Clears the way when `postmaster.pid` names a server without a keeper. It is left by `kill -9` or a power cut; its
 * number may by now belong to another program (in a container it often does), so only a server that knows our
 * password is told to stop. PostgreSQL's own lock in shared memory guards the data besides.
 */
async function dismissOrphan(cluster: Cluster, signal: AbortSignal): Promise<void> {
  const found = readLock(cluster);
  if (found === undefined || hasKeeper(cluster)) return;
  const isOurs = await answers(addressOf(cluster));
  if (readLock(cluster)?.started !== found.started || hasKeeper(cluster)) return;
  if (!isOurs) return rmSync(join(cluster.data, "postmaster.pid"), { force: true });
  process.kill(found.pid, "SIGINT");
  while (readLock(cluster) !== undefined) await wait(20, undefined, { signal });
}

async function answers(url: string): Promise<boolean> {
  const client = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => undefined });
  try {
    await client`select 1`;
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code === "57P03"; // it is starting or stopping
  } finally {
    await client.end({ timeout: 1 });
  }
}

/** PostgreSQL's lock file: process, data folder, start, port, … one a line. */
function readLock({ data }: Cluster): { pid: number; started: string; port: number } | undefined {
  const [pid, , started, port] = (readIfThere(join(data, "postmaster.pid")) ?? "").split("\n");
  if (pid === undefined || started === undefined || port === undefined) return undefined;
  return { pid: Number(pid), started, port: Number(port) };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function addressOf(cluster: Cluster): string {
  return `postgres://segmenta:${cluster.password}@127.0.0.1:${readLock(cluster)?.port}/postgres`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
