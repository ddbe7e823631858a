export const decimalSigns = [".", ","] as const;
/** The decimal sign of a column; the other sign, spaces and apostrophes then separate thousands. */
export type DecimalSign = (typeof decimalSigns)[number];

/** What the spellings of a column's cells prove about its decimal sign; each entry counts cells. */
export type NumberEvidence = {
  /** Can be read with a decimal point only: `1.5`, `1,234.50`, `1,234,567`. */
  readonly point: number;
  /** Can be read with a decimal comma only: `1,5`, `1.234,50`, `1.234.567`. */
  readonly comma: number;
  /** `1.234`: a decimal point or a thousands point. */
  readonly pointOrGroup: number;
  /** `1,234`: a decimal comma or a thousands comma. */
  readonly commaOrGroup: number;
  /** Only digits and spaces: the same number either way. */
  readonly plain: number;
};

const currency =
  /^(?:R\$|US\$|[$€£¥₹]|EUR|USD|GBP|BRL|MXN|COP|CLP|ARS|PEN|CHF)\s*|\s*(?:R\$|[$€£¥₹%]|EUR|USD|GBP|BRL|MXN|COP|CLP|ARS|PEN|CHF)$/gi;
const spacedGroups = /^\d{1,3}(?:[\s'’]\d{3})+(?=[.,]\d+$|$)/;
const withPoint = /^(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)?(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const withComma = /^(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)?(?:,\d+)?(?:e[+-]?\d+)?$/i;
const ambiguous = /^[1-9]\d{0,2}([.,])\d{3}$/;

/**
 * A cell as a number in the column's spelling: currency and percent signs, thousands separators, brackets or a
 * trailing minus for negative amounts are understood.
 *
 * @returns undefined when the cell is no number in this spelling; a percentage stays as written (`12 %` is 12).
 * @example
 * readNumber("1.234,50 €", ","); // => 1234.5
 */
export function readNumber(cell: string, decimal: DecimalSign): number | undefined {
  if (decimal === "." && isPlain(cell)) return Number(cell);
  const { digits, negative } = strip(cell);
  if (!/\d/.test(digits)) return undefined;
  if (!(decimal === "." ? withPoint : withComma).test(digits)) return undefined;
  const value = Number(
    decimal === "." ? digits.replaceAll(",", "") : digits.replaceAll(".", "").replace(",", "."),
  );
  if (!Number.isFinite(value)) return undefined;
  return negative ? -value : value;
}

/** The usual case at the speed of a loop over its characters: digits, one sign in front, at most one point. */
function isPlain(cell: string): boolean {
  let points = 0;
  const start = cell.charCodeAt(0) === 45 ? 1 : 0;
  if (cell.length === start || cell.length > 300) return false;
  for (let position = start; position < cell.length; position++) {
    const code = cell.charCodeAt(position);
    if (code === 46) points++;
    else if (code < 48 || code > 57) return false;
  }
  return points === 0 || (points === 1 && cell.length > start + 1 && cell.charCodeAt(cell.length - 1) !== 46);
}

/** A cell without currency, sign and the groupings that mean the same everywhere. */
function strip(cell: string): { readonly digits: string; readonly negative: boolean } {
  let text = cell
    .trim()
    .replaceAll(/[\u00a0\u202f]/g, " ")
    .replaceAll("\u2212", "-");
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed?.[1] !== undefined) text = bracketed[1];
  const signed = /^-|-$/.test(text.replaceAll(currency, ""));
  text = text
    .replace(/^[+-]\s*/, "")
    .replaceAll(currency, "")
    .replace(/^[+-]\s*|\s*-$/, "");
  const groups = spacedGroups.exec(text)?.[0];
  if (groups !== undefined) text = groups.replaceAll(/[\s'’]/g, "") + text.slice(groups.length);
  return { digits: text, negative: signed || bracketed !== null };
}

/**
 * What one cell's spelling proves.
 *
 * @returns undefined when the cell is no number in any spelling.
 * @example
 * spelling("1.234"); // => "pointOrGroup"
 */
export function spelling(cell: string): keyof NumberEvidence | undefined {
  // Spares most texts the patterns below: no digit, or more letters in a row than a currency has.
  if (cell.length > 40 || !/\d/.test(cell) || /[a-z]{4}/i.test(cell)) return undefined;
  const { digits } = isPlain(cell) ? { digits: cell.replace("-", "") } : strip(cell);
  if (/^\d+$/.test(digits)) return "plain";
  const either = ambiguous.exec(digits)?.[1];
  if (either !== undefined) return either === "." ? "pointOrGroup" : "commaOrGroup";
  const asPoint = withPoint.test(digits);
  const asComma = withComma.test(digits);
  if (asPoint && asComma) return "plain";
  if (asPoint) return "point";
  return asComma ? "comma" : undefined;
}

/**
 * The decimal sign of a column from all its cells; `1.234` alone proves nothing, so the rest of the file decides.
 *
 * @param elsewhere What the other columns use, or what the delimiter suggests.
 * @example
 * decimalSign({ point: 0, comma: 3, pointOrGroup: 1, commaOrGroup: 0, plain: 9 }, "."); // => ","
 */
export function decimalSign(evidence: NumberEvidence, elsewhere: DecimalSign): DecimalSign {
  if (evidence.comma !== evidence.point) return evidence.comma > evidence.point ? "," : ".";
  return elsewhere;
}
