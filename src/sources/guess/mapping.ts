import type { DateOrder } from "../cells/dates.ts";
import type { DecimalSign } from "../cells/numbers.ts";
import type { OrderFate } from "../cells/order-fates.ts";

export const fileKinds = ["customers", "orders", "events", "suppressions"] as const;
/** What the rows of a file are. */
export type FileKind = (typeof fileKinds)[number];

export const roles = [
  "customer",
  "email",
  "phone",
  "attribute",
  "consent",
  "consentOn",
  "optOut",
  "suppressed",
  "response",
  "order",
  "at",
  "product",
  "quantity",
  "price",
  "amount",
  "total",
  "refunded",
  "status",
  "cancelledOn",
  "shipping",
  "tax",
  "discount",
  "currency",
  "channel",
  "kind",
  "value",
  "ignored",
] as const;
/**
 * What a column is for. `customer` is the key that files are joined by, `email` and `phone` are further ones of orders;
 * `at` the moment; `price` is of one piece, `amount` of the whole line, `total` of the whole order as it was paid and
 * `refunded` what was given back of it; `shipping` and `tax` are on top of the lines and `discount` is taken off;
 * `optOut` is consent said the other way round (yes = no contact) and `consentOn` its day; `response` is the answer to a
 * campaign: kept as history, never an attribute.
 */
export type Role = (typeof roles)[number];

export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

/** What stands between cells; a space is any number of them, as in columns of fixed width. */
export const delimiters = [",", ";", "\t", "|", " "] as const;
export type Delimiter = (typeof delimiters)[number];

/** How a table is written: delimited text, JSON objects, a workbook's sheet, or Parquet. */
export type FileFormat = "text" | "json" | "xlsx" | "parquet";

/** What a text is packed in; a zip holds one. */
export type Packing = "none" | "gzip" | "zip";

/** How to find cells in the bytes of a file. */
export type Layout = {
  readonly format: FileFormat;
  readonly packing: Packing;
  readonly encoding: Encoding;
  /** The sheet that is read; empty for other files than workbooks. */
  readonly sheet: string;
  /** Sheets of the workbook that are not read. */
  readonly otherSheets: readonly string[];
  readonly delimiter: Delimiter;
  readonly lineEnd: "\n" | "\r";
  /** Rows that stand above the header: blank ones and titles. */
  readonly rowsAbove: number;
  /** False for a bare list of ids or addresses. */
  readonly hasHeader: boolean;
  readonly headers: readonly string[];
};

/** One column as it is understood: shown to the person, stored with the import, overridable. */
export type ColumnMapping = {
  readonly header: string;
  readonly role: Role;
  /** The attribute's name in snake case. */
  readonly name: string;
  /** The campaign whose answers these are: of a `response`, and of an attribute such as `accepted_cmp1`; else empty. */
  readonly campaign: string;
  readonly type: "number" | "text" | "date" | "flag";
  /** What an attribute counts of a customer's whole history: money spent, orders made; empty for anything else. */
  readonly measure: "" | "spent" | "orders";
  readonly decimal: DecimalSign;
  readonly dates: DateOrder;
  /** Whether the order of the dates is proven by a cell, and not merely assumed; true where there are no dates. */
  readonly datesProven: boolean;
  /** Name, e-mail, phone, address: leaves in an export only on request. */
  readonly personal: boolean;
  /** In [0, 1]; 1 when a person said so. */
  readonly confidence: number;
  readonly why: "exact" | "spelling" | "part" | "content" | "preset" | "person";
  /** Up to three different cells; none of a personal column. */
  readonly samples: readonly string[];
};

/** What the rows of an order file need to be read, beside its columns. */
export type OrderRules = {
  /** What statuses that only this file or program has make of an order, folded; "other" is for all that nobody knows. */
  readonly statuses: Readonly<Record<string, OrderFate>>;
  /** Whether an order's own cells may be blank on its later lines. */
  readonly carriesDown: boolean;
  /** Product codes of this program that are services, in lower case. */
  readonly services: readonly string[];
  /** `C` where a C in front of the order's number says "cancelled"; else empty. */
  readonly cancelPrefix: "" | "C";
  /** ISO 4217 of the amounts, where a header or a person says it; else empty. */
  readonly currency: string;
  /** The only currency that is read of a file with several; empty for all. */
  readonly onlyCurrency: string;
  /** The day of every row, `YYYY-MM-DD`, where the file has no such column and a person said one; else empty. */
  readonly day: string;
};

/** Orders of which nothing but their columns needs to be known. */
export const plainOrders: OrderRules = {
  statuses: {},
  carriesDown: false,
  services: [],
  cancelPrefix: "",
  currency: "",
  onlyCurrency: "",
  day: "",
};

export type Mapping = {
  readonly kind: FileKind;
  /** In [0, 1]. */
  readonly confidence: number;
  /** The known export that it is (`Program.id`); empty for none. */
  readonly program: string;
  readonly layout: Layout;
  /** In the order of the file. */
  readonly columns: readonly ColumnMapping[];
  /** Whether nothing names the customers, and each row is somebody of its own. */
  readonly numbersRows: boolean;
  /** What standing in this file says of everybody in it; empty where it says nothing. */
  readonly says: "" | "yes" | "no" | "bounced";
  /** The kind of events of a file without such a column, from its name. */
  readonly eventKind: string;
  readonly orders: OrderRules;
  /** What a person answered, as options (`customer=row`): the next file of this form asks nothing. */
  readonly answers: readonly string[];
};
