/**
 * Texts at this edge. Data (a customer's name may hold `<!channel>`, backticks, right-to-left marks) goes into
 * `plain_text`, `raw_text` and `rich_text` wherever Slack allows, where nothing is markup; only the plain text of a
 * message is read as mrkdwn, and passes through `escapeMrkdwn`.
 */

/** Marks that change the direction or the shape of the text around them, and control characters but line breaks. */
const disguises = /(?!\n)[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * The same text without characters that are not seen but change what is seen.
 *
 * @example
 * plain("Ann\u202E gpj.exe"); // => "Ann gpj.exe"
 */
export function plain(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, "\uFFFD").replaceAll(disguises, "");
}

/**
 * A text that Slack's mrkdwn shows as written: no mention, no link.
 *
 * @example
 * escapeMrkdwn("R&D <!channel>"); // => "R&amp;D &lt;!channel&gt;"
 */
export function escapeMrkdwn(text: string): string {
  return plain(text).replaceAll(/[&<>]/gu, (sign) => entities[sign] ?? sign);
}

/**
 * The text, cut to a length with an ellipsis, never through a surrogate pair.
 *
 * @example
 * fit("segmentation", 5); // => "segm…"
 */
export function fit(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, Math.max(0, length - 1));
  const whole = /[\uD800-\uDBFF]$/u.test(kept) ? kept.slice(0, -1) : kept;
  return length < 1 ? "" : `${whole.trimEnd()}…`;
}

/** As `escapeMrkdwn`, fitted to a length after escaping, never cut through an entity. */
export function fitMrkdwn(text: string, length: number): string {
  const escaped = escapeMrkdwn(text);
  if (escaped.length <= length) return escaped;
  const cut = fit(escaped, length);
  const entity = cut.lastIndexOf("&");
  return entity >= 0 && !cut.includes(";", entity) ? `${cut.slice(0, entity)}…` : cut;
}
