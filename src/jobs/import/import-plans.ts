import type { OrderChange } from "../../db/orders/order-versions.ts";
import type { ImportOrigin } from "../../db/imports/imports.ts";
import type { Stored } from "../../db/imports/staging-merge.ts";
import type { Db } from "../../db/connection/connect.ts";
import type { CopyRows } from "../../db/connection/copy-batches.ts";
import { customerColumns, storeCustomers } from "../../db/people/store-customers.ts";
import { eventColumns, storeEvents } from "../../db/orders/store-events.ts";
import { orderColumns, storeOrders } from "../../db/orders/store-orders.ts";
import { storeSuppressions, suppressionColumns } from "../../db/people/store-suppressions.ts";
import type { FileKind } from "../../sources/guess/mapping.ts";
import type { Tally, Worth } from "../../sources/report/quality.ts";
import { createCustomerReader, type CustomerRow } from "../../sources/rows/read-customers.ts";
import { type ConsentSaid, keyKindOf, type PersonKeys } from "../../sources/rows/person.ts";
import { createEventReader, type EventRow } from "../../sources/rows/read-events.ts";
import type { Reading } from "../../sources/file/reading.ts";
import { createOrderReader } from "../../sources/rows/read-orders.ts";
import type { OrderLine } from "../../sources/rows/order-line.ts";
import { createSuppressionReader, type SuppressionRow } from "../../sources/rows/read-suppressions.ts";
import { readValues } from "../../sources/rows/read-values.ts";
import type { RowReader } from "../../sources/rows/row-reader.ts";

/** How the rows of one kind of file become data. */
export interface ImportPlan {
  /** The staging table: name → PostgreSQL type. */
  readonly columns: Readonly<Record<string, string>>;
  /** Reads the file into the staging table, batch by batch; says how many rows will be data. */
  copy(source: ImportSource, rows: CopyRows, flush: () => Promise<void>): Promise<number>;
  /** From staging to the base; tells the tally what only the base can know. */
  store(tx: Db, arrived: Arrived): Promise<Brought>;
}

/** What a file changed. */
export interface Brought extends Pick<Stored, "rows" | "newCustomers" | "updatedCustomers"> {
  /** Customers who may no longer be contacted since. */
  readonly silenced: readonly number[];
}

/** Rows in a staging table, what they carry into the base, and where to tell what it knew of them. */
export interface Arrived {
  readonly table: string;
  readonly origin: ImportOrigin;
  readonly tally: Tally;
}

/** The file, and what it takes to read its rows. */
export interface ImportSource {
  readonly reading: Reading;
  readonly context: RowReader;
}

export const importPlans: Readonly<Record<FileKind, ImportPlan>> = {
  customers: {
    columns: customerColumns,
    async copy({ reading, context }, rows, flush) {
      const read = createCustomerReader(context);
      let count = 0;
      for await (const customers of readValues(reading, context, read)) {
        for (const customer of customers) writeCustomer(customer, rows);
        count += customers.length;
        await flush();
      }
      return count;
    },
    async store(tx, { table, origin, tally }) {
      const stored = await storeCustomers(tx, table, origin);
      if (stored.merged > 0) tally.add("duplicate_customers", "merged", { count: stored.merged });
      if (stored.lookAlikes > 0) tally.add("look_alikes", "kept", { count: stored.lookAlikes });
      return broughtBy(stored, tally);
    },
  },
  orders: {
    columns: orderColumns,
    async copy({ reading, context }, rows, flush) {
      let count = 0;
      for await (const lines of readValues(reading, context, createOrderReader(context))) {
        for (const line of lines) {
          writeOrderLine(line, rows);
          if (line.key !== null && line.kind !== "none") count++;
        }
        await flush();
      }
      return count;
    },
    async store(tx, { table, origin, tally }) {
      const stored = await storeOrders(tx, table, origin);
      const { withoutPurchase, change } = stored;
      if (change.known > 0) tally.add("known_lines", "kept", { count: change.known });
      if (change.gone > 0)
        tally.add("replaced_lines", "replaced", { count: change.gone, worth: worthOf(change) });
      if (withoutPurchase > 0) tally.add("customers_without_purchase", "kept", { count: withoutPurchase });
      return broughtBy(stored, tally);
    },
  },
  events: {
    columns: eventColumns,
    async copy({ reading, context }, rows, flush) {
      let count = 0;
      for await (const events of readValues(reading, context, createEventReader(context))) {
        for (const event of events) writeEvent(event, rows);
        count += events.length;
        await flush();
      }
      return count;
    },
    async store(tx, { table, origin, tally }) {
      const stored = await storeEvents(tx, table, origin);
      if (stored.merged > 0) tally.add("duplicate_events", "merged", { count: stored.merged });
      return broughtBy(stored, tally);
    },
  },
  suppressions: {
    columns: suppressionColumns,
    async copy({ reading, context }, rows, flush) {
      const read = createSuppressionReader(context);
      let count = 0;
      for await (const entries of readValues(reading, context, read)) {
        for (const entry of entries) writeSuppression(entry, rows);
        count += entries.length;
        await flush();
      }
      return count;
    },
    async store(tx, { table, origin, tally }) {
      const { rows, found, remembered, padded, senseless, silenced } = await storeSuppressions(
        tx,
        table,
        origin,
      );
      if (found > 0) tally.add("known_suppressions", "kept", { count: found });
      if (remembered > 0) tally.add("unknown_suppressions", "remembered", { count: remembered });
      if (padded > 0) tally.add("padded_ids", "assumed", { count: padded });
      for (const { line, key } of senseless) tally.reject({ line, code: "no_key", column: "", cells: [key] });
      return { rows, newCustomers: 0, updatedCustomers: silenced.length, silenced };
    },
  },
};

