import type { JsonObject } from "../../contract/reply.ts";
import { readDate } from "../cells/dates.ts";
import { readFlag } from "../cells/flags.ts";
import { readKey } from "../cells/keys.ts";
import { isMissing } from "../cells/missing.ts";
import { readNumber } from "../cells/numbers.ts";
import { cellAt, type ColumnAt, columnsAt } from "./columns-at.ts";
import type { Mapping } from "../guess/mapping.ts";
import type { Tally } from "../report/quality.ts";
import { type ConsentSaid, keyKindOf, type PersonKeys } from "./person.ts";
import { rejectRow } from "./row-reader.ts";
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
 *
 * @returns A function from a data row to its customer; undefined when the row brings none.
 */
export function createCustomerReader(mapping: Mapping, tally: Tally): (row: Row) => CustomerRow | undefined {
  const columns = columnsAt(mapping);
  const all = mapping.columns.map((column, position) => Object.assign({}, column, { position }));
  const attributes = all.filter((column) => column.role === "attribute");
  const campaigns = all.filter((column) => column.campaign !== "");
  const purchases = attributes.filter(({ name, type }) => type === "number" && purchaseColumn.test(name));
  return (row) => {
    const key = readKey(cellAt(row, columns.customer));
    if (key === "") return rejectRow(tally, row, "no_customer", columns.customer?.header ?? "");
    const values: Record<string, CellValue> = {};
    for (const column of attributes) values[column.name] = readValue(row, column, tally);
    if (purchases.length > 0 && purchases.every(({ name }) => values[name] === 0)) {
      tally.add("customers_without_purchase", "kept");
    }
    return {
      line: row.line,
      key,
      keyKind: keyKindOf(key),
      email: emailIn(values),
      phone: null,
      attributes: values,
      consent: readConsent(row, columns.consent, columns.optOut),
      consentOn: null,
      suppressed:
        columns.suppressed === undefined ? null : (readFlag(cellAt(row, columns.suppressed)) ?? null),
      responses: readResponses(row, campaigns),
    };
  };
}

/** An address among the attributes names the customer too. */
function emailIn({ email }: Readonly<Record<string, CellValue>>): string | null {
  const address = typeof email === "string" ? readKey(email) : "";
  return /^[^\s@]+@[^\s@]+$/u.test(address) ? address : null;
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

/** Who opted out said no, whatever else the row says. */
function readConsent(
  row: Row,
  consent: ColumnAt | undefined,
  optOut: ColumnAt | undefined,
): CustomerRow["consent"] {
  if (consent === undefined && optOut === undefined) return null;
  if (readFlag(cellAt(row, optOut)) === true) return "no";
  const said = readFlag(cellAt(row, consent));
  if (said === undefined) return "unknown";
  return said ? "yes" : "no";
}

function readResponses(row: Row, campaigns: readonly ColumnAt[]): Readonly<Record<string, boolean>> {
  const answers: Record<string, boolean> = {};
  for (const column of campaigns) {
    const answered = readFlag(cellAt(row, column));
    if (answered !== undefined) answers[column.campaign] = answered;
  }
  return answers;
}
