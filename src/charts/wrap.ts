import { type Font, textWidth } from "./fonts.ts";

/**
 * Breaks a text into as few lines as fit the width, then evens them out, so that no word is left alone.
 * A word wider than the width is broken between characters: nothing is ever cut off.
 *
 * @param width Pixels.
 * @example
 * wrap("one two three four", 80, { size: 16 }); // => ["one two", "three four"]
 */
export function wrap(text: string, width: number, font: Font): readonly string[] {
  const words = text.split(" ").flatMap((word) => breakWord(word, width, font));
  const lines = fill(words, width, font);
  if (lines.length === 1) return lines;
  let narrow = 0;
  let wide = width;
  while (wide - narrow > 4) {
    const middle = (narrow + wide) / 2;
    if (fits(fill(words, middle, font), lines.length, middle, font)) wide = middle;
    else narrow = middle;
  }
  return fill(words, wide, font);
}

/**
 * As `wrap`, for places that are two lines high: a text that needs more becomes wider than asked instead.
 *
 * @example
 * twoLines("one two three four five six", 50, { size: 16 }); // => ["one two three", "four five six"]
 */
export function twoLines(text: string, width: number, font: Font): readonly string[] {
  let room = width;
  while (wrap(text, room, font).length > 2) room *= 1.1;
  return wrap(text, room, font);
}

/** Puts words on lines, each as full as it gets. */
function fill(words: readonly string[], width: number, font: Font): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, font) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function fits(lines: readonly string[], count: number, width: number, font: Font): boolean {
  return lines.length <= count && lines.every((line) => textWidth(line, font) <= width);
}

function breakWord(word: string, width: number, font: Font): string[] {
  if (textWidth(word, font) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (part !== "" && textWidth(part + character, font) > width) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}
