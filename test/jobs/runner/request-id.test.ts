import { beforeAll, expect, it } from "vitest";
import { jobTable } from "../../../src/jobs/runner/table.ts";
import { runJob } from "../../../src/jobs/runner/worker.ts";
import { createLog } from "../../../src/lib/log.ts";
import { answerOn, fillSmallShop, someone } from "../../commands/small-shop.ts";
import { freshDatabase } from "../../database.ts";

const { db } = await freshDatabase();
beforeAll(() => fillSmallShop(db));

it("a request's id stands in each line of the log that comes of it, its job's and that of the end included", async () => {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line);
  const answer = answerOn(db, write);
  const { job } = await answer("recluster k 2", someone(), "slash:77");
  const world = { db, log: createLog(write), jobTable, answer, clock: () => new Date("2011-11-01") };
  await runJob(job?.id ?? 0, world);
  const logged = lines.map((line) => JSON.parse(line) as { message: string; requestId?: string });
  expect(logged.map(({ message }) => message)).toContain("job ended");
  expect(logged.filter(({ message }) => message === "command answered").length).toBeGreaterThan(0);
  expect(logged.filter(({ requestId }) => requestId !== "slash:77")).toEqual([]);
});
