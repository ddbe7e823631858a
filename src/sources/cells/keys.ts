const wholeWithDecimals = /^(\d+)[.,]0+$/;

/**
 * A customer's key as all files should write it: spreadsheets turn `17850` into `17850.0` as soon as one cell of
 * the column is empty, and e-mail addresses are the same in any case. Zeros in front stay: they are part of a code.
 *
 * @returns An empty text when the cell names nobody.
 * @example
 * readKey(" 17850.0 "); // => "17850"
 */
export function readKey(cell: string): string {
  const text = cell.trim();
  const last = text.charCodeAt(text.length - 1);
  if (last === 48) return wholeWithDecimals.exec(text)?.[1] ?? text;
  if (text.includes("@")) return text.toLowerCase();
  return isNobody(text) ? "" : text;
}

/** Blanks as programs write them; "0" is somebody. */
function isNobody(text: string): boolean {
  return text.length < 5 && /^(?:|nan|null|n\/a|#n\/a|na|-+|\?)$/i.test(text);
}
