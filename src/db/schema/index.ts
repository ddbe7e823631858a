/**
 * The base. Every table that grows with customers carries `customer_id`, has it in every unique
 * key and is joined on it alone, so that Citus can distribute it (`distribute.ts`) without a change in code.
 */
export * from "./customers.ts";
export * from "./imports.ts";
export * from "./consents.ts";
export * from "./ledger.ts";
export * from "./segmentations.ts";
export * from "./campaigns.ts";
export * from "./people.ts";
export * from "./work.ts";
