import { assert, integer, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeMrkdwn, fit, fitMrkdwn } from "../../../src/slack/render/escape.ts";

describe("texts that go out", () => {
  it("escapes exactly the three signs that Slack reads as markup", () => {
    expect(escapeMrkdwn("R&D <@U1> a > b")).toBe("R&amp;D &lt;@U1&gt; a &gt; b");
  });

  it("is never longer than asked, after escaping, and never ends inside an entity", () => {
    assert(
      property(
        string({ unit: "grapheme", maxLength: 200 }),
        integer({ min: 1, max: 100 }),
        (text, length) => {
          const fitted = fitMrkdwn(`&<${text}>&`, length);
          expect(fitted.length).toBeLessThanOrEqual(length);
          expect(fitted.replaceAll(/&(?:amp|lt|gt);/gu, "")).not.toContain("&");
        },
      ),
    );
  });

  it("does not cut through a pair of surrogates", () => {
    expect(fit("ab😀cd", 4)).toBe("ab…"); // the emoji is two units and would be halved
  });
});
