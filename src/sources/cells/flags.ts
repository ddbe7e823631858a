const yes = new Set([
  "yes",
  "y",
  "true",
  "t",
  "1",
  "si",
  "s",
  "sim",
  "x",
  "on",
  "ok",
  "opt-in",
  "optin",
  "subscribed",
  "verdadero",
  "verdadeiro",
  "suscrito",
  "inscrito",
  "activo",
  "ativo",
]);
const no = new Set([
  "no",
  "n",
  "false",
  "f",
  "0",
  "nao",
  "off",
  "opt-out",
  "optout",
  "unsubscribed",
  "falso",
  "baja",
  "descadastrado",
  "inactivo",
  "inativo",
  "cleaned",
]);

/**
 * A cell as yes or no, in English, Spanish or Portuguese.
 *
 * @returns undefined when the cell says neither.
 * @example
 * readFlag("Não"); // => false
 */
export function readFlag(cell: string): boolean | undefined {
  const word = cell.trim().toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "");
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}
