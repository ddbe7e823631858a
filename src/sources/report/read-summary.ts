import type { FileKind } from "../guess/mapping.ts";
import { createDistinctCounter } from "./distinct-counter.ts";

/** What a file holds as it was read: what a person checks it by, and a program too (`data.read`). */
export type ReadSummary = {
  readonly kind: FileKind;
  /** Different customers in rows that were accepted. */
  readonly people: number;
  /** Orders that were purchases, refunded ones included, cancelled and pending ones not. */
  readonly orders: number;
  /** Rows that were accepted. */
  readonly lines: number;
  /** Of purchases, or spent by the customers of the file, in hundredths. */
  readonly grossCents: number;
  /** Given back, as a positive number. */
  readonly returnedCents: number;
  /** ISO 4217; null while there are several, or none is said. */
  readonly currency: string | null;
  /** Different people who said no, bounced and suppressed ones included. */
  readonly saidNo: number;
  /** First and last day, `YYYY-MM-DD`; null in a file without days. */
  readonly from: string | null;
  readonly to: string | null;
};

/** Sums a file up while its rows stream by. */
export interface ReadCounter {
  /** A row that was accepted, whoever it is about. */
  row(key: string, saysNo: boolean): void;
  day(at: number): void;
  /** Money of a purchase, of an order. */
  purchase(orderKey: string, cents: number): void;
  /** Money that was given back, as a positive number. */
  returned(cents: number): void;
  /** Orders and money of a customer's whole history. */
  history(orders: number, cents: number): void;
  currency(code: string): void;
  summary(kind: FileKind): ReadSummary;
}

export function createReadCounter(): ReadCounter {
  const people = createDistinctCounter();
  const silent = createDistinctCounter();
  const orders = createDistinctCounter();
  const currencies = new Set<string>();
  const sums = { lines: 0, gross: 0, returned: 0, pastOrders: 0, first: Infinity, last: -Infinity };
  return {
    row(key, saysNo) {
      sums.lines++;
      people.add(key);
      if (saysNo) silent.add(key);
    },
    day(at) {
      if (at < sums.first) sums.first = at;
      if (at > sums.last) sums.last = at;
    },
    purchase(orderKey, cents) {
      orders.add(orderKey);
      sums.gross += cents;
    },
    returned(cents) {
      sums.returned += cents;
    },
    history(count, cents) {
      sums.pastOrders += count;
      sums.gross += cents;
    },
    currency(code) {
      currencies.add(code);
    },
    summary(kind) {
      const [code = null] = currencies;
      return {
        kind,
        people: people.count(),
        orders: orders.count() + sums.pastOrders,
        lines: sums.lines,
        grossCents: sums.gross,
        returnedCents: sums.returned,
        currency: currencies.size === 1 ? code : null,
        saidNo: silent.count(),
        from: dayOf(sums.first),
        to: dayOf(sums.last),
      };
    },
  };
}

function dayOf(moment: number): string | null {
  return Number.isFinite(moment) ? new Date(moment).toISOString().slice(0, 10) : null;
}
