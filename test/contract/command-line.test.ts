import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/commands/grammar/tokens.ts";
import { asWord } from "../../src/contract/command-line.ts";

describe("a text in a command line", () => {
  const read = (text: string) => tokenize(`customer ${asWord(text)}`).words.map((word) => word.text);

  it("is read back as one word, whatever is in it", () => {
    const hostile = [
      "<!channel>",
      "a b",
      "k=4",
      "R&D &lt;x",
      "<https://a.test|b>",
      `5" screen`,
      "it's",
      "end.",
      "'x",
    ];
    for (const text of hostile) expect(read(text)).toEqual(["customer", text]);
  });

  it("is read back as one word when it is any text without control characters and quotation marks", () => {
    const marks = /["'“”„‟«»″‘’‚‛′\p{Cc}]/gu;
    assert(
      property(string({ unit: "grapheme", minLength: 1 }), (any) => {
        const text = any.replaceAll(marks, "").trim();
        expect(text === "" ? ["customer", ""] : read(text)).toEqual(["customer", text]);
      }),
    );
  });

  it("needs no marks when it is a number, an id or an address", () => {
    expect(["2", "c17", "ann@shop.test", "-1"].map(asWord)).toEqual(["2", "c17", "ann@shop.test", "-1"]);
  });
});
