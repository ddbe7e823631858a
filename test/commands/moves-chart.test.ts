import type { Day } from "../../src/lib/day.ts";
import { describe, expect, it } from "vitest";
import type { Migration } from "../../src/analysis/shift/migration.ts";
import { migrationChart } from "../../src/commands/verbs/moves/charts.ts";
import { movedIn } from "../../src/commands/verbs/moves/migration-facts.ts";
import { someMovesReply } from "../../src/commands/verbs/moves/some-reply.ts";
import { briefTitleOf } from "../../src/commands/speech/segment-words.ts";
import type { Segment } from "../../src/db/segmentations/segmentations.ts";
import { createFormat, type Locale } from "../../src/lib/locale.ts";

const format = createFormat("en", "EUR");
const period = { from: "2026-07-06", to: "2026-07-13" } as const;

function segment(number: number, name = `Group ${number}`): Segment {
  const statistics = { size: 0, means: [], deviations: [], counts: [], share: 0, valueShare: null };
  return {
    id: number,
    key: `s${number}`,
    number,
    names: { en: name, es: name, pt: name },
    customName: null,
    notes: null,
    statistics,
  };
}

function ribbonsOf(migration: Migration) {
  const moved = movedIn([segment(1), segment(2), segment(3)], period, migration);
  const { rows } = migrationChart(moved, "", format);
  return rows.flatMap(({ from, to, customers }) => (from === undefined ? [] : [[from, to, customers]]));
}

describe("the picture of moves", () => {
  const nobody = { joined: [0, 0, 0], left: [0, 0, 0] };

  it("has a ribbon for every way, and for who stayed", () => {
    const matrix = [
      [90, 10, 0],
      [0, 80, 20],
      [0, 0, 70],
    ];
    expect(ribbonsOf({ matrix, ...nobody })).toEqual([
      [1, 1, 90],
      [1, 2, 10],
      [2, 2, 80],
      [2, 3, 20],
      [3, 3, 70],
    ]);
  });

  it("has days above it that fit in any language, with the year where it changes", () => {
    const matrix = [[9]];
    const wordsOf = (from: Day, locale: Locale) => {
      const moved = movedIn([segment(1)], { from, to: "2026-07-13" }, { matrix, joined: [0], left: [0] });
      const { before, after } = migrationChart(moved, "", createFormat(locale, "EUR")).words;
      return [before, after];
    };
    expect(wordsOf("2026-07-06", "en")).toEqual(["Jul 6", "Jul 13"]);
    expect(wordsOf("2026-07-06", "pt")).toEqual(["6 de jul.", "13 de jul."]);
    expect(wordsOf("2025-12-29", "es")).toEqual(["29 dic 25", "13 jul 26"]);
  });

  it("shows a segment at its size where a small move hides how many stayed", () => {
    // Two who went from 1 to 2 are hidden, and so is who stayed in 1 and in 2. Sizes are 92, 100, 70 and 90, 82, 90: what
    // they leave of 1 is min(92, 90), of 2 min(100 - 20, 82).
    const matrix = [
      [90, 2, 0],
      [0, 80, 20],
      [0, 0, 70],
    ];
    expect(ribbonsOf({ matrix, ...nobody })).toEqual([
      [1, 1, 90],
      [2, 2, 80],
      [2, 3, 20],
      [3, 3, 70],
    ]);
  });
});

describe("a name on a button", () => {
  it("is whole where it is short, and cut between two words where it is long", () => {
    expect(briefTitleOf(segment(2, "Loyal big spenders"), format)).toBe("Loyal big spenders (2)");
    const long = segment(3, "Customers who buy gifts for the whole family");
    expect(briefTitleOf(long, format)).toBe("Customers who buy gifts for the… (3)");
  });
});

describe("the moves between two segments", () => {
  it("does not say that nobody went where that would give away a few who went elsewhere", () => {
    const segments = [segment(1), segment(2), segment(3)];
    const matrix = [
      [90, 2, 0],
      [0, 80, 0],
      [0, 0, 70],
    ];
    const moved = movedIn(segments, period, { matrix, joined: [0, 0, 0], left: [0, 0, 0] });
    const hidden = moved.hidden.map((row, i) => row.map((_, j) => i === 0 && (j === 1 || j === 2)));
    const [source, , target] = segments;
    expect(someMovesReply({ ...moved, hidden }, { source, target }, format).headline).toContain(
      "would give away a move of fewer than 5",
    );
    expect(
      someMovesReply({ ...moved, hidden }, { source: target, target: source }, format).headline,
    ).toContain("Nobody has gone");
  });
});
