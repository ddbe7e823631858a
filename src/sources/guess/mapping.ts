import type { DateOrder } from "../cells/dates.ts";
import type { DecimalSign } from "../cells/numbers.ts";

export const fileKinds = ["customers", "orders", "events", "suppressions"] as const;
/** What the rows of a file are. */
export type FileKind = (typeof fileKinds)[number];

export const roles = [
  "customer",
  "attribute",
  "consent",
  "optOut",
  "suppressed",
  "response",
  "order",
  "at",
  "product",
  "quantity",
  "price",
  "amount",
  "channel",
  "kind",
  "value",
  "ignored",
] as const;
/**
 * What a column is for. `customer` is the key that files are joined by; `at` the moment; `price` is of one piece and
 * `amount` of the whole line; `optOut` is consent said the other way round (yes = no contact); `response` is the
 * answer to a campaign: kept as history, never an attribute.
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

export type Mapping = {
  readonly kind: FileKind;
  /** In [0, 1]. */
  readonly confidence: number;
  readonly layout: Layout;
  /** In the order of the file. */
  readonly columns: readonly ColumnMapping[];
  /** The kind of events of a file without such a column, from its name. */
  readonly eventKind: string;
  /** `C` where most orders are plain numbers, so that a C in front says "cancelled"; else empty. */
  readonly cancelPrefix: "" | "C";
};
