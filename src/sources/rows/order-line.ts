import type { ConsentSaid, PersonKeys } from "./person.ts";

/** One line of an order as the base keeps it. */
export interface OrderLine extends Omit<PersonKeys, "key">, ConsentSaid {
  readonly line: number;
  /** Null for an anonymous line: it only says that its order stands in the file. */
  readonly key: string | null;
  readonly orderKey: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /**
   * `return`: cancelled or sent back; `other`: gifts, bad debts and adjustments, without a price or a quantity; `none`:
   * no line to keep, it says that its person and its order stand in the file, and that the order is no purchase.
   */
  readonly kind: "purchase" | "return" | "other" | "none";
  /** Of the whole line, in hundredths; negative for what was given back. */
  readonly amountCents: number;
  /** Whole pieces, negative for what was given back; 0 for money of an order that is no product's. */
  readonly quantity: number;
  /** Null where the file has none, or the code is a service. */
  readonly product: string | null;
  readonly channel: string | null;
  /** ISO 4217; null for the currency that the team counts in. */
  readonly currency: string | null;
}
