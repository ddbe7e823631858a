/** What is shown where a number would be of fewer than five people; the data beside the words hold none either. */
import { describe, expect, it } from "vitest";
import type { Check } from "../../src/analysis/shift/findings.ts";
import type { Migration } from "../../src/analysis/shift/migration.ts";
import type { CommandContext } from "../../src/commands/grammar/command.ts";
import { detailsFile } from "../../src/commands/verbs/digest/details-file.ts";
import type { Week } from "../../src/commands/verbs/digest/findings.ts";
import { movedIn } from "../../src/commands/verbs/moves/migration-facts.ts";
import { someMovesReply } from "../../src/commands/verbs/moves/some-reply.ts";
import { levelsReply } from "../../src/commands/verbs/profile/levels-reply.ts";
import { trendCharts } from "../../src/commands/verbs/profile/trend.ts";
import type { Segment } from "../../src/db/segmentations/segmentations.ts";
import { createFormat } from "../../src/lib/locale.ts";

const format = createFormat("en", "EUR");
const context = { locale: "en", format } as CommandContext;
const period = { from: "2026-07-06", to: "2026-07-13" } as const;

function segment(number: number): Segment {
  const name = `Group ${number}`;
  const statistics = { size: 0, means: [], deviations: [], counts: [], share: 0, valueShare: null };
  const names = { en: name, es: name, pt: name };
  return { id: number, key: `s${number}`, number, names, customName: null, notes: null, statistics };
}

describe("a segment's trend", () => {
  const sizes = (customers: readonly number[]) =>
    customers.map((count, week) => ({ day: `2026-07-${10 + week}` as const, customers: count }));

  it("is drawn where every week held five or more, and not where one held four", () => {
    expect(trendCharts(segment(1), sizes([20, 5, 30]), format)).toHaveLength(1);
    expect(trendCharts(segment(1), sizes([20, 4, 30]), format)).toEqual([]);
  });
});

describe("a segment's levels", () => {
  const shownOf = (levels: readonly (readonly [level: string, segment: number, base: number])[]) => {
    const counted = levels.map(([level, inside, base]) => ({ level, segment: inside, base }));
    const { data, charts } = levelsReply(segment(1), { label: "town", levels: counted }, context);
    expect(JSON.stringify(charts)).not.toContain("Small");
    return (data["levels"] as readonly { readonly level: string; readonly segment: number }[]).map(
      ({ level, segment: share }) => [level, share],
    );
  };

  it("are added up where fewer than five have them, in the segment or in the base", () => {
    const levels = [
      ["Large", 80, 160],
      ["Small inside", 4, 30],
      ["Small too", 16, 4],
    ] as const;
    expect(shownOf(levels)).toEqual([
      ["Large", 0.8],
      ["other", 0.2],
    ]);
  });

  it("are left out where even all the rare ones together are fewer than five", () => {
    expect(
      shownOf([
        ["Large", 96, 160],
        ["Small inside", 4, 30],
      ]),
    ).toEqual([["Large", 0.96]]);
  });
});

/** Of 2, two went to 1: hidden, and with it who stayed in either, as the sizes are known. */
const few: Migration = {
  matrix: [
    [90, 0, 0],
    [2, 80, 0],
    [0, 0, 70],
  ],
  joined: [0, 0, 0],
  left: [0, 0, 0],
};
const segments = [segment(1), segment(2), segment(3)] as const;

describe("hidden moves", () => {
  const moved = movedIn(segments, period, few);

  it("are hidden with what they could be worked out from", () => {
    const [first, second, third] = moved.hidden;
    expect(second?.[0]).toBe(true);
    expect(
      [first?.[0], first?.[1], second?.[1]].filter((isHidden) => isHidden === true).length,
    ).toBeGreaterThan(0);
    expect(third?.[2]).toBe(false);
  });

  it("are told as under five to where they went, and no number of the way leaves with the words", () => {
    const reply = someMovesReply(moved, { source: undefined, target: segments[0] }, format);
    expect(reply.headline).toContain("nder 5");
    const between = someMovesReply(moved, { source: segments[1], target: segments[0] }, format);
    expect(between.headline).toContain("5");
    for (const { data } of [reply, between]) expect(data).toHaveProperty(["matrix", 1, 0], null);
  });

  it("that are not small themselves but give a small one away are not counted in the headline", () => {
    const larger = movedIn(segments, period, {
      ...few,
      matrix: [
        [90, 0, 0],
        [7, 80, 2],
        [0, 0, 70],
      ],
    });
    const hidden = larger.hidden.map((row, i) => row.map((_, j) => i === 1 && j !== 1));
    const shown = {
      ...larger,
      hidden: hidden.map((row, i) => row.map((is, j) => is || (i === 0 && j === 0))),
    };
    const { headline } = someMovesReply(shown, { source: undefined, target: segments[0] }, format);
    expect(headline).toBe("Where the customers of Group 1 (1) came from since Jul 6, 2026.");
  });
});

describe("the file of details", () => {
  const check = (position: number): Check => {
    const change = { pValue: 0.01, change: 2.5, low: 1.5, high: 3.5, effect: 0.25, floor: 0.05 };
    return { kind: "size", segment: position, ...change };
  };

  it("has no figures of a segment whose moves are hidden", () => {
    const week: Week = {
      told: [],
      more: [],
      checked: 2,
      checks: [check(1), check(2)],
      moved: movedIn(segments, period, few),
      hasHistory: true,
      problems: { silences: [], staleDays: undefined },
    };
    const { source } = detailsFile(week, format);
    const [, hidden, shown] = source.kind === "text" ? source.text.trim().split("\r\n") : [];
    expect(hidden).toMatch(/,2 Group 2,,,,,,/u);
    expect(shown).toContain(",3 Group 3,2.5,1.5,3.5,25,0.01,");
  });
});
