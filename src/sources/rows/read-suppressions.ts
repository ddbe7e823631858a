import { columnsAt } from "./columns-at.ts";
import {
  type ConsentSaid,
  createConsentReader,
  createPersonReader,
  isRefusal,
  type KeyKind,
} from "./person.ts";
import { type RowReader, type RowsReader, rejectRow, rowByRow } from "./row-reader.ts";

/** Somebody who is not to be contacted: a customer's key or a lower-case e-mail address. */
export interface SuppressionRow extends ConsentSaid {
  readonly line: number;
  readonly entry: string;
  readonly entryKind: KeyKind;
}

/** A reader of suppression lists: a row that names nobody is rejected. */
export function createSuppressionReader({ mapping, tally, counter }: RowReader): RowsReader<SuppressionRow> {
  const columns = columnsAt(mapping);
  const readPerson = createPersonReader(mapping, columns);
  const readConsent = createConsentReader(mapping, columns);
  return rowByRow((row) => {
    const { key, keyKind } = readPerson(row);
    if (key === "") return rejectRow(tally, row, "no_customer", columns.customer?.header ?? "");
    const said = readConsent(row);
    counter.row(key, isRefusal(said.consent));
    return { line: row.line, entry: key, entryKind: keyKind, ...said };
  });
}
