import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { createInbox } from "../../../src/db/requests/inbox.ts";
import { freshDatabase } from "../../database.ts";

const { db } = await freshDatabase();

/** As when the process that took it has died, and its lease has run out. */
async function endLease(): Promise<void> {
  await db.execute(sql`update inbox set leased_until = now() - interval '1 second'`);
}

it("a request that ended two processes is not given to a third", async () => {
  const inbox = createInbox(db);
  const request = { key: "k", user: "U0MARY", line: "profile 3", origin: { channel: "C0MARKETING" } };
  expect(await inbox.accept(request)).toBe(true);
  expect(await inbox.takeAbandoned()).toBeUndefined();
  await endLease();
  expect(await inbox.takeAbandoned()).toEqual(request);
  await endLease();
  expect(await inbox.takeAbandoned()).toBeUndefined();
});
