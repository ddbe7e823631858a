import { sql } from "drizzle-orm";
import { openFresh } from "./database.ts";

/** Makes a database whose customers have ten features each, in five overlapping groups; the same every time. */
export async function plantFeatures(server: string, name: string, customers: number): Promise<void> {
  const { db, close } = await openFresh(server, name);
  const columns = Array.from(
    { length: 10 },
    (_, column) => sql`3 * sin(mod(i, 5) * ${column + 1}::int) + random() + random() + random() - 1.5`,
  );
  await db.transaction(async (tx) => {
    await tx.execute(sql`select setseed(0.7)`);
    await tx.execute(sql`
      insert into features (customer_id, feature_set_id, values)
      select i, 1, array[${sql.join(columns, sql`, `)}]::float8[] from generate_series(1, ${customers}::int) as i`);
  });
  await db.execute(sql`vacuum analyze features`);
  await close();
}
