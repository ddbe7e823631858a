import type { Encoding } from "../guess/mapping.ts";

/**
 * The encoding from the first bytes: byte order mark, zero bytes of UTF-16, else UTF-8. That the whole file is UTF-8
 * is only known at its end: who reads it starts again as Windows-1252, which also reads Latin-1.
 *
 * @param head The first 64 KiB or less, unpacked.
 */
export function guessEncoding(head: Uint8Array): Encoding | "binary" {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros = { even: 0, odd: 0 };
  for (const [position, byte] of head.entries()) {
    if (byte === 0) zeros[position % 2 === 0 ? "even" : "odd"]++;
  }
  if (zeros.even + zeros.odd === 0) return "utf-8";
  // Mostly Latin letters in UTF-16: every second byte is zero, and no other.
  if (zeros.odd > head.length / 4 && zeros.even === 0) return "utf-16le";
  if (zeros.even > head.length / 4 && zeros.odd === 0) return "utf-16be";
  return "binary";
}

/**
 * Whether decoded text is text: control characters other than tab and line ends are the sign of an encoding that
 * was not recognized, or of a file that is no text at all.
 *
 * @param text A piece of at least a few lines.
 */
export function looksLikeText(text: string): boolean {
  const controls = text.match(/[^\P{Cc}\t\n\v\f\r]/gu)?.length ?? 0;
  return controls <= text.length / 200;
}
