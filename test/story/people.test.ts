import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { countAudience } from "../../src/db/campaigns/audiences.ts";
import { allowCustomer } from "../../src/db/people/allow-customer.ts";
import { settleConsent } from "../../src/db/people/consent-facts.ts";
import { mayBeContacted } from "../../src/db/people/contact.ts";
import { findCustomerId } from "../../src/db/people/find-customer.ts";
import { hasPersonalIds, sayPersonal } from "../../src/db/people/personal-sources.ts";
import { clearSetting, saveSetting } from "../../src/db/team/settings.ts";
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
    const id = (await findCustomerId(db, ["00004"])) ?? 0;
    const saysOn = async (word: "yes" | "no", day: string | null) => {
      await db.execute(sql`
        insert into consents (key, key_kind, said, day, via) values ('00004', 'id', ${word}, ${day}::date, 'row')`);
      await settleConsent(db, sql`select ${id}::bigint as customer_id`);
      return leaves("00004");
    };
    expect(await saysOn("no", "2026-03-01")).toBe(false);
    expect(await saysOn("yes", null)).toBe(false);
    expect(await saysOn("yes", "2026-03-01")).toBe(false);
    expect(await saysOn("yes", "2026-03-02")).toBe(true);
  });

  it("is withdrawn by entries in any form", async () => {
    const record = await read("suppressed-mail");
    expect(counts(record)).toMatchObject({ known_suppressions: expect.any(Number) });
    for (const key of ["00001", "00003", "00005", "00007"])
      expect([key, await leaves(key)]).toEqual([key, false]);
    expect(await people()).toMatchObject({ people: 80 });
  });

  it("is lifted by name, with who did so and why, until the next no", async () => {
    const id = (await findCustomerId(db, ["00002"])) ?? 0;
    expect(await leaves("00002")).toBe(false);
    expect(await allowCustomer(db, id, { by: "U7", why: "asked for it at the desk", now })).toBe("no");
    expect(await leaves("00002")).toBe(true);
    expect(await db.execute(sql`select said_by, why from consents where via = 'person'`)).toEqual([
      { said_by: "U7", why: "asked for it at the desk" },
    ]);
    await importInto(db, fileOf("email\nperson2@example.com\n", "do_not_contact.csv"), {
      now: new Date("2026-12-02T09:00:00Z"),
    });
    expect(await leaves("00002")).toBe(false);
  });

  it("leaves those out who were never asked where the team says so", async () => {
    await importInto(db, fileOf("customer_id,email\n00081,person81@example.com\n"), { now });
    expect(await countAudience(db, everyone)).toMatchObject({ members: 81, contactable: 54, unknown: 1 });
    await saveSetting(db, "team", { name: "unknown", value: "out" });
    expect(await countAudience(db, everyone)).toMatchObject({ contactable: 53, unasked: 1, unknown: 0 });
    await clearSetting(db, "team", "unknown");
  });

  it("is told to those whose lists of the last 90 days hold people who said no since", async () => {
    const list = async (user: string, exportedAt: string, keys: string) => {
      await db.execute(sql`
        with taken as (
          insert into export_ledger (exported_by, source, columns, customers, personal, destination, exported_at)
          values (${user}, '{}', '{id}', 3, false, 'direct', ${exportedAt}) returning id)
        insert into export_members (customer_id, export_id)
        select k.customer_id, taken.id from taken, customer_keys k where k.key = any(string_to_array(${keys}, ' '))`);
    };
    await list("U1", "2026-11-30T10:00:00Z", "00005 00006 00008");
    await list("U2", "2026-08-01T10:00:00Z", "00005");
    await read("suppressed-addresses");
    const told = await db.execute<{ user: string; kind: string; headline: string }>(
      sql`select asker ->> 'user' as user, kind, reply ->> 'headline' as headline from outbox`,
    );
    expect(told).toEqual([
      {
        user: "U1",
        kind: "direct",
        headline: "2 people of the list that you took on Nov 30, 2026 said no since.",
      },
    ]);
  });

  it("is withdrawn by the file of those who unsubscribed", async () => {
    await read("unsubscribed_segment_export");
    expect([await leaves("00021"), await leaves("00022")]).toEqual([false, false]);
    expect(await people()).toMatchObject({ people: 80 });
  });

  it("is read from the files of shops and mail programs, and nobody is doubled", async () => {
    await read("shopify-customers");
    await read("klaviyo-profiles");
    expect([await leaves("00028"), await leaves("00024")]).toEqual([false, false]);
    expect(await people()).toMatchObject({ people: 80 });
  });

  it.each(["optout-column", "unsub-column"])(
    "is read from the column of %s, which silences eight",
    async (name) => {
      await read(name);
      // Counted in the files: 8 say no, and one of them said so before; 27 + 8 - 1.
      expect(await countAudience(db, everyone)).toMatchObject({ members: 80, contactable: 46 });
    },
  );
});

describe("the ids of a list", () => {
  const members = sql`select customer_id from customers`;

  it("are impersonal when they are the shop's numbers, and personal when they are addresses", async () => {
    await read("people-by-number");
    expect(await hasPersonalIds(db, members)).toBe(false);
    await importInto(db, fileOf("order_id,email,order_date,amount\nA1,z@example.org,2024-01-02,10.00\n"));
    expect(await hasPersonalIds(db, members)).toBe(true);
  });

  it("are personal when a whole column has check digits, unless an admin says otherwise", async () => {
    const rows = ["12345678Z", "87654321X", "11111111H", "22222222J", "33333333P"].map((id) => `${id},30`);
    await importInto(db, fileOf(`customer_id,age\n${rows.join("\n")}\n`));
    expect(await hasPersonalIds(db, members)).toBe(true);
    await sayPersonal(db, false, "U7");
    await importInto(db, fileOf(`customer_id,age\n${rows.join("\n")}\n`));
    expect(await hasPersonalIds(db, members)).toBe(false);
    await db.execute(sql`update sources set personal_ids = false, personal_ids_said_by = null`);
  });
});
