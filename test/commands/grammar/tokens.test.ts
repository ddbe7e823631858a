import { describe, expect, it } from "vitest";
import { tokenize } from "../../../src/commands/grammar/tokens.ts";

function texts(line: string): string[] {
  return tokenize(line).words.map((word) => (word.quoted ? `[${word.text}]` : word.text));
}

describe("the words of a line", () => {
  it.each([
    ["rename 2 “Loyal families”", ["rename", "2", "[Loyal families]"]],
    ["rename 2 «Familias fieles»", ["rename", "2", "[Familias fieles]"]],
    ["rename 2 'Loyal families'", ["rename", "2", "[Loyal families]"]],
    ["profile d’Or", ["profile", "d'Or"]],
    ["note 2 'they aren't shy'", ["note", "2", "[they aren't shy]"]],
    ["customer <mailto:ana@shop.es|ana@shop.es>", ["customer", "ana@shop.es"]],
    ["customer <tel:+34600123456|+34 600>", ["customer", "+34", "600"]],
    ["rename 2 “R&amp;D &lt;3”", ["rename", "2", "[R&D <3]"]],
    ["recluster k=4", ["recluster", "k", "4"]],
    ["recluster k = 4", ["recluster", "k", "4"]],
    ['score city="São Paulo"', ["score", "city", "[São Paulo]"]],
    ["target p>=0,3", ["target", "p>=0,3"]],
    ["compare 2, 3.", ["compare", "2", "3"]],
    ["profile 2?", ["profile", "2"]],
    ["  profile\u00a02\t", ["profile", "2"]],
    ["", []],
  ])("%s", (line, expected) => {
    expect(texts(line)).toEqual(expected);
  });

  it("are compared without accents and capitals", () => {
    expect(tokenize("Región FIÉIS").words.map((word) => word.folded)).toEqual(["region", "fieis"]);
  });

  it("end where a quotation is never closed", () => {
    expect(tokenize('rename 2 "Loyal fam').unclosed).toBe("Loyal fam");
  });
});
