import type { JsonObject } from "../../contract/reply.ts";
import { readDate } from "../cells/dates.ts";
import { readFlag } from "../cells/flags.ts";
import { readSuppression } from "../cells/consent.ts";
import { isMissing } from "../cells/missing.ts";
import { readNumber } from "../cells/numbers.ts";
import { cellAt, type ColumnAt, columnsAt } from "./columns-at.ts";
import type { Tally } from "../report/quality.ts";
import { unitOf } from "../guess/customer-measures.ts";
import { toCents } from "./order-money.ts";
import {
  type ConsentSaid,
  createConsentReader,
  createPersonReader,
  isRefusal,
  type PersonKeys,
} from "./person.ts";
import { type RowReader, type RowsReader, rejectRow, rowByRow } from "./row-reader.ts";
import type { Row } from "../file/split-rows.ts";

/** One row of a customers' file as the base keeps it. */
export interface CustomerRow extends PersonKeys, ConsentSaid {
  readonly line: number;
  /** By attribute name; null where the cell is missing or cannot be read, so that a new file can empty an old value. */
  readonly attributes: JsonObject;
  readonly suppressed: boolean | null;
  /** Campaign → answered. */
  readonly responses: Readonly<Record<string, boolean>>;
}

type CellValue = string | number | boolean | null;

/** Where a customers' file counts purchases: `num_web_purchases`, `compras`. */
const purchaseColumn = /(?:^|_)(?:purchases|orders|compras|pedidos)$/;

/**
 * A reader of customers. A cell that cannot be read becomes a missing value and is counted; only a row that names
 * nobody is rejected.
 */
export function createCustomerReader(context: RowReader): RowsReader<CustomerRow> {
  const { mapping, tally, counter } = context;
  const columns = columnsAt(mapping);
  const all = mapping.columns.map((column, position) => Object.assign({}, column, { position }));
  const attributes = all.filter((column) => column.role === "attribute");
  const campaigns = all.filter((column) => column.campaign !== "");
  const purchases = attributes.filter(({ name, type }) => type === "number" && purchaseColumn.test(name));
  const readPerson = createPersonReader(mapping, columns);
  const readConsent = createConsentReader(mapping, columns);
  const readHistory = createHistoryReader(attributes);
  return rowByRow((row) => {
    const person = readPerson(row);
    if (person.key === "") return rejectRow(tally, row, "no_customer", columns.customer?.header ?? "");
    const values: Record<string, CellValue> = {};
    for (const column of attributes) values[column.name] = readValue(row, column, tally);
    if (purchases.length > 0 && purchases.every(({ name }) => values[name] === 0)) {
      tally.add("customers_without_purchase", "kept");
    }
    const said = readConsent(row);
    const suppressed = readSuppressed(cellAt(row, columns.suppressed));
    counter.row(person.key, isRefusal(said.consent) || suppressed === true);
    const history = readHistory(values);
    counter.history(history.orders, history.cents);
    return {
      line: row.line,
      ...person,
      ...said,
      attributes: values,
      suppressed,
      responses: readResponses(row, campaigns),
    };
  });
}

/** What a program writes where somebody is to be left alone; nothing of it lifts that. */
function readSuppressed(cell: string): boolean | null {
  return readSuppression(cell) === undefined ? (readFlag(cell) ?? null) : true;
}

/** Orders and money of a customer's whole history, as far as columns say so. */
function createHistoryReader(attributes: readonly ColumnAt[]) {
  const spent = attributes.filter(({ measure }) => measure === "spent");
  const counted = attributes.filter(({ measure }) => measure === "orders");
  const sum = (values: Readonly<Record<string, CellValue>>, columns: readonly ColumnAt[]) =>
    columns.reduce((total, { name, header }) => {
      const value = values[name];
      return typeof value === "number" ? total + value * unitOf(header) : total;
    }, 0);
  return (values: Readonly<Record<string, CellValue>>) => ({
    orders: sum(values, counted),
    cents: toCents(sum(values, spent)),
  });
}

function readValue(row: Row, column: ColumnAt, tally: Tally): CellValue {
  const cell = cellAt(row, column);
  if (isMissing(cell)) return null;
  const value = readCell(cell, column);
  if (value !== undefined) return value;
  const sample = column.personal ? {} : { sample: cell };
  tally.add("unreadable_cells", "emptied", { column: column.header, ...sample });
  return null;
}

function readCell(cell: string, column: ColumnAt): string | number | boolean | undefined {
  switch (column.type) {
    case "number":
      return readNumber(cell, column.decimal);
    case "flag":
      return readFlag(cell);
    case "date":
      return isoDate(readDate(cell, column.dates));
    case "text":
    default:
      return cell.trim();
  }
}

/** `2012-09-04`, with the time only where there is one: `2012-09-04T08:30:00Z`. */
function isoDate(moment: number | undefined): string | undefined {
  if (moment === undefined) return undefined;
  return new Date(moment).toISOString().replace("T00:00:00.000Z", "").replace(".000Z", "Z");
}

function readResponses(row: Row, campaigns: readonly ColumnAt[]): Readonly<Record<string, boolean>> {
  const answers: Record<string, boolean> = {};
  for (const column of campaigns) {
    const answered = readFlag(cellAt(row, column));
    if (answered !== undefined) answers[column.campaign] = answered;
  }
  return answers;
}
