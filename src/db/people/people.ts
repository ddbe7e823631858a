import type { SQL } from "drizzle-orm";

/** The people of one file, and what came up while they were found. */
export interface People {
  /** A temporary table (`key`, `kind`, `customer_id`, `is_new`), one row for each key that the file names people by. */
  readonly table: SQL;
  readonly newCustomers: number;
  /** Numbers that got the zeros in front that the base writes. */
  readonly padded: number;
  /** Keys of the file that fit several people: their rows are of a person of their own. */
  readonly ambiguous: number;
  /** Addresses and telephones in the file that several people have. */
  readonly shared: number;
}

/** With what the file said of contacting them. */
export interface StoredPeople extends People {
  /** Customers who may no longer be contacted since. */
  readonly silenced: readonly number[];
}
