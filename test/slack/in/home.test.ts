import { describe, expect, it } from "vitest";
import type { Reply } from "../../../src/contract/reply.ts";
import { renderHome } from "../../../src/slack/in/home.ts";
import { texts } from "../refusals.ts";

const actor = { user: "U0JOAO", role: "marketer", locale: "pt", timeZone: "UTC" } as const;
const base: Reply = { locale: "pt", outcome: "ok", privacy: "totals", headline: "Segmentos", data: {} };

describe("App Home", () => {
  it("shows a table in letters of one width, its columns under each other and no wider than they need", () => {
    const columns = [
      { label: "Segmento", align: "left" as const },
      { label: "Parte dos clientes", align: "right" as const },
    ];
    const home = renderHome(
      [
        {
          ...base,
          table: {
            columns,
            rows: [
              ["Famílias leais", "40%"],
              ["Novos", "7%"],
            ],
          },
        },
      ],
      actor,
    );
    // The long head takes three lines of the length of its longest word.
    const lines = [
      "Segmento           Parte",
      "                     dos",
      "                clientes",
      "Famílias leais       40%",
      "Novos                 7%",
    ];
    expect(texts(home.blocks)).toContain(lines.join("\n"));
  });

  it("leaves out what failed and what is about single people", () => {
    const home = renderHome(
      [
        { ...base, outcome: "mistake", headline: "Não entendi" },
        { ...base, privacy: "person", headline: "Ann" },
      ],
      actor,
    );
    expect(JSON.stringify(home)).not.toMatch(/Ann|entendi/u);
  });

  it("keeps within a hundred blocks, 3,000 characters a section and an action id once, whatever it is told", () => {
    const long = "palavra ".repeat(2_000);
    const actions = Array.from({ length: 30 }, (_, i) => ({ label: long, line: `profile ${i}` }));
    const table = {
      columns: [{ label: long, align: "left" as const }],
      rows: Array.from({ length: 200 }, () => [long]),
    };
    const replies = Array.from({ length: 40 }, () => ({
      ...base,
      headline: long,
      table,
      actions,
      facts: Array.from({ length: 50 }, () => ({ label: long, value: long })),
      footer: [long],
    }));
    const { blocks } = renderHome(replies, actor);
    expect(blocks.length).toBeLessThanOrEqual(100);
    const texts = JSON.stringify(blocks).match(/"text":"(?:[^"\\]|\\.)*"/gu) ?? [];
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(3_020);
    const ids = JSON.stringify(blocks).match(/"action_id":"[^"]*"/gu) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
