import { dayMs } from "../../lib/day.ts";
import type { FileKind, Mapping } from "../guess/mapping.ts";
import { createTally, type Finding } from "../report/quality.ts";
import { createReadCounter, type ReadSummary } from "../report/read-summary.ts";
import type { Reading } from "../file/reading.ts";
import { createCustomerReader } from "./read-customers.ts";
import { createEventReader } from "./read-events.ts";
import { createOrderReader } from "./read-orders.ts";
import { createSuppressionReader } from "./read-suppressions.ts";
import { readValues } from "./read-values.ts";
import type { RowReader, RowsReader } from "./row-reader.ts";

const readers: Readonly<Record<FileKind, (context: RowReader) => RowsReader<unknown>>> = {
  customers: createCustomerReader,
  orders: createOrderReader,
  events: createEventReader,
  suppressions: createSuppressionReader,
};

/** The last moment that is not from the future: clocks differ and time zones too, by up to a day. */
export function latestMoment(now: Date): number {
  return now.getTime() + dayMs;
}

/** What a file holds when it is read in this way; nothing is kept. */
export async function summarize(reading: Reading, mapping: Mapping, now: Date): Promise<ReadSummary> {
  return (await readThrough(reading, mapping, now)).read;
}

/** What a file holds when it is read in this way, and what was found in its rows; nothing is kept. */
export async function readThrough(
  reading: Reading,
  mapping: Mapping,
  now: Date,
): Promise<{ readonly read: ReadSummary; readonly findings: readonly Finding[] }> {
  const counter = createReadCounter();
  const tally = createTally();
  const context = { mapping, counter, tally, latest: latestMoment(now) };
  const silent = { ...reading, onProgress: () => undefined };
  const batches = readValues(silent, context, readers[mapping.kind](context));
  while (!(await batches.next()).done) reading.signal?.throwIfAborted();
  return { read: counter.summary(mapping.kind), findings: tally.findings() };
}