/** Tells what came up while the people of a file were found. */
function broughtBy({ rows, newCustomers, updatedCustomers, people }: Stored, tally: Tally): Brought {
  const { padded, ambiguous, shared, silenced } = people;
  if (padded > 0) tally.add("padded_ids", "assumed", { count: padded });
  if (ambiguous > 0) tally.add("ambiguous_keys", "kept_apart", { count: ambiguous });
  if (shared > 0) tally.add("shared_keys", "kept", { count: shared });
  return { rows, newCustomers, updatedCustomers, silenced };
}

// The values below stand in the order of the staging tables' columns.

export function writeCustomer(customer: CustomerRow, rows: CopyRows): void {
  rows.row();
  rows.integer(customer.line);
  rows.text(customer.key);
  writeKeys(customer, rows);
  rows.json(customer.attributes);
  writeConsent(customer, rows);
  if (customer.suppressed === null) rows.nothing();
  else rows.boolean(customer.suppressed);
  rows.json(customer.responses);
}

export function writeOrderLine(line: OrderLine, rows: CopyRows): void {
  rows.row();
  rows.integer(line.line);
  writeText(line.key, rows);
  writeKeys(line, rows);
  rows.text(line.orderKey);
  rows.moment(line.at);
  rows.text(line.kind);
  rows.bigint(line.amountCents);
  rows.integer(line.quantity);
  writeText(line.product, rows);
  writeText(line.channel, rows);
  writeText(line.currency, rows);
  writeConsent(line, rows);
}

export function writeEvent(event: EventRow, rows: CopyRows): void {
  rows.row();
  rows.integer(event.line);
  rows.text(event.key);
  writeKeys({ keyKind: keyKindOf(event.key), email: null, phone: null }, rows);
  rows.moment(event.at);
  rows.text(event.kind);
  rows.double(event.value);
}

function writeSuppression(suppression: SuppressionRow, rows: CopyRows): void {
  rows.row();
  rows.integer(suppression.line);
  rows.text(suppression.entry);
  rows.text(suppression.entryKind);
  writeConsent(suppression, rows);
}

function writeKeys({ keyKind, email, phone }: Omit<PersonKeys, "key">, rows: CopyRows): void {
  rows.text(keyKind);
  writeText(email, rows);
  writeText(phone, rows);
}

function writeConsent({ consent, consentOn }: ConsentSaid, rows: CopyRows): void {
  writeText(consent, rows);
  writeText(consentOn, rows);
}

function writeText(value: string | null, rows: CopyRows): void {
  if (value === null) rows.nothing();
  else rows.text(value);
}

function worthOf({ beforeCents, afterCents }: OrderChange): Worth {
  return { beforeCents, afterCents };
}
