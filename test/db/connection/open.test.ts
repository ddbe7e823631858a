import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { readMigrationState } from "../../../src/db/connection/migrate.ts";
import { openDatabase } from "../../../src/db/connection/open.ts";
import { freshDatabase } from "../../database.ts";

const { url } = await freshDatabase();

describe("openDatabase", () => {
  it("opens the server of DATABASE_URL, migrated, with sessions in UTC", async () => {
    const { db, close } = await openDatabase({ databaseUrl: url, home: "/nowhere" });
    onTestFinished(close);
    const [row] = await db.execute(sql`select current_setting('TimeZone') as zone`);
    expect(row).toEqual({ zone: "UTC" });
    expect(await readMigrationState(db)).toMatchObject({ pending: 0, isNewer: false });
  });
});
