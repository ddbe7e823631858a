import { detach } from "../file/detach.ts";
import type { ReadSummary } from "./read-summary.ts";

/** What was found in a file, in rows or cells; the sentence for each lives with the command that shows it. */
export const findingCodes = [
  // Rows that did not become data
  "anonymous_lines",
  "blank_rows",
  "repeated_header",
  "total_row",
  "rows_above_header",
  "ragged_row",
  "no_customer",
  "no_key",
  "unreadable_date",
  "unreadable_number",
  "unreadable_kind",
  "future_dated",
  // Rows that became data in a way worth knowing
  "cancelled_orders",
  "unpaid_orders",
  "refunded_orders",
  "unknown_status",
  "other_currency",
  "cancelled_lines",
  "returned_lines",
  "other_lines",
  "zero_price_lines",
  "service_lines",
  "duplicate_lines",
  "known_lines",
  "replaced_lines",
  "duplicate_customers",
  "duplicate_events",
  "look_alikes",
  "no_order_column",
  "fractional_quantity",
  "known_suppressions",
  "unknown_suppressions",
  "padded_ids",
  "ambiguous_keys",
  "shared_keys",
  "customers_without_purchase",
  "repaired_letters",
  "sample_left",
  // Columns and cells
  "missing_cells",
  "unreadable_cells",
  "constant_column",
  "implausible_birth",
  "outlying_cells",
  "rare_categories",
  "coded_categories",
  "assumed_date_order",
  "excel_dates",
  "ignored_column",
  "response_column",
  "guessed_column",
  "outcome_column",
] as const;
export type FindingCode = (typeof findingCodes)[number];

/**
 * What was done with the rows or cells of a finding: `kept` as they are; `kept_apart` (stored, but no purchase);
 * `merged` into one; `left_out` by rule; `rejected` as unreadable (they stand in the rejects); `emptied`: the row is
 * kept and the cell is a missing value; `assumed`: read in one of several possible ways; `repaired`: read as it was
 * meant; `replaced` by what the file says; `remembered` for later.
 */
export type Disposition =
  | "kept"
  | "replaced"
  | "kept_apart"
  | "merged"
  | "left_out"
  | "rejected"
  | "emptied"
  | "assumed"
  | "repaired"
  | "remembered";

export type Finding = {
  readonly code: FindingCode;
  /** Rows, cells or customers, by the code; 1 for a statement about a column. */
  readonly count: number;
  readonly disposition: Disposition;
  /** The header as in the file; of several columns of which one thing is said, all of them with commas. */
  readonly column?: string;
  /** Up to three cells, never of a personal column, never a customer's key. */
  readonly samples?: readonly string[];
  /** For `outlying_cells` and `implausible_birth`: what lies outside this range was counted. */
  readonly range?: { readonly from: number; readonly to: number };
  /** For lines that were left out: the money in them, in hundredths. */
  readonly amountCents?: number;
  /** For lines that were replaced: what their orders were worth before and are worth now. */
  readonly worth?: Worth;
};

/** Money before and after, in hundredths. */
export type Worth = { readonly beforeCents: number; readonly afterCents: number };

/** What became of a file: the counts add up, `rows` = everything below the header but blank rows. */
export type QualityReport = {
  readonly rows: number;
  /** Rows that are in the base now. */
  readonly stored: number;
  readonly rejected: number;
  /** Rejected rows that were kept for the rejects file; at most 10,000. */
  readonly rejectsKept: number;
  readonly newCustomers: number;
  readonly updatedCustomers: number;
  readonly findings: readonly Finding[];
  /** What the file holds; reports of before it was counted have none. */
  readonly read?: ReadSummary;
  /** Options that were taken unasked (`--yes`). */
  readonly taken?: readonly string[];
};

/** A row that could not become data, as it stood in the file. */
export type Reject = {
  /** Counted from 1, as an editor shows it. */
  readonly line: number;
  readonly code: FindingCode;
  /** The column whose cell was in the way; empty when it was the row as a whole. */
  readonly column: string;
  readonly cells: readonly string[];
};

/** Most rejects that are kept; more of them say nothing new, and a file of nothing but rejects must fit. */
const keptRejects = 10_000;
const mostCharacters = 10_000_000;

/** Counts findings while rows stream by. */
export type Tally = {
  add(code: FindingCode, disposition: Disposition, detail?: TallyDetail): void;
  reject(reject: Reject): void;
  findings(): readonly Finding[];
  readonly rejects: readonly Reject[];
  rejected(): number;
};

export type TallyDetail = {
  readonly column?: string;
  readonly sample?: string;
  readonly count?: number;
  readonly amountCents?: number;
  readonly worth?: Worth;
};

type Entry = {
  code: FindingCode;
  disposition: Disposition;
  column: string;
  count: number;
  samples: Set<string>;
  amountCents: number;
  worth: Worth | undefined;
};

/**
 * A tally for one file. Findings come out in the order of `findingCodes`, then of the columns.
 *
 * @example
 * createTally().findings(); // => []
 */
export function createTally(): Tally {
  const entries = new Map<string, Entry>();
  const rejects: Reject[] = [];
  let rejected = 0;
  let characters = 0;
  function add(code: FindingCode, disposition: Disposition, detail: TallyDetail = {}): void {
    const { column = "", sample, count = 1, amountCents = 0, worth } = detail;
    const key = column === "" ? code : `${code} ${column}`;
    let entry = entries.get(key);
    if (entry === undefined) {
      entry = { code, disposition, column, count: 0, samples: new Set(), amountCents: 0, worth };
      entries.set(key, entry);
    }
    entry.count += count;
    entry.amountCents += amountCents;
    if (sample !== undefined && entry.samples.size < 3) entry.samples.add(detach(sample.slice(0, 60)));
  }
  function reject(row: Reject): void {
    rejected++;
    add(row.code, "rejected", row.column === "" ? {} : { column: row.column });
    if (rejects.length >= keptRejects || characters > mostCharacters) return;
    const cells = row.cells.map((cell) => detach(cell.slice(0, 500)));
    characters += cells.reduce((sum, cell) => sum + cell.length, 0);
    rejects.push({ line: row.line, code: row.code, column: row.column, cells });
  }
  return {
    add,
    reject,
    rejects,
    rejected: () => rejected,
    findings: () =>
      [...entries.values()]
        .sort((a, b) => findingCodes.indexOf(a.code) - findingCodes.indexOf(b.code))
        .map(finding),
  };
}

function finding(entry: Entry): Finding {
  return {
    code: entry.code,
    count: entry.count,
    disposition: entry.disposition,
    ...(entry.column === "" ? {} : { column: entry.column }),
    ...(entry.samples.size === 0 ? {} : { samples: [...entry.samples] }),
    ...(entry.amountCents === 0 ? {} : { amountCents: entry.amountCents }),
    ...(entry.worth === undefined ? {} : { worth: entry.worth }),
  };
}
