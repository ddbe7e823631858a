/** From a measured run to what a larger base would take: sizes and seconds by the row, and a sum over many workers. */
import type { Row } from "./run.ts";
import type { ShopFiles } from "./shop.ts";
import type { TableSize } from "./sizes.ts";

/** What a row costs to keep and to go through. */
export interface UnitCosts {
  readonly bytesPerLine: number;
  /** Of all tables with a row a customer or more, orders left out. */
  readonly bytesPerCustomer: number;
  /** Reading lines in from a file: one process here, one connection there. */
  readonly importSecondsPerMillionLines: number;
  readonly importSecondsPerMillionCustomers: number;
  /** Features from the orders, and everyone placed and scored anew: the passes that are done after each import. */
  readonly passSecondsPerMillionLines: number;
  readonly linesPerCustomer: number;
}

/** The base of a billion order lines on some workers. */
export interface Extrapolation {
  readonly workers: number;
  readonly gigabytesPerWorker: number;
  /** With one file a worker, read in side by side. */
  readonly importHours: number;
  readonly passMinutes: number;
}

/** Costs by the row, from the rows of a run by their names. */
export function unitCosts(
  rows: readonly Row[],
  sizes: readonly TableSize[],
  { customers, orders, week }: ShopFiles,
): UnitCosts {
  const seconds = (name: string) => {
    const row = rows.find((each) => each.name === name);
    if (row === undefined) throw new RangeError(`no row "${name}" was measured`);
    return row.seconds;
  };
  const bytes = (isOrders: boolean) =>
    sizes
      .filter(({ table }) => (table === "orders") === isOrders)
      .reduce((sum, { tableBytes, indexBytes }) => sum + tableBytes + indexBytes, 0);
  const lines = orders.rows + week.rows;
  return {
    bytesPerLine: bytes(true) / lines,
    bytesPerCustomer: bytes(false) / customers.rows,
    importSecondsPerMillionLines: (1e6 * seconds("import order lines")) / orders.rows,
    importSecondsPerMillionCustomers: (1e6 * seconds("import customers")) / customers.rows,
    passSecondsPerMillionLines: (1e6 * seconds("import of the next week")) / lines,
    linesPerCustomer: lines / customers.rows,
  };
}

const billion = 1e9;

/**
 * A billion order lines, with as many lines a customer as were measured. It is assumed that each worker is a machine like
 * the one that was measured, that customers are spread evenly, that every pass runs on all workers at once
 * (they join on `customer_id` alone), and that time grows with the rows a worker holds.
 */
export function extrapolate(costs: UnitCosts, workers: number): Extrapolation {
  const lines = billion / workers;
  const customers = lines / costs.linesPerCustomer;
  const importSeconds =
    (lines * costs.importSecondsPerMillionLines + customers * costs.importSecondsPerMillionCustomers) / 1e6;
  return {
    workers,
    gigabytesPerWorker: (lines * costs.bytesPerLine + customers * costs.bytesPerCustomer) / 1e9,
    importHours: importSeconds / 3_600,
    passMinutes: (lines * costs.passSecondsPerMillionLines) / 1e6 / 60,
  };
}
