import type { Locale } from "../../lib/locale.ts";

/**
 * A number as people write it: `3`, `0.3`, `0,3`, `1.234,5`, `1,234.5`, `€3`, `30%` (0.3); undefined for anything else.
 *
 * The last of two different signs is the decimal one. One sign alone with three digits behind it is a thousands
 * separator where the reader's language writes it so, and a decimal sign otherwise.
 *
 * @example
 * readNumber("1.234,5", "es"); // => 1234.5
 */
export function readNumber(text: string, locale: Locale): number | undefined {
  const [, sign = "", digits = "", percent] =
    /^(-?)[€$£R\s]*(\d[\d.,]*?)\s*[€$£]?(%?)$/u.exec(text.trim()) ?? [];
  if (digits === "") return undefined;
  const value = Number(sign + plainDigits(digits, locale === "en" ? "," : "."));
  if (!Number.isFinite(value)) return undefined;
  return percent === "%" ? value / 100 : value;
}

/** Digits with at most a decimal point. */
function plainDigits(digits: string, thousands: "," | "."): string {
  const last = Math.max(digits.lastIndexOf(","), digits.lastIndexOf("."));
  if (last < 0) return digits;
  const decimal = digits.charAt(last);
  const signs = digits.replaceAll(/\d/gu, "");
  const grouped = /^\d{1,3}([.,]\d{3})+$/u.test(digits) && new Set(signs).size === 1;
  if (grouped && (decimal === thousands || signs.length > 1)) return digits.replaceAll(/[.,]/gu, "");
  return `${digits.slice(0, last).replaceAll(/[.,]/gu, "")}.${digits.slice(last + 1)}`;
}
