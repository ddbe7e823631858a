import type { Encoding } from "../guess/mapping.ts";

/** What the first bytes of a file say: how its text is written, or what kind of file it is instead. */
export type ByteFinding = { readonly encoding: Encoding } | { readonly notText: "workbook" | "binary" };

/** First bytes of files that people take for a table: zip (Excel's xlsx, LibreOffice's ods) and the old xls. */
const workbooks = [Buffer.from("PK\u0003\u0004", "latin1"), Buffer.from([0xd0, 0xcf, 0x11, 0xe0])];

/**
 * The encoding from the first bytes: byte order mark, zero bytes of UTF-16, else UTF-8. That the whole file is UTF-8
 * is only known at its end: who reads it starts again as Windows-1252, which also reads Latin-1.
 *
 * @param head The first 64 KiB or less, unpacked.
 */
export function guessEncoding(head: Uint8Array): ByteFinding {
  if (workbooks.some((magic) => magic.equals(head.subarray(0, magic.length)))) return { notText: "workbook" };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le" };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be" };
  const zeros = { even: 0, odd: 0 };
  for (const [position, byte] of head.entries()) {
    if (byte === 0) zeros[position % 2 === 0 ? "even" : "odd"]++;
  }
  if (zeros.even + zeros.odd === 0) return { encoding: "utf-8" };
  // Mostly Latin letters in UTF-16: every second byte is zero, and no other.
  if (zeros.odd > head.length / 4 && zeros.even === 0) return { encoding: "utf-16le" };
  if (zeros.even > head.length / 4 && zeros.odd === 0) return { encoding: "utf-16be" };
  return { notText: "binary" };
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
