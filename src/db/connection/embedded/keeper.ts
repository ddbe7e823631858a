/**
 * The keeper of a running server: a shell of 1 MB that starts the server, and stops it when the last process that
 * uses it has left, by whatever way, `kill -9` included. It needs no list of processes and no lock file that could
 * go stale, because the kernel does the counting:
 *
 * - Everyone who uses the server holds the named pipe `run/door` open for writing; the keeper reads from it. The
 *   keeper's `read` ends only when nobody holds the pipe any more.
 * - Whoever enters writes a name, and is in when the keeper has answered by making `run/answer-<name>`. A keeper that has
 *   decided to stop answers nobody, so no one can slip in behind its decision: they wait and start afresh.
 * - The keeper's own reading end is open from before the server starts until after it has stopped. So a server
 *   without a reader at its door has lost its keeper.
 * - Two keepers that start at once are told apart by PostgreSQL's own lock on the data; the loser goes away.
 */
import { spawn, spawnSync } from "node:child_process";
import { closeSync, constants, existsSync, openSync, rmSync, writeSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { bareEnvironment, type Cluster } from "./cluster.ts";

const script = `
"$1" start --silent --wait --timeout=60 --pgdata="$2" --log="$3/$4.log" --options="$5" </dev/null || exit 1
mv "$3/$4.log" "$3/server.log"
while read -r name; do
  "$1" status --pgdata="$2" >/dev/null || exit 1
  : > "$3/answer-$name"
done
rm -f "$3"/answer-*
exec "$1" stop --silent --mode=fast --pgdata="$2"
`;

/** Our hold on the server: it runs as long as anyone has one. Let go by `closeSync`, or by the end of the process. */
export type Hold = number;

const doorOf = (cluster: Cluster) => join(cluster.run, "door");

/** Whether a keeper reads at the door: one that starts its server, keeps it, or stops it. */
export function hasKeeper(cluster: Cluster): boolean {
  const hold = openDoor(cluster);
  if (hold !== undefined) closeSync(hold);
  return hold !== undefined;
}

function openDoor(cluster: Cluster): Hold | undefined {
  try {
    return openSync(doorOf(cluster), constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENXIO" || code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Asks the keeper to be let in, and waits for its answer.
 *
 * @returns undefined when there is no keeper, or it went away without an answer because it was stopping.
 */
export async function enter(cluster: Cluster, signal: AbortSignal): Promise<Hold | undefined> {
  const hold = openDoor(cluster);
  if (hold === undefined) return undefined;
  const name = randomUUID();
  const answer = join(cluster.run, `answer-${name}`);
  try {
    writeSync(hold, `${name}\n`);
    while (!existsSync(answer) && hasKeeper(cluster)) await wait(10, undefined, { signal });
    if (existsSync(answer)) {
      rmSync(answer);
      return hold;
    }
  } catch (error) {
    closeSync(hold);
    if ((error as NodeJS.ErrnoException).code === "EPIPE") return undefined;
    throw error;
  }
  closeSync(hold);
  return undefined;
}

/**
 * Starts a server and its keeper, both detached from us: neither Ctrl-C nor our end reaches them.
 *
 * @param attempt A name for this start; until it runs, its log is `run/<attempt>.log`, then `run/server.log`.
 * @param options The server's command line.
 * @returns Our hold on it, which counts from before its birth.
 */
export function spawnKeeper(cluster: Cluster, attempt: string, options: readonly string[]): Hold {
  const door = doorOf(cluster);
  if (!existsSync(door)) spawnSync("mkfifo", ["-m", "600", door], { stdio: "ignore" });
  // A pipe opened both ways never blocks; with it open, neither of its two ends does.
  const both = openSync(door, constants.O_RDWR);
  const inside = openSync(door, constants.O_RDONLY);
  const hold = openSync(door, constants.O_WRONLY);
  const { place, programs, data, run } = cluster;
  const words = [join(programs, "bin", "pg_ctl"), data, run, attempt, options.join(" ")];
  const keeper = spawn("/bin/sh", ["-c", script, "segmenta-keeper", ...words], {
    ...place.runAs,
    cwd: place.folder,
    env: bareEnvironment,
    detached: true,
    stdio: [inside, "ignore", "ignore"],
  });
  keeper.unref();
  closeSync(inside);
  closeSync(both);
  return hold;
}
