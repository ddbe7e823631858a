/**
 * A copy of a cell that is to be kept. V8 keeps the whole piece of text (256 KiB) alive for a slice of it, so a few
 * thousand kept cells would hold the whole file in memory.
 */
export function detach(cell: string): string {
  return cell.length < 13 ? cell : Buffer.from(cell).toString();
}
