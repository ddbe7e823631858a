import type { ColumnMapping, Role } from "./mapping.ts";

const money: ReadonlySet<Role> = new Set(["amount", "price", "total"]);
const codes =
  /(?:^|[^A-Za-z])(EUR|USD|GBP|BRL|MXN|ARS|CLP|COP|PEN|UYU|CHF|CAD|AUD|JPY|SEK|NOK|DKK|PLN|CZK|INR)(?:$|[^A-Za-z])/i;

/**
 * The currency that the header of the money names: `Amount (EUR)`, `valor_brl`.
 *
 * @returns ISO 4217, or an empty text where none is named, or several are.
 */
export function currencyOfHeaders(columns: readonly Pick<ColumnMapping, "role" | "header">[]): string {
  const named = columns
    .filter(({ role }) => money.has(role))
    .flatMap(({ header }) => codes.exec(header)?.[1]?.toUpperCase() ?? []);
  const [first = ""] = new Set(named);
  return named.every((code) => code === first) ? first : "";
}
