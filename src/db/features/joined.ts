import { sql, type SQL } from "drizzle-orm";
import { customers } from "../schema/index.ts";

/** Totals by customer beside every customer; a query that has none of them leaves nulls. */
export function joined(query: SQL, name: string): SQL {
  const alias = sql.identifier(name);
  return sql`left join (${query}) as ${alias} on ${alias}.customer_id = ${customers.customerId}`;
}
