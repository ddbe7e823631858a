import { array, assert, constantFrom, option, property, record, string } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Locale } from "../../../src/lib/locale.ts";
import type { Action, Fact, Reply, Table } from "../../../src/contract/reply.ts";
import { plain } from "../../../src/slack/render/escape.ts";
import { renderReply } from "../../../src/slack/render/reply.ts";
import { renderText } from "../../../src/slack/render/text.ts";
import { says } from "../../../src/slack/render/words.ts";
import { refusals, texts } from "../refusals.ts";

const base: Reply = {
  locale: "en",
  outcome: "ok",
  privacy: "totals",
  headline: "Loyal families (2) are 18 % of customers and 41 % of sales",
  data: {},
};

/** Short, long and far too long texts; made by repeating, because drawing thousands of characters takes minutes. */
function textOf(...times: readonly number[]) {
  return record({ piece: string({ unit: "grapheme", maxLength: 8 }), times: constantFrom(...times) }).map(
    ({ piece, times }) => piece.repeat(times),
  );
}
const anyText = textOf(1, 20, 600);
const cell = textOf(1, 10, 60);
const anyTable = record({ width: constantFrom(0, 1, 5, 30), height: constantFrom(0, 1, 40, 300), cell }).map(
  ({ width, height, cell }): Table => ({
    columns: Array.from({ length: width }, (_, index) => ({
      label: index === 0 ? cell : `c${index}`,
      align: "left",
    })),
    rows: Array.from({ length: height }, () => Array.from({ length: width }, () => cell)),
  }),
);
const anyAction = record(
  {
    label: anyText,
    line: anyText,
    style: constantFrom("primary" as const, "danger" as const),
    confirm: anyText,
  },
  { requiredKeys: ["label", "line"] },
) as ReturnType<typeof record<Action>>;
const anyFact = record(
  { label: anyText, value: anyText, comparison: anyText },
  { requiredKeys: ["label", "value"] },
) as ReturnType<typeof record<Fact>>;
const anyReply = record({
  locale: constantFrom("en" as const, "es" as const, "pt" as const),
  headline: anyText,
  facts: array(anyFact, { maxLength: 60 }),
  paragraphs: array(anyText, { maxLength: 80 }),
  table: option(anyTable),
  caveat: anyText,
  actions: array(anyAction, { maxLength: 40 }),
  footer: array(anyText, { maxLength: 12 }),
}).map(({ table, ...rest }): Reply => Object.assign(rest, base, rest, table === null ? {} : { table }));

/** The texts of a reply that stand nowhere in a message. */
function lostParts({ headline, facts = [], table, actions = [], ...rest }: Reply, shown: readonly string[]) {
  const cells = table === undefined || table.columns.length === 0 ? [] : table.rows.flat();
  const parts = [
    headline,
    ...facts.flatMap(({ label, value, comparison = "" }) => [label, value, comparison]),
    ...(rest.paragraphs ?? []),
    ...cells,
    rest.caveat ?? "",
    ...actions.flatMap(({ label, line }) => [label.trim() === "" ? line : label]),
    ...(rest.footer ?? []),
  ];
  return parts.map((part) => plain(part).trim()).filter((part) => !shown.some((text) => text.includes(part)));
}

/** Any of the sentences that say that something was left out. */
function cutSentences(locale: Locale): RegExp {
  const words = says[locale];
  const counted = [words.rowsCut(0, 0), words.columnsCut(0, 0), words.factsCut(0, 0), words.buttonsCut(0, 0)];
  return new RegExp([words.textCut, ...counted].map((text) => text.replaceAll("0", "\\d+")).join("|"), "u");
}

