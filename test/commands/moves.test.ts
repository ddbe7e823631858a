import { beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/commands/answer.ts";
import { renderPng } from "../../src/charts/render.ts";
import { locales } from "../../src/locale.ts";
import { freshDatabase } from "../database.ts";
import { fillMovedShop } from "./moved-shop.ts";
import { answerOn, fillSmallShop, someone } from "./small-shop.ts";

const { db } = await freshDatabase();
let answer: Answer;
beforeAll(async () => {
  await fillMovedShop(db);
  answer = answerOn(db);
});

describe("moves", () => {
  it("leads with the busiest way, and hides ways of fewer than five customers", async () => {
    const reply = await answer("moves", someone());
    expect(reply.outcome).toBe("ok");
    expect(reply.headline).toBe(
      "6 customers went from Loyal families (1) to Bargain hunters (2) since Oct 4, 2011.",
    );
    // By hand: of ten, one joined later, six left, three stayed; of thirty, two left. 8 of 39 moved: 20.5 %.
    expect(reply.data).toMatchObject({
      from: "2011-10-04",
      to: "2011-11-01",
      matrix: [
        [null, 6],
        [null, 28],
      ],
      joined: [null, 0],
    });
    expect(reply.facts?.[0]).toEqual({ label: "Changed segment", value: "8", comparison: "21% of 39" });
    expect(reply.caveat).toBe("Moves of fewer than 5 customers are not shown.");
    expect(reply.table?.rows).toEqual([
      ["1 Loyal families", "9", "under 5", "6", "under 5", "6"],
      ["2 Bargain hunters", "30", "6", "under 5", "0", "34"],
    ]);
  });

  it("says everything in the reader's language", async () => {
    const headlines = await Promise.all(
      locales.map(async (locale) => (await answer("moves", someone({ locale }))).headline),
    );
    expect(headlines).toEqual([
      "6 customers went from Loyal families (1) to Bargain hunters (2) since Oct 4, 2011.",
      "6 clientes pasaron de Familias fieles (1) a Cazadores de ofertas (2) desde el 4 oct 2011.",
      "6 clientes foram de Famílias fiéis (1) para Caçadores de ofertas (2) desde 4 de out. de 2011.",
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
      "6 customers went from Loyal families (1) to Bargain hunters (2) since Oct 19, 2011.",
    ],
    [
      "cambios de 1 desde 4 semanas",
      "Under 5 of the 9 customers who were in Loyal families (1) on Oct 4, 2011 are still there.",
    ],
    ["moves to bargain", "6 customers came to Bargain hunters (2) since Oct 4, 2011."],
    [
      "mudanças para 2 de 1",
      "6 customers went from Loyal families (1) to Bargain hunters (2) since Oct 4, 2011.",
    ],
    [
      "moves from 2 to 1",
      "Under 5 customers went from Bargain hunters (2) to Loyal families (1) since Oct 4, 2011.",
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
