import { sql } from "drizzle-orm";
import fc from "fast-check";
import type { Db } from "../../../src/db/connection/connect.ts";
import { closeImport, openImport } from "../../../src/db/imports/imports.ts";
import { undoImport } from "../../../src/db/imports/undo-import.ts";
import { eventColumns, storeEvents } from "../../../src/db/orders/store-events.ts";
import { orderColumns, storeOrders } from "../../../src/db/orders/store-orders.ts";
import { customerColumns, storeCustomers } from "../../../src/db/people/store-customers.ts";
import { emptyBase } from "../../story/import-into.ts";

type Row = Readonly<Record<string, string | number | boolean | object | null>>;

/** A file of a few rows about a few people, so that files keep meeting. */
export interface SmallFile {
  readonly kind: "customers" | "orders" | "events";
  readonly hasOrderNumbers: boolean;
  readonly rows: readonly Row[];
}

/** A file that comes, or the undoing of one that came. */
export type Step = { readonly file: SmallFile } | { readonly undo: number };

const stores = { customers: storeCustomers, orders: storeOrders, events: storeEvents };
const columns = { customers: customerColumns, orders: orderColumns, events: eventColumns };

const person = fc.constantFrom("1", "2", "3", "ana@example.org");
const at = fc.constantFrom("2026-06-01", "2026-06-02", "2026-06-03").map((day) => `${day}T00:00:00Z`);
const cells = fc.record(
  { city: fc.constantFrom("Porto", "Bilbao", null), income: fc.integer({ min: 1, max: 3 }) },
  { requiredKeys: [] },
);

const customerRow = fc.record({
  key: person,
  email: fc.constantFrom(null, null, "ana@example.org", "luis@example.org"),
  consent: fc.constantFrom(null, "yes", "no", "unknown"),
  consent_on: fc.constantFrom(null, "2026-05-01", "2026-05-02"),
  attributes: cells,
  responses: fc.record({ spring: fc.boolean(), summer: fc.boolean() }, { requiredKeys: [] }),
});

const orderRow = fc
  .record({
    key: fc.option(person, { freq: 8 }),
    order_key: fc.constantFrom("A", "B", "C"),
    at,
    kind: fc.constantFrom("purchase", "purchase", "return"),
    amount: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ amount, ...row }) => ({
    ...row,
    amount_cents: row.kind === "return" ? -amount : amount,
    quantity: row.kind === "return" ? -1 : 1,
  }));

const eventRow = fc.record({
  key: person,
  at,
  kind: fc.constantFrom("visit", "app"),
  value: fc.integer({ min: 1, max: 3 }),
});

const file: fc.Arbitrary<SmallFile> = fc.oneof(
  fc.record({
    kind: fc.constant("customers" as const),
    hasOrderNumbers: fc.constant(false),
    rows: fc.uniqueArray(customerRow, { minLength: 1, maxLength: 3, selector: ({ key }) => key }),
  }),
  fc.record({
    kind: fc.constant("orders" as const),
    hasOrderNumbers: fc.boolean(),
    rows: fc.array(orderRow, { minLength: 1, maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant("events" as const),
    hasOrderNumbers: fc.constant(false),
    rows: fc.array(eventRow, { minLength: 1, maxLength: 3 }),
  }),
);

/** Files in their order, and undoings of earlier ones among them. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: file.map((some) => ({ file: some })) },
    { weight: 2, arbitrary: fc.nat({ max: 9 }).map((undo) => ({ undo })) },
  ),
  { minLength: 2, maxLength: 9 },
);

/** Takes the steps one after the other; an undoing means one of the files so far that are not undone. */
export async function take(
  db: Db,
  all: readonly Step[],
  withConsent: boolean,
): Promise<readonly SmallFile[]> {
  await emptyBase(db);
  const active: { readonly id: number; readonly file: SmallFile }[] = [];
  for (const step of all) {
    if ("file" in step) active.push({ id: await bring(db, step.file), file: step.file });
    else if (active.length > 0) {
      const [gone] = active.splice(step.undo % active.length, 1);
      if (gone !== undefined) await undoImport(db, gone.id, { by: "U1", at: new Date(0), withConsent });
    }
  }
  return active.map((each) => each.file);
}

/** Brings one file in by the steps of an import that follow its reading. */
export function bring(db: Db, { kind, hasOrderNumbers, rows }: SmallFile): Promise<number> {
  return db.transaction(async (tx) => {
    const table = "staging_of_test";
    const definition = Object.entries(columns[kind]).map(([name, type]) => `${name} ${type}`);
    await tx.execute(sql.raw(`create temporary table ${table} (${definition.join(", ")}) on commit drop`));
    const listed = rows.map((row, line) => ({ line, key_kind: kindOf(row["key"]), ...row }));
    await tx.execute(sql`
      insert into ${sql.raw(table)}
      select * from jsonb_populate_recordset(null::${sql.raw(table)}, ${JSON.stringify(listed)}::text::jsonb)`);
    const origin = await openImport(tx, {
      fileName: `${kind}.csv`,
      kind,
      mapping: {},
      importedBy: "U1",
      importedAt: new Date(0),
      sourceId: 0,
      hasOrderNumbers,
    });
    await stores[kind](tx, table, origin);
    await closeImport(tx, origin.importId, { report: {}, rejects: [] });
    return origin.importId;
  });
}

function kindOf(key: Row[string] | undefined): string {
  return typeof key === "string" && key.includes("@") ? "email" : "id";
}

/** All that the base says of people, in words that do not depend on its own numbers. */
export async function describeBase(db: Db): Promise<readonly string[]> {
  const named = sql`(select customer_id, string_agg(key, '+' order by kind, key) as person from customer_keys group by 1) as named`;
  const rows = await db.execute<{ line: string }>(sql`
    select concat_ws(' ', 'customer', person, key, attributes, consent, suppressed) as line from customers left join ${named} using (customer_id)
    union all select concat_ws(' ', 'order', person, order_key, at, kind, amount_cents, quantity, source_id)
    from orders left join ${named} using (customer_id)
    union all select concat_ws(' ', 'event', person, at, kind, value) from events left join ${named} using (customer_id)
    union all select concat_ws(' ', 'answer', person, campaign, responded)
    from responses left join ${named} using (customer_id)
    order by line`);
  return rows.map(({ line }) => line);
}
