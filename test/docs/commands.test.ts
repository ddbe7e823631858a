import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { commandTable } from "../../src/commands/grammar/command-table.ts";
import { verbs } from "../../src/commands/grammar/table.ts";

it("docs/commands.md is made from the table of commands: run `npm run docs` after a change", () => {
  const written = readFileSync(join(import.meta.dirname, "../../docs/commands.md"), "utf8");
  expect(written).toBe(commandTable(verbs));
});
