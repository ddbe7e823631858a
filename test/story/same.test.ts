import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "../../src/contract/reply.ts";
import { findCustomerId } from "../../src/db/people/find-customer.ts";
import { freshDatabase } from "../database.ts";
import { answerOn, someone } from "../commands/small-shop.ts";
import { fileOf } from "../sources/files.ts";
import { emptyBase, importInto } from "./import-into.ts";

const { db } = await freshDatabase();
const now = new Date("2026-12-01T09:00:00Z");

function say(line: string): Promise<Reply> {
  return answerOn(db)(line, someone({ role: "admin" }));
}

/** Everything that a customer has, in an order of its own. */
async function snapshot() {
  return await db.execute(sql`
    select c.key, c.attributes, c.consent, c.suppressed,
           (select jsonb_agg(jsonb_build_array(key, kind) order by kind, key) from customer_keys k
            where k.customer_id = c.customer_id) as keys,
           (select jsonb_agg(jsonb_build_array(order_key, amount_cents) order by order_key) from orders o
            where o.customer_id = c.customer_id) as orders,
           (select jsonb_agg(jsonb_build_array(campaign, responded) order by campaign) from responses r
            where r.customer_id = c.customer_id) as answers
    from customers c order by c.key`);
}

beforeEach(async () => {
  await emptyBase(db);
  await importInto(
    db,
    fileOf(
      "customer_id,email,city,consent\n1,a@example.org,Porto,yes\n2,b@example.org,Lisboa,yes\n3,c@example.org,,no\n",
    ),
    { now },
  );
  await importInto(
    db,
    fileOf(
      "order_id,customer_id,order_date,amount\nA1,1,2026-01-02,10.00\nA2,2,2026-01-03,20.00\nA3,3,2026-01-04,30.00\n",
    ),
    { now },
  );
});

describe("same", () => {
  it("makes two customers one, and says what each had", async () => {
    const reply = await say("same 1 b@example.org");
    expect(reply.headline).toBe("Customers 1 and 2 are one person now, called 1.");
    expect(reply.data).toMatchObject({ orders: 2, keys: 4 });
    expect(await findCustomerId(db, ["2"])).toBe(await findCustomerId(db, ["1"]));
    expect(await db.execute(sql`select count(*)::int as people from customers`)).toEqual([{ people: 2 }]);
  });

  it("has a no of either count for both", async () => {
    await say("same 1 3");
    expect(await db.execute(sql`select consent from customers where key = '1'`)).toEqual([{ consent: "no" }]);
  });

  it("leaves nothing behind when it is undone", async () => {
    const before = await snapshot();
    await say("same 1 3");
    expect(await snapshot()).not.toEqual(before);
    const reply = await say("same undo 1");
    expect(reply.headline).toBe("Customers 1 and 3 are two people again.");
    expect(await snapshot()).toEqual(before);
  });

  it("gives back what came since by the number of an order that was theirs", async () => {
    await say("same 1 2");
    await importInto(
      db,
      fileOf("order_id,customer_id,order_date,amount\nA2,2,2026-02-03,-5.00\nA4,1,2026-02-04,7.00\n"),
      { now },
    );
    await say("same undo 1");
    const orders = await db.execute(sql`
      select c.key, array_agg(order_key || ' ' || amount_cents order by order_key, amount_cents desc) as lines
      from orders o join customers c on c.customer_id = o.customer_id group by c.key order by c.key`);
    expect(orders).toEqual([
      { key: "1", lines: ["A1 1000", "A4 700"] },
      { key: "2", lines: ["A2 2000", "A2 -500"] },
      { key: "3", lines: ["A3 3000"] },
    ]);
  });

  it("changes nothing for one person, nor where nobody was joined", async () => {
    expect((await say("same 1 a@example.org")).outcome).toBe("mistake");
    expect((await say("same undo 1")).outcome).toBe("mistake");
    expect((await answerOn(db)("same 1 2", someone())).outcome).toBe("mistake");
  });
});
