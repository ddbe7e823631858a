import { copyAllIn, type CopyBatch } from "../../db/connection/copy.ts";
import type { CopyRows } from "../../db/connection/copy-batches.ts";
import type { Db } from "../../db/connection/connect.ts";
import { closeImport, openImport } from "../../db/imports/imports.ts";
import { loadActiveModel } from "../../db/campaigns/response-models.ts";
import { dateCampaigns, loadSampleState, sampleFileName } from "../../db/imports/sample.ts";
import { customerColumns, storeCustomers } from "../../db/people/store-customers.ts";
import { eventColumns, storeEvents } from "../../db/orders/store-events.ts";
import { orderColumns, storeOrders } from "../../db/orders/store-orders.ts";
import type { SampleOutcome } from "../../db/requests/tasks.ts";
import { UserError } from "../../contract/errors.ts";
import { sampleMapping, sampleReport } from "../../sources/sample-shop/records.ts";
import { sampleShop, sampleWeek, type ShopRows } from "../../sources/sample-shop/sample-shop.ts";
import { writeCustomer, writeEvent, writeOrderLine } from "./import-plans.ts";
import type { Job } from "../runner/job.ts";
import { segmentIn } from "../segmentation/segment.ts";
import { trainIn } from "../training/train.ts";
import { jobSays } from "../runner/words.ts";

/** Loads the sample shop with segments and a response model, or its next week, and places everyone anew. */
export const sample: Job<"sample"> = async ({ next = false }, context) => {
  const { db, actor, now } = context;
  const says = jobSays[actor.locale];
  const { week, hasOthers } = await loadSampleState(db);
  if (hasOthers) throw new UserError(says.sampleBesideOthers, { hint: "data check" });
  if (next && week === undefined) throw new UserError(says.noSample, { hint: "data sample" });
  context.report({ step: says.stepSample, done: 0, total: 0 });
  const outcome = await loadSample(db, { week: next ? (week ?? 0) + 1 : 0, by: actor.user, now });
  context.keep(says.keptData);
  await segmentIn(context);
  if (!next && (await loadActiveModel(db)) === undefined) await trainIn(context);
  return outcome;
};

/** The shop names its customers by numbers of its own, and counts in the team's currency. */
const ownNumbers = { keyKind: "id", email: null, phone: null } as const;
const ofOrders = { currency: null, consent: null, consentOn: null } as const;

/** Which part of the sample to load, and what its record says. */
export interface SampleOptions {
  /** 0 for the history, else the week after it. */
  readonly week: number;
  readonly by: string;
  readonly now: Date;
}

/**
 * Rows of the sample shop into the base by the importers' way: `COPY`, then one transaction for customers, orders
 * and events together. Loading the same week again changes nothing.
 */
export function loadSample(db: Db, { week, by, now }: SampleOptions): Promise<SampleOutcome> {
  const shop = week === 0 ? sampleShop() : undefined;
  const rows = shop ?? sampleWeek(week);
  const batches = [
    batch(customerColumns, rows.customers, (row, line, out) =>
      writeCustomer({ ...ownNumbers, consentOn: null, ...row, line, suppressed: null }, out),
    ),
    batch(orderColumns, rows.orders, (row, line, out) =>
      writeOrderLine({ ...ownNumbers, ...ofOrders, ...row, line }, out),
    ),
    batch(eventColumns, rows.events, (row, line, out) => writeEvent({ ...row, line, value: 1 }, out)),
  ];
  return copyAllIn(db, batches, async (tx, [customers = "", orders = "", events = ""]) => {
    const tables = { customers, orders, events };
    for (const kind of ["customers", "orders", "events"] as const) {
      const origin = await openImport(tx, {
        fileName: sampleFileName(week, kind),
        kind,
        mapping: sampleMapping(kind),
        importedBy: by,
        importedAt: now,
        sourceId: 0,
        hasOrderNumbers: kind === "orders",
      });
      const { newCustomers, updatedCustomers } = await stores[kind](tx, tables[kind], origin);
      const report = sampleReport(rows[kind].length, newCustomers, updatedCustomers);
      await closeImport(tx, origin.importId, { report, rejects: [] });
    }
    await dateCampaigns(tx, shop?.campaigns ?? []);
    return loaded(week, rows);
  });
}

const stores = { customers: storeCustomers, orders: storeOrders, events: storeEvents };

function loaded(week: number, { customers, orders, events }: ShopRows): SampleOutcome {
  return { week, customers: customers.length, orderLines: orders.length, events: events.length };
}

const rowsAtOnce = 2_000;

function batch<Row>(
  columns: CopyBatch["columns"],
  list: readonly Row[],
  write: (row: Row, line: number, out: CopyRows) => void,
): CopyBatch {
  return {
    columns,
    async fill(out, flush) {
      for (const [index, row] of list.entries()) {
        write(row, index + 1, out);
        if (index % rowsAtOnce === 0) await flush();
      }
    },
  };
}
