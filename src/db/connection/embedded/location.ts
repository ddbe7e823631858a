import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { spawnSync } from "node:child_process";
import { UserError } from "../../../contract/errors.ts";

/** Another user to run a program as; empty where we are an ordinary user and run it as ourselves. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/** Where the embedded server keeps its programs and its data, and who it runs as. */
export interface Place {
  /** Absolute path of a folder that `runAs` can reach. */
  readonly folder: string;
  readonly runAs: RunAs;
}

/** Where root puts a base whose home the server's user cannot reach: durable, and outside every checkout. */
const sharedFolder = "/var/lib/segmenta";
const sharedFolderName = (home: string) => createHash("sha256").update(home).digest("hex").slice(0, 12);

/**
 * The place of the base of a home. PostgreSQL refuses to run as root, so root runs it as an ordinary user; if that
 * user cannot reach the home (a closed checkout), the base lives in `/var/lib/segmenta/<hash of the home>` and the
 * home keeps its address in the file `elsewhere`, so that a later change of rights never starts a second, empty base.
 *
 * @param home Absolute path; made if it is missing.
 * @throws {UserError} When the home cannot be made, or a base that exists can no longer be reached.
 */
export function findPlace(home: string): Place {
  makeFolder(home);
  const elsewhere = join(home, "elsewhere");
  const folder = existsSync(elsewhere) ? readFileSync(elsewhere, "utf8").trim() : home;
  const runAs = serverUser(folder);
  if (canReach(folder, runAs)) return { folder, runAs };
  if (existsSync(join(folder, "cluster"))) {
    throw new UserError(
      `The database in ${folder} cannot be reached by the user it runs as (number ${runAs.uid}). ` +
        "Open the folders above it for that user (chmod o+x), or name another home in SEGMENTA_HOME.",
    );
  }
  const shared = join(sharedFolder, sharedFolderName(home));
  makeFolder(sharedFolder);
  makeFolder(shared);
  writeFileSync(elsewhere, `${shared}\n`);
  return { folder: shared, runAs };
}

/** Root's folders can be passed by everyone and listed by nobody else; anybody else's are their own. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(dirname(folder), { recursive: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (process.getuid?.() === 0) chmodSync(folder, statSync(folder).mode | 0o011);
  } catch (cause) {
    throw new UserError(
      `The folder ${folder} for the database cannot be made (${(cause as NodeJS.ErrnoException).code}). ` +
        "Name another one in SEGMENTA_HOME, or a PostgreSQL server in DATABASE_URL.",
    );
  }
}

/** As root: the owner of the data if there are any, so that a base made without root stays its maker's. */
function serverUser(folder: string): RunAs {
  if (process.getuid?.() !== 0) return {};
  const data = join(folder, "cluster", "data");
  if (existsSync(data)) {
    const { uid, gid } = statSync(data);
    return { uid, gid };
  }
  const users = readFileSync("/etc/passwd", "utf8");
  const found = /^postgres:[^:]*:(\d+):(\d+):/m.exec(users) ?? /^nobody:[^:]*:(\d+):(\d+):/m.exec(users);
  return { uid: Number(found?.[1] ?? 65_534), gid: Number(found?.[2] ?? 65_534) };
}

/** Tried, not reasoned about: rights of every folder above, mounts and access lists all have a say. */
function canReach(folder: string, runAs: RunAs): boolean {
  if (runAs.uid === undefined) return true;
  return spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", folder], { ...runAs, cwd: "/" }).status === 0;
}
