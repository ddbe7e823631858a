import { describe, expect, it } from "vitest";
import { parse } from "../../../src/commands/grammar/parse.ts";
import { verbs } from "../../../src/commands/grammar/table.ts";
import { UserError } from "../../../src/contract/errors.ts";
import { blockOfMistake, composeLine, readFields } from "../../../src/slack/in/read-form.ts";
import { renderForm } from "../../../src/slack/render/form.ts";

const text = (name: string, key?: string) =>
  ({ name, label: name, kind: "text", ...(key === undefined ? {} : { key }) }) as const;
const fields = [text("", "goal"), text("top"), text("in"), text("cost"), text("value"), text("budget")];

/** A submitted form of `target` with these values, in the order of its fields. */
function submitted(line: string, values: readonly string[], shown = fields) {
  const view = renderForm({ title: "Plan", submit: "Go", line, fields: shown }, { channel: "C1" }, "en");
  const blocks = (view?.blocks ?? []).map(({ block_id: id = "" }) => ({ block_id: id }));
  const given = blocks.map(({ block_id: id }, i) => [id, { value: { value: values[i] ?? "" } }]);
  return {
    private_metadata: view?.private_metadata ?? "",
    blocks,
    state: { values: Object.fromEntries(given) as Record<string, Record<string, { value: string }>> },
  };
}

/** The block under which the mistake of a form's line is shown. */
function blamed(view: ReturnType<typeof submitted>, line: string): string {
  try {
    parse(composeLine(line, readFields(view)), { locale: "en", role: "admin" }, verbs);
  } catch (thrown) {
    if (thrown instanceof UserError) return blockOfMistake(view, thrown.recovery.field);
    throw thrown;
  }
  throw new Error("no mistake was made");
}

describe("a mistake in a form stands under its own field", () => {
  it.each([
    ["the budget, whose text the cost has too", ["", "", "", "3", "11", "3x"], "field:5:budget"],
    ["a top that cannot be read", ["", "many", "", "", "", ""], "field:1:top"],
    ["a value that is missing beside the cost", ["", "", "", "3", "", ""], "field:4:value"],
    ["a cost that is missing beside the value", ["", "", "", "", "11", ""], "field:3:cost"],
  ] as const)("%s", (_, values, block) => {
    expect(blamed(submitted("target", values), "target")).toBe(block);
  });

  it.each([
    ["25:99", "field:1:"],
    ["general", "field:2:"],
  ])("of several without a name: %s", (wrong, block) => {
    const unnamed = ["day", "time", "channel"].map((key) => text("", key));
    const values = block === "field:1:" ? ["mon", wrong, "direct"] : ["mon", "9:00", wrong];
    expect(blamed(submitted("digest weekly", values, unnamed), "digest weekly")).toBe(block);
  });

  it("or under the first, when it is about the whole", () => {
    expect(blockOfMistake(submitted("target", []), undefined)).toBe("field:0:");
  });
});
