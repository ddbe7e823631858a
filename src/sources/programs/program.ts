import type { OrderFate } from "../cells/order-fates.ts";
import type { FileKind, Role } from "../guess/mapping.ts";

/**
 * A program whose export is known. To add one:
 *
 * 1. Write `programs/<program>.ts` with one `Program` for each of its exports (copy `shopify.ts`), and name it in
 *    `programs/index.ts`.
 * 2. Put a made-up example beside the others, `test/sources/programs/examples/<id>.csv`, and its people, orders, lines,
 *    money and consent, counted by hand, into `test/sources/programs/examples.ts`. A program without one fails there.
 *
 * Headers are compared without capitals, accents, spaces and signs. A column that is not named here becomes an
 * attribute in a file of customers, and is not read in any other.
 */
export interface Program {
  /** Names it in mappings and its example: `shopify-orders`. */
  readonly id: string;
  /** As people call it: `Shopify orders`. */
  readonly title: string;
  readonly kind: FileKind;
  /** Where its headers were looked up. */
  readonly documented: string;
  /** It is this program's export where all of these stand in the file… */
  readonly headers: readonly string[];
  /** …and none of these, which would make it another one. */
  readonly without?: readonly string[];
  /** Role → its headers, the best first: the first that stands in the file with values in it is taken. */
  readonly columns: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** Attribute name → the headers that it has in this program. */
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  /** What the program's own statuses make of an order, folded (`foldStatus`), where they are not the usual words. */
  readonly statuses?: Readonly<Record<string, OrderFate>>;
  /** Whether an order's own cells stand on its first line only. */
  readonly carriesDown?: boolean;
  /** Product codes that are services: their money counts, but nobody chose them. Lower case. */
  readonly services?: readonly string[];
  /** A letter before the order's number that says "cancelled". */
  readonly cancelPrefix?: "C";
  /** What standing in this file says of everybody in it; a suppression list says no where nothing else is said here. */
  readonly says?: "yes" | "no" | "bounced";
}

/** A header as it is compared. */
export function foldHeader(header: string): string {
  return header
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}#]/gu, "");
}
