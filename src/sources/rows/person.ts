import { type Consent, readConsent, readSuppression } from "../cells/consent.ts";
import { readDate } from "../cells/dates.ts";
import { readKey, readPhone } from "../cells/keys.ts";
import { isMissing } from "../cells/missing.ts";
import type { Mapping } from "../guess/mapping.ts";
import { cellAt, type ColumnAt, type ColumnsAt } from "./columns-at.ts";
import type { Row } from "../file/split-rows.ts";

/** What names a person: a number or code of the shop, an e-mail address, or a telephone number. */
export type KeyKind = "id" | "email" | "phone";

/** Whom a row is about, by every key that stands in it. */
export interface PersonKeys {
  /** The cell of the customer's column, as `readKey` writes it. */
  readonly key: string;
  readonly keyKind: KeyKind;
  /** A further address in the row, lower case; null where there is none, and where `key` is the address. */
  readonly email: string | null;
  /** A further telephone number, digits with a country code where the file gives one. */
  readonly phone: string | null;
}

/** What a row says of whether its person may be contacted. */
export interface ConsentSaid {
  /** Null where the file does not speak of it. */
  readonly consent: Consent | null;
  /** The day it was said, `YYYY-MM-DD`; null where the file does not date it. */
  readonly consentOn: string | null;
}

/** Whether nothing may be sent: a no, or mail that came back. */
export function isRefusal(consent: ConsentSaid["consent"]): boolean {
  return consent === "no" || consent === "bounced";
}

/** What a key is, by its form; a bare number is an id: only a column's header can say that it is a telephone. */
export function keyKindOf(key: string): KeyKind {
  return key.includes("@") ? "email" : "id";
}

const nobody: PersonKeys = { key: "", keyKind: "id", email: null, phone: null };

/**
 * A reader of whom a row is about. Guests of a shop have an address and no number: then the address is the key.
 *
 * @returns A function from a row to its keys; `key` is empty when the row names nobody.
 */
export function createPersonReader(mapping: Mapping, columns: ColumnsAt): (row: Row) => PersonKeys {
  const email = columns.email ?? attributeAt(mapping, "email");
  const phone = columns.phone ?? attributeAt(mapping, "phone");
  const prefix = `${mapping.eventKind}-`;
  return (row) => {
    const address = email === undefined ? null : readEmail(cellAt(row, email));
    const number = phone === undefined ? null : readPhone(cellAt(row, phone));
    if (mapping.numbersRows) return { key: prefix + row.line, keyKind: "id", email: address, phone: number };
    const key = readKey(cellAt(row, columns.customer));
    if (key !== "") {
      const keyKind = keyKindOf(key);
      return { key, keyKind, email: keyKind === "email" && address === key ? null : address, phone: number };
    }
    if (address !== null) return { key: address, keyKind: "email", email: null, phone: number };
    return number === null ? nobody : { key: number, keyKind: "phone", email: null, phone: null };
  };
}

function attributeAt(mapping: Mapping, name: string): ColumnAt | undefined {
  const position = mapping.columns.findIndex((column) => column.role === "attribute" && column.name === name);
  const column = mapping.columns[position];
  return column === undefined ? undefined : Object.assign({}, column, { position });
}

function readEmail(cell: string): string | null {
  if (!cell.includes("@")) return null;
  const address = readKey(cell);
  return /^[^\s@]+@[^\s@]+$/.test(address) ? address : null;
}

const silent: ConsentSaid = { consent: null, consentOn: null };

/**
 * A reader of what a row says of consent: an opt-out goes before whatever else stands there, and what the file as a whole
 * says (`Mapping.says`) counts where the row says nothing.
 */
export function createConsentReader(mapping: Mapping, columns: ColumnsAt): (row: Row) => ConsentSaid {
  const { consent, optOut, suppressed, consentOn } = columns;
  const speaks = consent !== undefined || optOut !== undefined || mapping.says !== "";
  if (!speaks && suppressed === undefined) return () => silent;
  return (row) => {
    const bounced = readSuppression(cellAt(row, suppressed)) === "bounced" ? "bounced" : undefined;
    const said = readOptOut(cellAt(row, optOut)) ?? bounced ?? readConsent(cellAt(row, consent));
    const otherwise = speaks ? mapping.says || "unknown" : null;
    return { consent: said ?? otherwise, consentOn: dayOf(cellAt(row, consentOn), consentOn) };
  };
}

/** Who opted out said no; who did not, said nothing by that. */
function readOptOut(cell: string): "no" | "bounced" | undefined {
  if (isMissing(cell)) return undefined;
  const said = readConsent(cell);
  return said === "yes" || said === "no" ? optOutOf(cell, said) : said === "bounced" ? "bounced" : undefined;
}

/** "Yes" under "unsubscribed" is a no, and so is the word itself. */
function optOutOf(cell: string, said: "yes" | "no"): "no" | undefined {
  const isWord = /[a-z]{4}/i.test(cell) && !/^(?:true|false|verdadero|verdadeiro|falso)$/i.test(cell.trim());
  return (said === "yes") === isWord ? undefined : "no";
}

function dayOf(cell: string, column: ColumnAt | undefined): string | null {
  if (column === undefined || isMissing(cell)) return null;
  const moment = readDate(cell, column.dates);
  return moment === undefined ? null : new Date(moment).toISOString().slice(0, 10);
}
