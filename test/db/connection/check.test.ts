import { readdirSync } from "node:fs";
import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { checkDatabase } from "../../../src/db/connection/check.ts";
import { freshDatabase } from "../../database.ts";

const { url } = await freshDatabase();
const home = "/nowhere";

describe("checkDatabase", () => {
  it("finds nothing wrong with a tested version, migrated, on this machine's clock", async () => {
    const checks = await checkDatabase({ databaseUrl: url, home }, () => new Date());
    expect(checks.map(({ name, state }) => [name, state])).toEqual([
      ["reachable", "good"],
      ["version", "good"],
      ["migrations", "good"],
      ["clock", "good"],
    ]);
  });

  it("measures how far the server's clock is ahead of ours", async () => {
    const twoMinutesSlow = () => new Date(Date.now() - 120_000);
    const checks = await checkDatabase({ databaseUrl: url, home }, twoMinutesSlow);
    const clock = checks.find((check) => check.name === "clock");
    expect(clock?.state).toBe("bad");
    expect(clock?.aheadSeconds).toBeCloseTo(120, 0);
  });

  it("counts the migrations that are still to run", async () => {
    const bare = await freshDatabase(onTestFinished);
    await bare.db.execute(sql`drop schema drizzle cascade`);
    const checks = await checkDatabase({ databaseUrl: bare.url, home }, () => new Date());
    const pending = readdirSync("migrations").filter((file) => file.endsWith(".sql")).length;
    expect(checks).toContainEqual({ name: "migrations", state: "warning", pending, isNewer: false });
  });

  it("says why nothing answers, without the address or the password", async () => {
    const nowhere = "postgres://ana:secret@127.0.0.1:1/base";
    const checks = await checkDatabase({ databaseUrl: nowhere, home }, () => new Date());
    const reason = "No PostgreSQL server answers at the address in DATABASE_URL. Is it running?";
    expect(checks).toEqual([{ name: "reachable", state: "bad", embedded: false, reason }]);
  });
});
