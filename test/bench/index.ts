/**
 * `npm run bench [-- word …]`: every row whose name holds all the words, as a table on standard output and
 * as JSON in `out/bench.json`. `npm run bench -- million`: a whole shop instead, see `million/index.ts`.
 */
import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { openFresh, removeHome, startServer } from "./database.ts";
import { runMillion } from "./million/index.ts";
import { numberRows } from "./number-rows.ts";
import { productRows } from "./product-rows.ts";
import { runRow } from "./run.ts";
import { layOut } from "./scene.ts";
import { type Machine, report } from "./table.ts";
import { judge, type Verdict } from "./verdict.ts";

const words = process.argv.slice(2);
await (words[0] === "million" ? runMillion(words.slice(1)) : runRows());

async function runRows(): Promise<void> {
  const server = await startServer();
  const scene = layOut(() => server.url);
  await (await openFresh(server.url, "bench_bot")).close();
  const rows = [...numberRows, ...productRows(scene)];
  const machine: Machine = {
    processor: cpus()[0]?.model ?? "an unknown processor",
    cores: cpus().length,
    gigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    date: new Date().toISOString(),
  };
  const verdicts: Verdict[] = [];
  for (const row of rows.filter(({ name }) => words.every((word) => name.includes(word)))) {
    process.stderr.write(`${row.name} …\n`);
    verdicts.push(judge(row, await runRow(row, scene)));
    writeFileSync(join(scene.root, "out/bench.json"), JSON.stringify({ machine, rows: verdicts }, null, 2));
  }
  server.leave();
  removeHome(server);
  process.stdout.write(`${report(machine, verdicts)}\n`);
}
