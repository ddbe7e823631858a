import { readKey } from "../cells/keys.ts";
import { cellAt, columnsAt } from "./columns-at.ts";
import type { Mapping } from "../guess/mapping.ts";
import type { Tally } from "../report/quality.ts";
import { type ConsentSaid, type KeyKind, keyKindOf } from "./person.ts";
import { rejectRow } from "./row-reader.ts";
import type { Row } from "../file/split-rows.ts";

/** Somebody who is not to be contacted: a customer's key or a lower-case e-mail address. */
export interface SuppressionRow extends ConsentSaid {
  readonly line: number;
  readonly entry: string;
  readonly entryKind: KeyKind;
}

/** A reader of suppression lists: a row that names nobody is rejected. */
export function createSuppressionReader(
  mapping: Mapping,
  tally: Tally,
): (row: Row) => SuppressionRow | undefined {
  const { customer } = columnsAt(mapping);
  return (row) => {
    const entry = readKey(cellAt(row, customer));
    if (entry === "") return rejectRow(tally, row, "no_customer", customer?.header ?? "");
    return { line: row.line, entry, entryKind: keyKindOf(entry), consent: "no", consentOn: null };
  };
}
