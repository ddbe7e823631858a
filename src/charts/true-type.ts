/** What a text layout needs of a font: how far each character moves the pen. */
export interface GlyphWidths {
  /** The width of a text in em (multiply by the font size for pixels); kerning is left out. */
  widthOf(text: string): number;
  /** Whether the font has a glyph for this character. */
  has(character: string): boolean;
}

/**
 * Reads the advance widths of a TrueType font from its tables `head`, `hhea`, `hmtx` and `cmap` (format 12).
 * Vega must know how wide its texts are, and without a canvas it only guesses, which cuts labels.
 *
 * @param font The bytes of a `.ttf` file; woff is another format.
 * @throws {RangeError} When a table is missing, or the character map has no full-Unicode part.
 * @see OpenType specification 1.9, chapters "hmtx" and "cmap".
 */
export function readGlyphWidths(font: DataView): GlyphWidths {
  const unitsPerEm = font.getUint16(tableOffset(font, "head") + 18);
  const longMetrics = font.getUint16(tableOffset(font, "hhea") + 34);
  const metrics = tableOffset(font, "hmtx");
  const glyphs = readCharacterMap(font);
  function advance(codePoint: number): number {
    const glyph = Math.min(glyphs.get(codePoint) ?? 0, longMetrics - 1);
    return font.getUint16(metrics + 4 * glyph);
  }
  return {
    widthOf: (text) => Array.from(text, (c) => advance(c.codePointAt(0) ?? 0)).reduce(sum, 0) / unitsPerEm,
    has: (character) => glyphs.has(character.codePointAt(0) ?? 0),
  };
}

function sum(a: number, b: number): number {
  return a + b;
}

function tableOffset(font: DataView, name: string): number {
  const tables = font.getUint16(4);
  for (let record = 12; record < 12 + 16 * tables; record += 16) {
    if (readTag(font, record) === name) return font.getUint32(record + 8);
  }
  throw new RangeError(`the font has no table ${name}`);
}

function readTag(font: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => font.getUint8(offset + i)));
}

/** Code point → glyph, from the first format 12 subtable: groups of (first, last, first glyph). */
function readCharacterMap(font: DataView): ReadonlyMap<number, number> {
  const table = tableOffset(font, "cmap");
  const glyphs = new Map<number, number>();
  const subtable = findFullUnicode(font, table);
  const groups = font.getUint32(subtable + 12);
  for (let group = subtable + 16; group < subtable + 16 + 12 * groups; group += 12) {
    const first = font.getUint32(group);
    const last = font.getUint32(group + 4);
    for (let code = first; code <= last; code++) glyphs.set(code, font.getUint32(group + 8) + code - first);
  }
  return glyphs;
}

function findFullUnicode(font: DataView, table: number): number {
  const subtables = font.getUint16(table + 2);
  for (let i = 0; i < subtables; i++) {
    const subtable = table + font.getUint32(table + 4 + 8 * i + 4);
    if (font.getUint16(subtable) === 12) return subtable;
  }
  throw new RangeError("the font has no character map of format 12");
}
