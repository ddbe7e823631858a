import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layColumns } from "../../src/terminal/columns.ts";

describe("columns at a terminal", () => {
  it("stand side by side, numbers at the right", () => {
    expect(layColumns([{ cells: ["Orders", "Age"] }, { cells: ["44", "9"], align: "right" }], 80)).toEqual([
      "  Orders  44",
      "  Age      9",
    ]);
  });

  it("break the longest at spaces, and keep whole what is to be copied", () => {
    const line = "target top 500 in 2";
    expect(
      layColumns([{ cells: [line], whole: true }, { cells: ["Contact the likeliest five hundred"] }], 42),
    ).toEqual([
      "  target top 500 in 2  Contact the\n                       likeliest five\n                       hundred",
    ]);
  });

  it("are never wider than the screen as long as each word fits", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/u), { minLength: 1, maxLength: 30 });
    const cells = fc.array(
      words.map((said) => said.join(" ")),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 4 }), (columns) => {
        const lines = layColumns(
          columns.map((each) => ({ cells: each })),
          80,
        ).flatMap((row) => row.split("\n"));
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
      }),
    );
  });
});
