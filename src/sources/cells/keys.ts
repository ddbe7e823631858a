const wholeWithDecimals = /^(\d+)[.,]0+$/;
const bracketedAddress = /<\s*([^<>\s]+@[^<>\s]+)\s*>/;
const apostrophe = 39;

/**
 * A customer's key as all files should write it: spreadsheets turn `17850` into `17850.0` as soon as one cell of
 * the column is empty, and put an apostrophe before numbers that are to stay text; e-mail addresses are the same in any
 * case, in brackets, and after `mailto:`. Zeros in front stay: they are part of a code.
 *
 * @returns An empty text when the cell names nobody.
 * @example
 * readKey(" 17850.0 "); // => "17850"
 */
export function readKey(cell: string): string {
  let text = cell.trim();
  if (text.charCodeAt(0) === apostrophe) text = text.slice(1).trim();
  const last = text.charCodeAt(text.length - 1);
  if (last === 48) return wholeWithDecimals.exec(text)?.[1] ?? text;
  if (text.includes("@")) return readAddress(text);
  return isNobody(text) ? "" : text;
}

/**
 * An e-mail address out of what mail programs write around it.
 *
 * @example
 * readAddress("Ana <Ana@Example.org>"); // => "ana@example.org"
 */
function readAddress(text: string): string {
  const address = bracketedAddress.exec(text)?.[1] ?? text;
  return address.replace(/^mailto:/i, "").toLowerCase();
}

/**
 * A telephone number: its digits, with the plus of a country code.
 *
 * @returns null when the cell is none.
 * @example
 * readPhone("+34 600 100-200"); // => "+34600100200"
 */
export function readPhone(cell: string): string | null {
  const text = cell.trim().replace(/^'/, "");
  const digits = text.replaceAll(/\D/g, "");
  if (digits.length < 7 || digits.length > 15) return null;
  if (text.startsWith("+")) return `+${digits}`;
  return text.startsWith("00") ? `+${digits.slice(2)}` : digits;
}

/** Blanks as programs write them; "0" is somebody. */
function isNobody(text: string): boolean {
  return text.length < 5 && /^(?:|nan|null|n\/a|#n\/a|na|-+|\?)$/i.test(text);
}
