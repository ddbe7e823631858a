/** Reads a file into an empty database, quality checks included: <server> <file>. The result is the order lines stored. */
import { sql } from "drizzle-orm";
import { onThisThread } from "../../../src/jobs/runner/computation.ts";
import { readIn } from "../../../src/jobs/import/import.ts";
import { openFresh } from "../database.ts";
import { argument, measure } from "../measurement.ts";

const { db, close } = await openFresh(argument(0), `bench_import_${process.pid}`);
await measure(async () => {
  await readIn(
    { path: argument(1) },
    {
      db,
      actor: { user: "bench", role: "analyst", locale: "en", timeZone: "UTC" },
      now: new Date("2026-01-01"),
      report: () => undefined,
      keep: () => undefined,
      ...onThisThread,
      signal: new AbortController().signal,
    },
  );
  const [count] = await db.execute<{ lines: number }>(sql`select count(*)::int as lines from orders`);
  return count?.lines ?? NaN;
});
await close();
