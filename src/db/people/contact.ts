import { sql } from "drizzle-orm";
import { customers, settings } from "../schema/index.ts";

/** Why somebody is in no list. */
export const refusals = ["no", "bounced", "suppressed", "unknown"] as const;
export type Refused = (typeof refusals)[number];

/** Whether the team leaves out those who were never asked; looked up once a statement. */
const leavesUnknownOut = sql`(select exists (
  select from ${settings} where ${settings.scope} = 'team' and ${settings.name} = 'unknown' and ${settings.value} = 'out'))`;

/**
 * Why a customer may not be contacted; null for those who may. The one place that decides it: every list, count and
 * sentence asks here. `customers.consent` and `customers.suppressed` are what `settleConsent` made of the facts.
 */
export const whyNot = sql`case
  when ${customers.consent} in ('no', 'bounced') then ${customers.consent}
  when ${customers.suppressed} then 'suppressed'
  when ${customers.consent} = 'unknown' and ${leavesUnknownOut} then 'unknown' end`;

/** Whether a customer may be contacted. */
export const mayBeContacted = sql`(${whyNot}) is null`;
