import { beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/commands/answer.ts";
import { renderPng } from "../../src/charts/render.ts";
import { locales } from "../../src/lib/locale.ts";
import { freshDatabase } from "../database.ts";
import { fillMovedShop, fillRedrawnShop, fillSwappedShop } from "./moved-shop.ts";
import { answerOn, fillSmallShop, someone } from "./small-shop.ts";

const { db } = await freshDatabase();
let answer: Answer;
beforeAll(async () => {
  await fillSwappedShop(db);
  answer = answerOn(db);
});

describe("moves", () => {
  it("leads with the busiest way, and says why customers moved", async () => {
    const reply = await answer("moves", someone());
    expect(reply.outcome).toBe("ok");
    expect(reply.headline).toBe(
      "6 customers went from Bargain hunters (2) to Loyal families (1) since Oct 4, 2011.",
    );
    // By hand: of ten five left, of thirty six: 11 of 40 moved, 27.5 %.
    expect(reply.data).toMatchObject({
      from: "2011-10-04",
      to: "2011-11-01",
      matrix: [
        [5, 5],
        [6, 24],
      ],
      joined: [0, 0],
      split: { customers: 1, lines: 0, redrawn: null },
      outlook: null,
    });
    expect(reply.facts?.[0]).toEqual({ label: "Changed segment", value: "11", comparison: "28% of 40" });
    expect(reply.facts?.at(-1)).toEqual({
      label: "Why they moved",
      value: "customers changed: 100%",
      comparison: "the line moved: 0%",
    });
    expect(reply.caveat).toBeUndefined();
    expect(reply.table?.rows).toEqual([
      ["1 Loyal families", "10", "6", "5", "0", "11"],
      ["2 Bargain hunters", "30", "5", "6", "0", "29"],
    ]);
  });

  it("hides moves of fewer than five, and every number that they could be worked out from", async () => {
    const { db: few } = await freshDatabase();
    await fillMovedShop(few);
    const reply = await answerOn(few)("moves", someone());
    expect(reply.headline).toBe(
      "Customers changed segment since Oct 4, 2011, but so few that any number would point at a handful of people.",
    );
    // Of nine three stayed and six went; two of thirty came; one joined: 9, 30, 6 and 34 are known from the sizes.
    expect(reply.data).toMatchObject({
      matrix: [
        [null, null],
        [null, null],
      ],
    });
    expect(reply.charts).toEqual([]);
    expect(reply.caveat).toBe(
      "Moves of fewer than 5 customers are not shown, nor others (–) that would give them away.",
    );
    expect(reply.table?.rows.map((row) => row.slice(0, 5))).toEqual([
      ["1 Loyal families", "9", "under 5", "–", "under 5"],
      ["2 Bargain hunters", "30", "–", "under 5", "–"],
    ]);
    expect((await answerOn(few)("moves from 1 to 2", someone())).headline).toBe(
      "How many went from Loyal families (1) to Bargain hunters (2) since Oct 4, 2011 would give away a move of fewer than 5.",
    );
  });

  it("says everything in the reader's language", async () => {
    const headlines = await Promise.all(
      locales.map(async (locale) => (await answer("moves", someone({ locale }))).headline),
    );
    expect(headlines).toEqual([
      "6 customers went from Bargain hunters (2) to Loyal families (1) since Oct 4, 2011.",
      "6 clientes pasaron de Cazadores de ofertas (2) a Familias fieles (1) desde el 4 oct 2011.",
      "6 clientes foram de Caçadores de ofertas (2) para Famílias fiéis (1) desde 4 de out. de 2011.",
    ]);
  });

  it("draws both of its charts", async () => {
    const { charts = [] } = await answer("moves", someone());
    expect(charts.map(({ spec }) => spec)).toEqual(["migration", "migration-matrix"]);
    for (const chart of charts) expect((await renderPng(chart, "en")).length).toBeGreaterThan(1000);
  });

  it.each([
    ["moves since 1w", "Nobody has changed segment since Oct 25, 2011."],
    [
      "moves since 2011-10-19",
      "6 customers went from Bargain hunters (2) to Loyal families (1) since Oct 19, 2011.",
    ],
    [
      "cambios de 1 desde 4 semanas",
      "5 of the 10 customers who were in Loyal families (1) on Oct 4, 2011 are still there.",
    ],
    ["moves to bargain", "5 customers came to Bargain hunters (2) since Oct 4, 2011."],
    [
      "mudanças para 2 de 1",
      "5 customers went from Loyal families (1) to Bargain hunters (2) since Oct 4, 2011.",
    ],
  ])("%s: %s", async (line, headline) => {
    expect((await answer(line, someone())).headline).toBe(headline);
  });

  it("goes back to the first day at most", async () => {
    const { data } = await answer("moves since 2m", someone());
    expect(data).toMatchObject({ from: "2011-10-01", to: "2011-11-01" });
  });

  it.each([
    ["moves since", "Since when? I read: moves [from <segment>] [to <segment>] [since 4w|<day>]"],
    [
      "moves since lunch",
      "I can't read “lunch” as a time. Write for example 4w, 30d, 2m or a day such as 2011-10-03.",
    ],
    [
      "moves since 2011-02-30",
      "I can't read “2011-02-30” as a time. Write for example 4w, 30d, 2m or a day such as 2011-10-03.",
    ],
    ["moves since 2031-01-01", "Your data end on Nov 1, 2011, so nothing is known since Jan 1, 2031."],
  ])("%s is a mistake: %s", async (line, headline) => {
    const reply = await answer(line, someone());
    expect([reply.outcome, reply.headline]).toEqual(["mistake", headline]);
  });

  it("says that there is no second day yet, where there is none", async () => {
    const { db: fresh } = await freshDatabase();
    await fillSmallShop(fresh);
    const reply = await answerOn(fresh)("moves", someone());
    expect(reply.headline).toBe(
      "These segments were first filled on Nov 1, 2011, so nobody can have moved yet.",
    );
  });
});

describe("a reclustering within the period", () => {
  let answerAfter: Answer;
  beforeAll(async () => {
    const { db: redrawn } = await freshDatabase();
    await fillRedrawnShop(redrawn);
    answerAfter = answerOn(redrawn);
  });

  it("is told apart from customers who changed", async () => {
    const reply = await answerAfter("moves", someone());
    // Five changed under the same lines; the lines moved over five others, who count as moved in no cell.
    expect(reply.data).toMatchObject({
      matrix: [
        [10, 0],
        [5, 25],
      ],
      split: { customers: 0.5, lines: 0.5, redrawn: 2 },
    });
    expect(reply.paragraphs?.[0]).toBe(
      "The segments were drawn anew after Oct 4, 2011 (version 2): 10 of 40 customers are in another segment than the one they were in that day. The counts here leave that out: they take today's lines on both days.",
    );
  });

  it.each([
    [
      "why 1",
      [
        "On Oct 4, 2011 this customer was in Bargain hunters (2).",
        "The customer changed; the lines would not have moved them.",
      ],
    ],
    [
      "why 11",
      [
        "On Oct 4, 2011 this customer was in Bargain hunters (2).",
        "The line moved: the segments were drawn anew, and the customer did not change.",
      ],
    ],
    ["why 30", []],
  ])("%s: %j", async (line, paragraphs) => {
    expect((await answerAfter(line, someone())).paragraphs).toEqual(paragraphs);
  });
});
