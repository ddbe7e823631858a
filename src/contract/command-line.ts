/** Command lines as buttons, menus and forms compose them; `commands/` reads them. */

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * A text as one word of a command line, whatever is in it: in quotation marks unless it is a plain number, id or
 * address, its signs as Slack writes them.
 *
 * @example
 * asWord("Loyal families"); // => '"Loyal families"'
 */
export function asWord(text: string): string {
  if (/^[\p{L}\p{N}_.%@+-]*[\p{L}\p{N}_%@+-]$/u.test(text)) return text;
  const escaped = text.replaceAll(/[&<>]/gu, (sign) => entities[sign] ?? sign);
  if (text.includes('"') && !text.includes("'")) return `'${escaped}'`;
  return `"${escaped.replaceAll(/["“”„‟«»″]/gu, "'")}"`;
}
