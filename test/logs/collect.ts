/**
 * What the whole suite logs, from every process that it starts (vitest's, the workers, the command line, those that are
 * killed), is read at its end: no personal data, token or SQL may stand in any line.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { leaksOf, readSources } from "./leaks.ts";

const folder = mkdtempSync(join(tmpdir(), "segmenta-logs-"));

export function setup(): void {
  const tap = new URL("./tap.mjs", import.meta.url).href;
  process.env["SEGMENTA_LOGS"] = folder;
  process.env["NODE_OPTIONS"] = `${process.env["NODE_OPTIONS"] ?? ""} --import=${tap}`;
}

/** @throws When a line may not stand in a log, so that the run fails. */
export function teardown(): void {
  const lines = readLines(folder);
  rmSync(folder, { recursive: true });
  const sources = readSources();
  const leaks = lines.flatMap((line) => leaksOf(line, sources).map((leak) => `${leak}: ${line}`));
  if (leaks.length === 0) return;
  process.exitCode = 1;
  throw new Error(`${leaks.length} of ${lines.length} lines of the log say too much:\n${leaks.join("\n")}`);
}

/** The lines that processes left in a folder. */
export function readLines(place: string): readonly string[] {
  return readdirSync(place).flatMap((file) =>
    readFileSync(join(place, file), "utf8")
      .split("\n")
      .filter((line) => line !== ""),
  );
}
