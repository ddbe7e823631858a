/**
 * Starts the built product and measures it from outside: <folder of dist> <what it prints when it is ready> <words …>.
 * Memory is that of the process itself, read from Linux's /proc.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Measurement } from "../measurement.ts";

const [dist = "", sign = "", ...words] = process.argv.slice(2);
const [command = "", server] = words;
const started = performance.now();
const child = spawn(process.execPath, [join(dist, "cli.js"), command], {
  env: { ...process.env, ...(server === undefined ? {} : { DATABASE_URL: server, PORT: "0" }) },
  stdio: ["ignore", "pipe", "inherit"],
});
let printed = "";
for await (const text of child.stdout.setEncoding("utf8")) {
  printed += String(text);
  if (printed.includes(sign)) break;
}
process.stdout.write(`${JSON.stringify(read())}\n`);
child.kill();

function read(): Measurement {
  const seconds = (performance.now() - started) / 1_000;
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  const ticks = Number(fields[11]) + Number(fields[12]); // user and system, hundredths of a second
  const peakMegabytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1_024;
  return { seconds, cpuSeconds: ticks / 100, peakMegabytes, result: 0 };
}
