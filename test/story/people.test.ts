import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { countAudience } from "../../src/db/campaigns/audiences.ts";
import { mayBeContacted } from "../../src/db/people/contact.ts";
import { findCustomerId } from "../../src/db/people/find-customer.ts";
import { freshDatabase } from "../database.ts";
import { fileOf } from "../sources/files.ts";
import { counts, emptyBase, importInto } from "./import-into.ts";

const { db } = await freshDatabase();
const now = new Date("2026-12-01T09:00:00Z");

function read(name: string) {
  return importInto(db, fileURLToPath(new URL(`cases/${name}.csv`, import.meta.url)), { now });
}

const everyone = { members: sql`select customer_id from customers`, goal: null };

async function people() {
  const [row] = await db.execute<{ people: number; buyers: number; orders: number }>(sql`
    select (select count(*) from customers)::int as people,
           (select count(distinct customer_id) from orders)::int as buyers,
           (select count(distinct order_key) from orders)::int as orders`);
  return row;
}

/** Whether the customer of a key would leave in a list. */
async function leaves(key: string): Promise<boolean> {
  const id = await findCustomerId(db, [key]);
  const [row] = await db.execute<{ leaves: boolean }>(
    sql`select ${mayBeContacted} as leaves from customers where customer_id = ${id ?? 0}`,
  );
  if (row === undefined) throw new Error(`nobody has the key ${key}`);
  return row.leaves;
}

beforeEach(() => emptyBase(db));

describe("people", () => {
  it("are the same by number in one file and by address in the next", async () => {
    await read("people-by-number");
    const record = await read("orders-by-address");
    expect(await people()).toEqual({ people: 60, buyers: 20, orders: 60 });
    expect(record.report).toMatchObject({ newCustomers: 0, updatedCustomers: 20 });
  });

  it("are the same whichever file comes first, and are shown by the shop's number", async () => {
    await read("orders-by-address");
    await read("people-by-number");
    expect(await people()).toEqual({ people: 60, buyers: 20, orders: 60 });
    const shown = await db.execute<{ key: string }>(sql`select key from customers where key like '%@%'`);
    expect(shown).toHaveLength(0);
  });

  it("are found by the number without its zeros, which is said", async () => {
    await read("customers");
    await read("orders");
    const record = await read("ids-without-zeros");
    expect(await people()).toMatchObject({ people: 80 });
    expect(counts(record)).toMatchObject({ padded_ids: 2 });
    expect(await findCustomerId(db, ["2"])).toBe(await findCustomerId(db, ["00002"]));
  });

  it("join nobody by an address that two have, and a no at it counts for both", async () => {
    const record = await importInto(
      db,
      fileOf("customer_id,email\n1,home@example.org\n2,home@example.org\n3,c@example.org\n"),
    );
    expect(counts(record)).toMatchObject({ shared_keys: 1 });
    const orders = await importInto(
      db,
      fileOf("order_id,email,order_date,amount\nA1,home@example.org,2024-01-02,10.00\n"),
    );
    expect(counts(orders)).toMatchObject({ ambiguous_keys: 1 });
    expect(await people()).toEqual({ people: 4, buyers: 1, orders: 1 });
    await importInto(db, fileOf("email\nhome@example.org\n", "do_not_contact.csv"));
    expect(await countAudience(db, everyone)).toMatchObject({ members: 4, contactable: 1, suppressed: 3 });
  });

  it("may have said no by their address before they came", async () => {
    await importInto(db, fileOf("email\nb@example.org\n", "do_not_contact.csv"));
    await importInto(db, fileOf("customer_id,email\n1,a@example.org\n2,b@example.org\n"));
    expect([await leaves("1"), await leaves("2")]).toEqual([true, false]);
  });
});

describe("consent", () => {
  beforeEach(async () => {
    await read("customers");
    await read("orders");
    // Counted in the file: 27 of the 80 say no.
    expect(await countAudience(db, everyone)).toMatchObject({ members: 80, refused: 27, contactable: 53 });
  });

  it("is not given back by the file that came before the list of those to silence", async () => {
    await read("suppressed-addresses");
    await read("customers");
    expect([await leaves("00005"), await leaves("person6@example.com")]).toEqual([false, false]);
  });

  it("stays a no when an older file without dates says yes", async () => {
    expect(await leaves("00004")).toBe(true);
    await read("consent-update");
    await read("customers");
    expect(await leaves("00004")).toBe(false);
  });

  it("comes back with a yes that is dated later than the no, and with no other", async () => {
    const said = (day: string, word: string) =>
      db.execute(sql`
        insert into consents (key, key_kind, said, day, via, import_id) values ('00004', 'id', ${word}, ${day}, 'row', 1)`);
    await said("2026-03-01", "no");
    await said("2026-03-01", "yes");
    await read("consent-update");
    expect(await leaves("00004")).toBe(false);
  });

  it("is withdrawn by entries in any form", async () => {
    const record = await read("suppressed-mail");
    expect(counts(record)).toMatchObject({ known_suppressions: expect.any(Number) });
    for (const key of ["00001", "00003", "00005", "00007"])
      expect([key, await leaves(key)]).toEqual([key, false]);
    expect(await people()).toMatchObject({ people: 80 });
  });
});
