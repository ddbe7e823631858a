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
  /**
   * `bounced`: mail to the address came back, or the program cleaned it; `unknown`: never asked; null where the file
   * does not speak of it.
   */
  readonly consent: "yes" | "no" | "bounced" | "unknown" | null;
  /** The day it was said, `YYYY-MM-DD`; null where the file does not date it. */
  readonly consentOn: string | null;
}

/** What a key is, by its form; a bare number is an id: only a column's header can say that it is a telephone. */
export function keyKindOf(key: string): KeyKind {
  return key.includes("@") ? "email" : "id";
}