describe("a reply as a Slack message", () => {
  it("is within every limit, whatever the reply's size", () => {
    assert(
      property(anyReply, (reply) => {
        const { text, blocks } = renderReply(reply, "list");
        expect(refusals(blocks)).toEqual([]);
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThan(4_000);
      }),
      { numRuns: 60 },
    );
  });

  it("shows every part of a reply of any size, or says that something was cut", () => {
    assert(
      property(anyReply, (reply) => {
        const shown = texts(renderReply(reply, "list").blocks);
        const isSaid = cutSentences(reply.locale).test(shown.join("\n"));
        expect(isSaid || lostParts(reply, shown).length === 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("is within every limit when every part is as large as can be", () => {
    const long = "word ".repeat(800);
    const fill = <T>(length: number, value: T): T[] => Array.from({ length }, () => value);
    const reply: Reply = {
      ...base,
      headline: long,
      facts: fill(60, { label: long, value: long, comparison: long }),
      paragraphs: fill(80, long),
      table: { columns: fill(30, { label: long, align: "right" }), rows: fill(300, fill(30, long)) },
      caveat: long,
      actions: fill(40, { label: long, line: "list", confirm: long }),
      footer: fill(12, long),
    };
    expect(refusals(renderReply(reply, "list").blocks)).toEqual([]);
  });

  it("says what was cut from a table that is too long and too wide", () => {
    const columns = Array.from({ length: 24 }, (_, i) => ({ label: `Column ${i}`, align: "left" as const }));
    const rows = Array.from({ length: 150 }, () => columns.map(() => "9"));
    const { blocks } = renderReply({ ...base, table: { columns, rows } });
    const shown = texts(blocks).join("\n");
    expect(shown).toContain("99 of 150 rows are shown."); // 100 rows of Slack's, one of them the heading
    expect(shown).toContain("20 of 24 columns are shown.");
  });

  it("says in the reader's language that long texts are shortened", () => {
    const { blocks } = renderReply({ ...base, locale: "pt", paragraphs: ["x".repeat(5_000)] });
    expect(texts(blocks).join("\n")).toContain("Os textos longos foram encurtados.");
  });

  it("leaves a fact of a few its list, and shortens it among many", () => {
    const list = "days since last order, orders, ".repeat(8).slice(0, 240);
    const shown = (facts: number) =>
      texts(
        renderReply({
          ...base,
          facts: Array.from({ length: facts }, () => ({ label: "Rests on", value: list })),
        }).blocks,
      );
    expect(shown(3)).toContain(list);
    expect(shown(9)).not.toContain(list);
  });

  it("leaves out a button whose line Slack could not carry, and says so", () => {
    const actions = [
      { label: "Profile", line: "profile 2" },
      { label: "Too long", line: "x".repeat(2_001) },
    ];
    const { blocks } = renderReply({ ...base, actions });
    expect(texts(blocks)).toContain("Profile");
    expect(texts(blocks)).not.toContain("Too long");
    expect(texts(blocks).join("\n")).toContain("1 of 2 buttons are shown.");
  });

  it("says nothing was cut when nothing was", () => {
    expect(texts(renderReply(base).blocks)).toEqual([base.headline]);
  });

  it("never lets a customer's name mention a channel, link or turn the line around", () => {
    const name = "<!channel> *x* `y` \u202Egpj.exe <https://evil.test|ok>";
    const { text, blocks } = renderReply({
      ...base,
      headline: name,
      facts: [{ label: name, value: name }],
      caveat: name,
    });
    expect(text).not.toContain("<!channel>");
    expect(text).toContain("&lt;!channel&gt;");
    expect(JSON.stringify(blocks)).not.toContain("mrkdwn");
    expect(JSON.stringify(blocks) + text).not.toContain("\u202E");
  });

  it("has a plain text with the same facts and rows as the blocks", () => {
    const reply: Reply = {
      ...base,
      facts: [{ label: "Customers", value: "402", comparison: "18 % of all" }],
      table: { columns: [{ label: "Segment", align: "left" }], rows: [["Loyal families"]] },
      footer: ["data as of 31 Oct 2011", "version 3"],
    };
    expect(renderText(reply)).toBe(
      `${base.headline}\n• Customers: 402 · 18 % of all\nSegment\nLoyal families\ndata as of 31 Oct 2011 · version 3`,
    );
  });
});
