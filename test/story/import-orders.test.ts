import { gzipSync } from "node:zlib";
import { asc, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "../../src/db/connection/connect.ts";
import { customers, consents, events, orders } from "../../src/db/schema/index.ts";
import { freshDatabase } from "../database.ts";
import { fileOf } from "../sources/files.ts";
import { counts, emptyBase, findByKey, importInto, loadBase, reportOf } from "./import-into.ts";

const { db } = await freshDatabase();
beforeEach(() => emptyBase(db));

const header = "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID";
const file = (...lines: string[]) => fileOf([header, ...lines].join("\n"), "orders.csv");

/** Order lines as `invoice kind cents quantity product`, in the order of the file. */
async function lines(base: Db): Promise<string[]> {
  const rows = await base.select().from(orders).orderBy(asc(orders.orderKey), asc(sql`ctid`));
  return rows.map((row) =>
    [row.orderKey, row.kind, row.amountCents, row.quantity, row.product ?? "-"].join(" "),
  );
}

describe("order lines", () => {
  it("are purchases, returns or adjustments by one rule, and only products count as products", async () => {
    const record = await importInto(
      db,
      file(
        "1,A1,6,2010-12-01 08:26:00,2.55,17850.0",
        "2,POST,1,2010-12-01 08:26:00,18.00,17850.0", // a service: money, but no product
        "C3,A1,-6,2010-12-02 08:26:00,2.55,17850.0", // cancelled
        "4,A1,-2,2010-12-02 08:26:00,2.55,17850.0", // sent back without a cancellation
        "5,A2,3,2010-12-03 08:26:00,0.00,17850.0", // a gift
        "6,B,1,2010-12-03 08:26:00,-110.62,17850.0", // bad debt
      ),
    );
    expect(await lines(db)).toEqual([
      "1 purchase 1530 6 A1",
      "2 purchase 1800 1 -",
      "4 return -510 -2 A1",
      "5 other 0 3 A2",
      "6 other -11062 1 -",
      "C3 return -1530 -6 A1",
    ]);
    expect(counts(record)).toMatchObject({
      service_lines: 2,
      cancelled_lines: 1,
      returned_lines: 1,
      zero_price_lines: 1,
      other_lines: 1,
    });
  });

  it("are dated by the whole file, also where its first thousands could be read in two ways", async () => {
    const either = Array.from({ length: 6_000 }, (_, line) => `${line},A1,1,04/09/2012,1.50,7`);
    await importInto(db, file(...either, "6000,A1,1,12/31/2012,1.50,7")); // only the last has a month first for sure
    const [days] = await db.execute(
      sql`select min(at)::date::text as first, max(at)::date::text as last from orders`,
    );
    expect(days).toEqual({ first: "2012-04-09", last: "2012-12-31" });
  });

  it("without a customer are left out, counted, and their money told", async () => {
    const record = await importInto(
      db,
      file("1,A1,2,2010-12-01,1.50,", "1,A2,1,2010-12-01,4.00,", "2,A1,1,2010-12-01,1.50,7"),
    );
    expect(await lines(db)).toEqual(["2 purchase 150 1 A1"]);
    expect(reportOf(record).findings).toContainEqual({
      code: "anonymous_lines",
      count: 2,
      disposition: "left_out",
      amountCents: 700,
    });
  });

  it("that repeat cell by cell are kept: a till scans the same thing twice", async () => {
    const record = await importInto(
      db,
      file("1,A1,1,2010-12-01,1.50,7", "1,A2,1,2010-12-01,1.50,7", "1,A1,1,2010-12-01,1.50,7"),
    );
    expect(await lines(db)).toHaveLength(3);
    expect(counts(record)).toMatchObject({ duplicate_lines: 1 });
  });

  it("round each line to whole cents, half a cent up", async () => {
    await importInto(
      db,
      file("1,A1,3,2010-12-01,0.335,7", "2,A1,1,2010-12-01,1.005,7", "3,A1,1,2010-12-01,0.001,7"),
    );
    // By hand: 3 × 0.335 = 1.005 → 101; 1.005 → 101; 0.001 → 0, and still a purchase: it has a price.
    expect(await lines(db)).toEqual(["1 purchase 101 3 A1", "2 purchase 101 1 A1", "3 purchase 0 1 A1"]);
  });

  it("of the future, without a day or with an unreadable price are rejected, each with its column", async () => {
    const record = await importInto(
      db,
      file(
        "1,A1,1,2010-12-01,1.50,7",
        "2,A1,1,2110-12-01,1.50,7",
        "3,A1,1,2010-02-31,1.50,7",
        "4,A1,1,2010-12-01,free,7",
        "5,A1,1,2010-12-02,2.50,7",
        "6,A1,1,2010-12-03,3.50,7",
      ),
    );
    expect(counts(record)).toMatchObject({
      "future_dated InvoiceDate": 1,
      "unreadable_date InvoiceDate": 1,
      "unreadable_number UnitPrice": 1,
    });
    expect(reportOf(record)).toMatchObject({ rows: 6, stored: 3, rejected: 3 });
  });

  it("replace those of the same invoices when a file is read in again, and leave the others", async () => {
    await importInto(
      db,
      file("1,A1,1,2010-12-01,1.00,7", "1,A2,1,2010-12-01,2.00,7", "2,A1,1,2010-12-02,3.00,8"),
    );
    const again = file("1,A1,5,2010-12-01,1.00,7", "3,A1,1,2010-12-03,4.00,9");
    await importInto(db, again);
    const record = await importInto(db, again);
    expect(await lines(db)).toEqual(["1 purchase 500 5 A1", "2 purchase 300 1 A1", "3 purchase 400 1 A1"]);
    expect(reportOf(record)).toMatchObject({ newCustomers: 0, updatedCustomers: 2 });
  });

  it("go when their invoice has become anonymous", async () => {
    await importInto(db, file("1,A1,1,2010-12-01,1.00,7", "2,A1,1,2010-12-02,3.00,8"));
    await importInto(db, file("1,A1,1,2010-12-01,1.00,", "2,A1,1,2010-12-02,3.00,8"));
    expect(await lines(db)).toEqual(["2 purchase 300 1 A1"]);
  });

  it("may have an amount and no price, an e-mail address for a customer, and no order number", async () => {
    const record = await importInto(
      db,
      fileOf(
        "Correo;Fecha;Importe\nAna@Example.com;31/03/2024;1.234,50 €\nana@example.com;31/03/2024;10,00 €\nluis@example.com;01/04/2024;-5,00 €\n",
        "ventas.csv",
      ),
    );
    expect(await lines(db)).toEqual([
      "ana@example.com@2024-03-31T00:00:00.000Z purchase 123450 1 -",
      "ana@example.com@2024-03-31T00:00:00.000Z purchase 1000 1 -",
      "luis@example.com@2024-04-01T00:00:00.000Z return -500 -1 -",
    ]);
    expect(counts(record)).toMatchObject({ no_order_column: 1, customers_without_purchase: 1 });
  });

  it("named C1001 throughout are no cancellations", async () => {
    await importInto(db, file("C1001,A1,1,2010-12-01,1.00,7", "C1002,A1,1,2010-12-02,3.00,8"));
    expect(await lines(db)).toEqual(["C1001 purchase 100 1 A1", "C1002 purchase 300 1 A1"]);
  });

  it("come from a packed file as from a plain one, and join customers who are already there", async () => {
    await importInto(db, fileOf("customer_id,age\n7,30\n"));
    const text = `${header}\n1,A1,1,2010-12-01,1.00,7.0\n`;
    await importInto(db, fileOf(gzipSync(text), "orders.csv.gz"));
    expect(await loadBase(db)).toEqual({ 7: { age: 30 } });
    expect(await lines(db)).toEqual(["1 purchase 100 1 A1"]);
  });
});

describe("events", () => {
  it("are the same event when customer, moment and kind are, in one file and the next", async () => {
    const visits = fileOf(
      "customer_id,time,event,duration\n7,2024-01-01 10:00,WiFi,30\n7,2024-01-01 10:00,wifi,45\n7,2024-01-01 11:00,app,2\n",
    );
    await importInto(db, visits);
    const record = await importInto(db, visits);
    const rows = await db.select().from(events).orderBy(events.at);
    expect(rows.map(({ kind, value }) => [kind, value])).toEqual([
      ["wifi", 45],
      ["app", 2],
    ]);
    expect(counts(record)).toMatchObject({ duplicate_events: 1 });
  });

  it("are called after their file when no column says what they are", async () => {
    await importInto(db, fileOf("customer_id,visited_at\n7,2024-01-01 10:00\n", "visits.csv"));
    expect(await db.select({ kind: events.kind, value: events.value }).from(events)).toEqual([
      { kind: "visits", value: 1 },
    ]);
  });
});

describe("a suppression list", () => {
  it("silences customers by key or e-mail address, those who come later too", async () => {
    await importInto(
      db,
      fileOf("customer_id,email\n1,Ana@example.com\n2,luis@example.com\n3,eva@example.com\n"),
    );
    const record = await importInto(db, fileOf("ANA@example.com\n2.0\n99\n", "do_not_contact.csv"));
    expect(counts(record)).toMatchObject({ unknown_suppressions: 1 });
    await importInto(db, file("1,A1,1,2010-12-01,1.00,99"));
    const silenced = await db.select().from(customers).where(sql`suppressed`).orderBy(customers.key);
    expect(silenced.map(({ key }) => key)).toEqual(["1", "2", "99"]);
  });

  it("never gives anybody back, neither by a shorter list nor by a new customers' file", async () => {
    await importInto(db, fileOf("customer_id,age\n1,30\n2,40\n"));
    await importInto(db, fileOf("customer_id\n1\n2\n", "bajas.csv"));
    await importInto(db, fileOf("customer_id\n2\n", "bajas.csv"));
    await importInto(db, fileOf("customer_id,age,suppressed\n1,31,no\n2,41,no\n"));
    expect((await findByKey(db, "1"))?.suppressed).toBe(true);
    // Two of the first list, one of the second: each file keeps what it said.
    expect(await db.select().from(consents)).toHaveLength(3);
  });
});
