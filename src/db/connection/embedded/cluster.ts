import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { readFailure } from "../failure.ts";
import type { Place, RunAs } from "./location.ts";
import { installPrograms, makeUnfinished, moveUnlessThere } from "./programs.ts";

/** A base on disk, and what it takes to run it. */
export interface Cluster {
  readonly place: Place;
  /** The folder with `bin/pg_ctl`. */
  readonly programs: string;
  readonly data: string;
  /** The server's log, and what its keeper and its users say to each other (`keeper.ts`). */
  readonly run: string;
  readonly password: string;
}

/** The same everywhere: text in UTF-8, sorted by code point, accents folded, days counted in UTC. */
const initialSettings = [
  "--username=segmenta",
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--set=timezone=UTC",
  "--no-instructions",
];

/** Programs of PostgreSQL see nothing of our environment: no PGPORT, no language that changes their sentences. */
export const bareEnvironment = { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" } as const;

/**
 * The base of a place, made at the first call (1.2 s). Two processes may call it at once: each makes a base of its
 * own under another name, the first to finish moves it into place, and the other one's is thrown away.
 *
 * @throws {UserError} When the disk is full, or there are no programs for this machine.
 */
export async function prepareCluster(place: Place): Promise<Cluster> {
  const { folder, runAs } = place;
  try {
    const programs = installPrograms(folder);
    const cluster = join(folder, "cluster");
    if (!existsSync(cluster)) await initialize(place, programs);
    const run = join(folder, "run");
    mkdirSync(run, { recursive: true, mode: 0o700 });
    giveTo(runAs, run);
    const password = readFileSync(join(cluster, "password"), "utf8").trim();
    return { place, programs, data: join(cluster, "data"), run, password };
  } catch (error) {
    throw readFailure(error, folder) ?? error;
  }
}

async function initialize({ folder, runAs }: Place, programs: string): Promise<void> {
  const unfinished = makeUnfinished(folder);
  giveTo(runAs, unfinished);
  const password = join(unfinished, "password");
  writeFileSync(password, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  giveTo(runAs, password);
  try {
    const options = [`--pgdata=${join(unfinished, "data")}`, `--pwfile=${password}`, ...initialSettings];
    const environment = { ...runAs, cwd: folder, env: bareEnvironment };
    await promisify(execFile)(join(programs, "bin", "initdb"), options, environment);
    moveUnlessThere(unfinished, join(folder, "cluster"));
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function giveTo({ uid, gid }: RunAs, path: string): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}
