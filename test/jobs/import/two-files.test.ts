import { expect, it } from "vitest";
import { startJob } from "../../../src/db/requests/jobs.ts";
import { jobTable } from "../../../src/jobs/runner/table.ts";
import { runJob } from "../../../src/jobs/runner/worker.ts";
import { createLog } from "../../../src/lib/log.ts";
import { answerOn, someone } from "../../commands/small-shop.ts";
import { freshDatabase } from "../../database.ts";
import { fileOf } from "../../sources/files.ts";

const { db } = await freshDatabase();
const world = {
  db,
  jobTable,
  answer: answerOn(db),
  log: createLog(() => undefined),
  clock: () => new Date("2024-01-01T12:00:00Z"),
};

/** Reads in a file of so many customers. @returns The headline of the answer. */
async function readIn(name: string, customers: number): Promise<string | undefined> {
  const rows = Array.from({ length: customers }, (_, n) => `${name}${n},${20_000 + n * 100}`);
  const path = fileOf(`id,income\n${rows.join("\n")}\n`, name);
  const { id } = await startJob(db, { task: "import", payload: { path }, actor: someone() });
  return (await runJob(id, world))?.headline;
}

it("answers each of two files that are read at once with its own report", async () => {
  expect(await Promise.all([readIn("small.csv", 20), readIn("large.csv", 30)])).toEqual([
    expect.stringMatching(/^small\.csv: .*20/u),
    expect.stringMatching(/^large\.csv: .*30/u),
  ]);
});
