/**
 * A text as the grammar compares it: lower case, without accents, with single spaces.
 *
 * @example
 * fold("  Ação  Rápida "); // => "acao rapida"
 */
export function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/gu, " ").trim();
}
