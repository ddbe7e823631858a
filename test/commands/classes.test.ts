import { expect, it } from "vitest";
import { verbs } from "../../src/commands/grammar/table.ts";

it("lines that tell of people say so, and no others", () => {
  const narrow = verbs
    .flatMap(({ command }) => command.lines)
    .filter(({ privacy }) => privacy !== "totals")
    .map(({ usage, privacy }) => `${usage.split(" ", 1)[0]}: ${privacy}`);
  expect(narrow).toEqual([
    "customer: person",
    "why: person",
    "export: people",
    "data: person", // that one may be written to again
    "data: people", // the rows of a file that were refused
    "score: person",
    "whatif: person",
  ]);
});
