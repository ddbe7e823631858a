/**
 * A made-up shop of any size, written to files as its trade goes on: nothing of it is held but the group that a customer
 * belongs to, which follows from their number. The same seed gives the same bytes.
 */
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createRandom, derivedSeed, type Random } from "../../../src/analysis/numbers/random.ts";

export interface ShopSize {
  readonly customers: number;
  /** Of the two years before the last week. */
  readonly lines: number;
  /** 7 unless given. */
  readonly seed?: number;
}

/** What was written, with the rows of each file. */
export interface ShopFiles {
  readonly customers: { readonly path: string; readonly rows: number };
  readonly orders: { readonly path: string; readonly rows: number };
  /** The week after them, a 104th of the trade. */
  readonly week: { readonly path: string; readonly rows: number };
}

interface Group {
  /** Hundredths of the customers: those whose number modulo 100 lies in [from, to). */
  readonly from: number;
  readonly to: number;
  /** Part of the invoices. */
  readonly trade: number;
  readonly meanPrice: number;
  /** Part of the two years after which nobody of the group comes again. */
  readonly leaves: number;
  /** Probability of an answer. */
  readonly answers: number;
}

const groups: readonly Group[] = [
  { from: 0, to: 8, trade: 0.34, meanPrice: 14, leaves: 2, answers: 0.34 },
  { from: 8, to: 30, trade: 0.3, meanPrice: 9, leaves: 2, answers: 0.17 },
  { from: 30, to: 35, trade: 0.06, meanPrice: 60, leaves: 2, answers: 0.26 },
  { from: 35, to: 65, trade: 0.18, meanPrice: 11, leaves: 0.55, answers: 0.04 },
  { from: 65, to: 100, trade: 0.12, meanPrice: 8, leaves: 2, answers: 0.08 },
];

const dayMs = 86_400_000;
const start = Date.UTC(2024, 5, 24);
const weeks = 104;
const meanLines = 4;
const defaultSeed = 7;

/** Writes `customers.csv`, `orders.csv` and `week.csv` into a folder, a few kilobytes at a time. */
export async function writeShop(folder: string, size: ShopSize): Promise<ShopFiles> {
  const { customers, lines, seed = defaultSeed } = size;
  const invoices = Math.round(lines / meanLines);
  const trade = tradeOf(size, invoices);
  const write = async (name: string, rows: Iterable<string>) => {
    const path = join(folder, name);
    const written = { rows: -1 }; // the head is not one
    await pipeline(Readable.from(blocks(rows, written)), createWriteStream(path));
    return { path, rows: written.rows };
  };
  const perWeek = Math.ceil(invoices / weeks);
  return {
    customers: await write("customers.csv", people(customers, createRandom(derivedSeed(seed, 1)))),
    orders: await write("orders.csv", trade({ from: 0, to: invoices, part: 2 })),
    week: await write("week.csv", trade({ from: invoices, to: invoices + perWeek, part: 3 })),
  };
}

/** Rows joined to blocks of some kilobytes, and counted. */
function* blocks(rows: Iterable<string>, written: { rows: number }): Generator<string> {
  let block = "";
  for (const row of rows) {
    written.rows += 1;
    block += `${row}\n`;
    if (block.length > 60_000) {
      yield block;
      block = "";
    }
  }
  yield block;
}

function* people(customers: number, random: Random): Generator<string> {
  yield "customer_id,year_birth,education,income,children,city,email,newsletter,response";
  for (let number = 0; number < customers; number += 1) {
    const group = groupOf(number);
    const income = Math.round(9_000 * group.meanPrice ** 0.5 * Math.exp(0.4 * random.normal()));
    const born = 1950 + random.integer(55);
    const children = random.integer(4);
    const isAsked = random.next() < 0.3;
    const answer = isAsked ? Number(random.next() < group.answers) : "";
    const consent = random.next() < 0.05 ? "no" : "yes";
    yield `c${number},${born},${pick(schools, random)},${income},${children},City ${random.integer(40)},c${number}@shop.example,${consent},${answer}`;
  }
}

const schools = ["School", "College", "Master", "PhD"] as const;
const channels = ["web", "store", "app"] as const;

/** The lines of the invoices from one number to another, in the order of time. */
function tradeOf({ customers, seed = defaultSeed }: ShopSize, invoices: number) {
  const msPerInvoice = (weeks * 7 * dayMs) / invoices;
  return function* ({
    from,
    to,
    part,
  }: {
    readonly from: number;
    readonly to: number;
    readonly part: number;
  }): Generator<string> {
    const random = createRandom(derivedSeed(seed, part));
    yield "invoice_no,customer_id,invoice_date,stock_code,quantity,unit_price,channel";
    for (let invoice = from; invoice < to; invoice += 1) {
      const at = new Date(start + invoice * msPerInvoice).toISOString().slice(0, 19).replace("T", " ");
      const group = comingAt(invoice / invoices, random);
      const number = someoneOf(group, customers, random);
      const isReturn = random.next() < 0.02;
      const head = `${isReturn ? "C" : ""}${500_000 + invoice},c${number},${at}`;
      const channel = pick(channels, random);
      // One to seven lines, four on average.
      for (let left = 1 + random.integer(2 * meanLines - 1); left > 0; left -= 1) {
        const quantity = (isReturn ? -1 : 1) * (1 + random.integer(6));
        const price = (group.meanPrice * (0.25 + 1.5 * random.next())).toFixed(2);
        yield `${head},F${random.integer(40)}: item ${random.integer(50)},${quantity},${price},${channel}`;
      }
    }
  };
}

function groupOf(number: number): Group {
  const place = number % 100;
  return groups.find(({ to }) => place < to) ?? pick(groups, createRandom(number));
}

/** Whose turn it is, among those who have not left. */
function comingAt(time: number, random: Random): Group {
  for (;;) {
    let rest = random.next();
    const group = groups.find(({ trade }) => (rest -= trade) < 0);
    if (group !== undefined && time < group.leaves) return group;
  }
}

function someoneOf({ from, to }: Group, customers: number, random: Random): number {
  const hundreds = Math.max(1, Math.floor(customers / 100));
  return Math.min(customers - 1, 100 * random.integer(hundreds) + from + random.integer(to - from));
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[random.integer(items.length)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
}
