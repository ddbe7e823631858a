/** Breaking plain text into lines, for edges that draw with letters of one width. */
const graphemes = new Intl.Segmenter();

/**
 * How many characters a reader counts; accents and joined emoji are part of theirs.
 *
 * @example
 * displayWidth("Sí"); // => 2
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const _ of graphemes.segment(text)) width += 1;
  return width;
}

/**
 * A text broken at spaces so that no line is longer than `width` characters, where its words allow it.
 *
 * @example
 * wrapLines("one two three", 7); // => ["one two", "three"]
 */
export function wrapLines(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
