import { sql } from "drizzle-orm";
import type { Db } from "../connection/connect.ts";
import { settleConsent } from "./consent-facts.ts";
import { type Refused, whyNot } from "./contact.ts";
import { customers } from "../schema/index.ts";

/** Who lifts a no, why, and when. */
export interface Permission {
  readonly by: string;
  readonly why: string;
  readonly now: Date;
}

/**
 * Lifts every no that was noted of a customer so far; it stands beside them, with who lifted it and why.
 *
 * @returns Why they could not be contacted; null for someone who could.
 */
export function allowCustomer(
  db: Db,
  customerId: number,
  { by, why, now }: Permission,
): Promise<Refused | null> {
  return db.transaction(async (tx) => {
    const [found] = await tx.execute<{ refused: Refused | null }>(
      sql`select ${whyNot} as refused from ${customers} where ${customers.customerId} = ${customerId}`,
    );
    const refused = found?.refused ?? null;
    if (refused === null) return null;
    await tx.execute(sql`
      insert into consents (key, key_kind, said, day, via, source_id, said_by, why, noted_at)
      select k.key, k.kind, 'yes', ${now.toISOString()}::timestamptz::date, 'person', k.source_id, ${by}, ${why},
             ${now.toISOString()}::timestamptz
      from customer_keys k join customers c on c.customer_id = k.customer_id and c.key = k.key
      where k.customer_id = ${customerId}`);
    await settleConsent(tx, sql`select ${customerId}::bigint as customer_id`);
    return refused;
  });
}
