/** Columns that many tables have. */
import { bigint, timestamp } from "drizzle-orm/pg-core";

/** A point of time with its zone. */
export function moment(name: string) {
  return timestamp(name, { withTimezone: true });
}

/** Whose row it is: what a table that grows with customers is distributed by. */
export function customerId() {
  return bigint("customer_id", { mode: "number" }).notNull();
}
