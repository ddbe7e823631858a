/**
 * The base (ARCHITECTURE.md 5). Every table that grows with customers carries `customer_id`, has it in every unique
 * key and is joined on it alone, so that Citus can distribute it (`distribute.ts`) without a change in code.
 */
export * from "./schema/customers.ts";
export * from "./schema/imports.ts";
export * from "./schema/segmentations.ts";
export * from "./schema/campaigns.ts";
export * from "./schema/people.ts";
export * from "./schema/work.ts";
