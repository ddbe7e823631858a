import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readFailure } from "../../../src/db/connection/failure.ts";
import { openDatabase } from "../../../src/db/connection/open.ts";
import { freshDatabase } from "../../database.ts";

const { db, url } = await freshDatabase();

/** What opening this address says. */
async function refusal(change: (address: URL) => void): Promise<string> {
  const address = new URL(url);
  change(address);
  try {
    await openDatabase({ databaseUrl: address.href, home: "/nowhere" });
    return "opened";
  } catch (error) {
    return (error as Error).message;
  }
}

describe("what is wrong with DATABASE_URL is a sentence without the address", () => {
  it("no server there", async () => {
    expect(await refusal((address) => (address.port = "1"))).toMatch(/^No PostgreSQL server answers/);
  });

  it("an unknown host", async () => {
    expect(await refusal((address) => (address.hostname = "nowhere.invalid"))).toMatch(
      /^The host in DATABASE_URL/,
    );
  });

  it("an unknown user", async () => {
    expect(await refusal((address) => (address.username = "nobody_here"))).toMatch(
      /^The database refuses the user/,
    );
  });

  it("a database that does not exist", async () => {
    expect(await refusal((address) => (address.pathname = "/missing"))).toMatch(
      /does not exist\. Create it first/,
    );
  });

  it("no address at all", async () => {
    await expect(openDatabase({ databaseUrl: "my database", home: "/nowhere" })).rejects.toThrow(
      /^DATABASE_URL is no address such as/,
    );
  });
});

describe("readFailure", () => {
  it("finds the code of a full disk under the query builder's own error", () => {
    const error = new Error("Failed query: insert …", {
      cause: Object.assign(new Error("full"), { code: "53100" }),
    });
    expect(readFailure(error)?.message).toMatch(/^The database's disk is full\./);
  });

  it("leaves a defect alone", async () => {
    const defect = await db.execute(sql`select 1/0`).catch((error: unknown) => error);
    expect(defect).toBeInstanceOf(Error);
    expect(readFailure(defect)).toBeUndefined();
  });
});
