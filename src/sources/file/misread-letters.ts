/**
 * UTF-8 that a program read as Windows-1252 and saved again: `São` became `SÃ£o`. The same happens to the rows in UTF-8
 * of a file that is Windows-1252 elsewhere.
 */

/** The characters that Windows-1252 has in the place of the control characters 0x80 to 0x9f → their bytes. */
const highBytes: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 32 }, (_, index): [string, number] => [
    new TextDecoder("windows-1252").decode(Uint8Array.of(0x80 + index)),
    0x80 + index,
  ]),
);
const strict = new TextDecoder("utf-8", { fatal: true });

/** Whether a text may hold such letters; quick, as every piece of every file is asked. */
export function isMisread(text: string): boolean {
  return text.includes("Ã") || text.includes("Â") || text.includes("â");
}

/**
 * A cell with its letters as they were meant. All of its letters must make sense: `IRMÃ` or `MAÇÃ` is left alone.
 *
 * @example
 * repairLetters("SÃ£o Paulo"); // => "São Paulo"
 */
export function repairLetters(cell: string): string {
  if (!isMisread(cell)) return cell;
  const bytes = new Uint8Array(cell.length);
  for (let position = 0; position < cell.length; position++) {
    const code = cell.charCodeAt(position);
    const byte = code < 0x100 ? code : highBytes.get(cell.charAt(position));
    if (byte === undefined) return cell;
    bytes[position] = byte;
  }
  try {
    return strict.decode(bytes);
  } catch {
    return cell;
  }
}
