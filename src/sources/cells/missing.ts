/** What programs write where they have no value. "None" is left out: it is a category in many surveys. */
const blanks = new Set(["", "na", "n/a", "#n/a", "nan", "null", "nil", "-", "--", "?", "s/d", "n/d", "\\n"]);

/**
 * Whether a cell stands for "no value".
 *
 * @example
 * isMissing(" N/A "); // => true
 */
export function isMissing(cell: string): boolean {
  return cell.length === 0 || (cell.length < 8 && blanks.has(cell.trim().toLowerCase()));
}
