import { describe, expect, it } from "vitest";
import { roles } from "../../src/contract/actor.ts";
import type { ReplyBody } from "../../src/contract/reply.ts";
import { stamp } from "../../src/contract/stamp.ts";
import {
  decideDestination,
  isPersonalColumn,
  isSmallCell,
  narrowClass,
  type Place,
  places,
} from "../../src/contract/privacy.ts";

/** One letter a cell: c channel, e ephemeral, d direct, R refused for the role, P for personal columns, S shared. */
const letters = { channel: "c", ephemeral: "e", direct: "d" } as const;
const reasons = { role: "R", personal_role: "P", shared_channel: "S" } as const;

function row(shown: Parameters<typeof decideDestination>[0], place: Place): string {
  return roles
    .map((role) => {
      const to = decideDestination(shown, role, place);
      return to.kind === "refused" ? reasons[to.reason] : letters[to.kind];
    })
    .join("");
}

const totals = { privacy: "totals", personal: false, attachments: true } as const;
const person = { privacy: "person", personal: false, attachments: false } as const;
const picture = { privacy: "person", personal: false, attachments: true } as const;
const people = { privacy: "people", personal: false, attachments: true } as const;
const personal = { privacy: "people", personal: true, attachments: true } as const;

describe("where an answer may go, for viewer, marketer, analyst and admin", () => {
  it.each([
    // every cell:                      channel  closed  shared  direct  terminal
    ["totals", totals, ["cccc", "cccc", "cccc", "cccc", "cccc"]],
    ["one person in words", person, ["Reee", "Reee", "RSSS", "Rccc", "Rccc"]],
    ["one person with a picture", picture, ["Rddd", "Rddd", "RSSS", "Rccc", "Rccc"]],
    ["a list without names", people, ["Rccc", "Rddd", "RSSS", "Rccc", "Rccc"]],
    ["a list with names", personal, ["RPdd", "RPdd", "RPSS", "RPcc", "RPcc"]],
  ] as const)("%s", (_, shown, expected) => {
    expect(places.map((place) => row(shown, place))).toEqual(expected);
  });
});

describe("the class of an answer", () => {
  const list = { name: "list.csv", title: "", source: { kind: "plan", planId: 1, columns: [] } } as const;
  const listOf = (rows: number) => ({ files: [{ ...list, rows, personal: false }] });

  it.each([
    ["is that of its line", "people", {}, "people"],
    ["is that of its line for a list of five", "people", listOf(5), "people"],
    ["is one person's for a list of fewer than five", "people", listOf(4), "person"],
    [
      "is one person's where a group of fewer than five is told of",
      "totals",
      { shows: { people: 4 } },
      "person",
    ],
    ["is that of its line where nobody is counted", "totals", { shows: { people: 0 } }, "totals"],
    ["is one person's where cells stand in it", "totals", { shows: { cells: true } }, "person"],
    ["is that of the answer that it repeats", "totals", { shows: { repeats: "people" } }, "people"],
    ["is never wider than its line", "person", { shows: { people: 900, repeats: "totals" } }, "person"],
  ] as const)("%s", (_, widest, body, expected) => {
    expect(narrowClass(widest, body)).toBe(expected);
  });

  it("is stamped over whatever an answer holds", () => {
    const smuggled = { headline: "Ann", data: {}, privacy: "totals", locale: "pt" };
    // @ts-expect-error A command cannot state a class, a language or an outcome.
    const body: ReplyBody = smuggled;
    expect(stamp(body, { locale: "es", widest: "person" })).toEqual({
      headline: "Ann",
      data: {},
      locale: "es",
      outcome: "ok",
      privacy: "person",
    });
  });
});

describe("what tells who a customer is", () => {
  it("is every column but the id, the segment, the distance, the score and behavior", () => {
    const behaviour = new Set(["recency_days", "total_amount"]);
    const columns = ["id", "segment", "distance", "recency_days", "name", "email", "city", "income"];
    expect(columns.filter((column) => isPersonalColumn(column, behaviour))).toEqual([
      "name",
      "email",
      "city",
      "income",
    ]);
  });
});

describe("small cells", () => {
  it("are those of one to four people", () => {
    expect([0, 1, 4, 5].map((people) => isSmallCell(people))).toEqual([false, true, true, false]);
  });
});
