import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { at } from "../../src/lib/at.ts";
import type { Answer } from "../../src/commands/answer.ts";
import { locales } from "../../src/lib/locale.ts";
import { freshDatabase } from "../database.ts";
import { fillMovedShop } from "./moved-shop.ts";
import { answerOn, fillSmallShop, someone } from "./small-shop.ts";

describe("digest now", () => {
  it("asks for a week to look back on, where there is none", async () => {
    const { db } = await freshDatabase();
    await fillSmallShop(db);
    const reply = await answerOn(db)("digest now", someone());
    expect(reply.headline).toBe(
      "The first digest needs a week to look back on: these segments stand since Nov 1, 2011.",
    );
  });

  it("says one calm sentence when nothing moved, with the number of things checked", async () => {
    const { db } = await freshDatabase();
    await fillMovedShop(db);
    const headlines = await Promise.all(
      locales.map(async (locale) => (await answerOn(db)("digest now", someone({ locale }))).headline),
    );
    // One test of all sizes, two of one, revenue and orders of two segments and of all: 9.
    expect(headlines).toEqual([
      "A calm week: nothing moved more than chance. I checked 9 numbers from Oct 25, 2011 to Nov 1, 2011.",
      "Semana tranquila: nada se movió más que por azar. Revisé 9 números del 25 oct 2011 al 1 nov 2011.",
      "Semana tranquila: nada mudou mais do que o acaso. Verifiquei 9 números de 25 de out. de 2011 a 1 de nov. de 2011.",
    ]);
  });

  it("tells what moved: size, interval, from where, and one button", async () => {
    const { db } = await freshDatabase();
    await fillSmallShop(db);
    await db.execute(sql`update memberships set valid_from = '2011-10-01'`);
    // Twenty of thirty bargain hunters became loyal families this week. McNemar exact: 2 / 2^20 for both sizes.
    await db.execute(sql`
      with gone as (
        update memberships set valid_to = '2011-10-28' where customer_id in (
          select customer_id from memberships join segments on segments.id = segment_id and number = 2 limit 20)
        returning customer_id, segmentation_id)
      insert into memberships (customer_id, segmentation_id, segment_id, distance, valid_from)
      select customer_id, gone.segmentation_id, segments.id, 0.5, '2011-10-28'
      from gone join segments on number = 1`);
    const reply = await answerOn(db)("digest now", someone());
    // Agresti's interval: 20 ± 1.645 √(20 - 400/40) = 20 ± 5.2.
    expect([reply.headline, ...(reply.paragraphs ?? [])]).toEqual([
      "Loyal families (1) grew by 20 customers (+200%).",
      "Above all from Bargain hunters (2): 20. 90% sure: between 15 and 25.",
      "Bargain hunters (2) lost 20 customers (−67%). Above all to Loyal families (1): 20. 90% sure: between 15 and 25.",
      "Checked 9 numbers from Oct 25, 2011 to Nov 1, 2011; all others held still.",
    ]);
    expect(reply.actions?.map(({ line }) => line)).toEqual([
      "moves to 1 since 1w",
      "moves from 2 since 1w",
      "export movers since 1w",
    ]);
    expect(reply.charts?.map(({ spec }) => spec)).toEqual(["migration"]);
    const { source, title } = at(reply.files ?? [], 0);
    expect(title).toBe("All 9 numbers that were checked");
    const lines = source.kind === "text" ? source.text.trim().split("\r\n") : [];
    expect([lines.length, lines[1]]).toEqual([
      10,
      '"customers who moved, net",1 Loyal families,20,14.8,25.2,200,0.00000191,found',
    ]);
    const watched = await answerOn(db)("watch 2 value now", someone());
    expect(watched.headline).toBe(
      "A calm week for Bargain hunters (2): nothing there moved more than chance from Oct 25, 2011 to Nov 1, 2011.",
    );
    const sizes = await answerOn(db)("watch 2 size now", someone());
    expect([sizes.data["found"], sizes.paragraphs?.at(-1)]).toEqual([1, "From Oct 25, 2011 to Nov 1, 2011."]);
    // A team that finds anything below 90 % of a segment too small is told of the one that trebled.
    await answerOn(db)("settings floor 90%", someone());
    expect((await answerOn(db)("digest now", someone())).data["found"]).toBe(1);
  });

  it("has a floor that analysts set", async () => {
    const { db } = await freshDatabase();
    await fillSmallShop(db);
    const answer = answerOn(db);
    const saved = await answer("settings floor 3% 1%", someone());
    expect(saved.facts).toContainEqual({
      label: "A digest tells of changes from",
      value: "3% of a segment, 1% of sales",
    });
    expect((await answer("ajustes mínimo 2,5%", someone({ locale: "es" }))).data["floors"]).toEqual({
      segment: 0.025,
      revenue: 0.01,
    });
    const refused = await answer("settings floor 5%", someone({ role: "marketer" }));
    expect(refused.headline).toBe(
      "Analysts and admins may use “settings floor 5%”; you are a marketer. Ask an admin for the role.",
    );
    expect((await answer("settings floor", someone())).headline).toMatch(
      /^From which share of a segment on?/u,
    );
  });

  it("tells who answered more, where people were asked in both weeks", async () => {
    const { db } = await freshDatabase();
    await fillSmallShop(db);
    await db.execute(sql`update memberships set valid_from = '2011-10-01'`);
    // All forty are asked twice: two of the thirty bargain hunters answer the first time, twenty the second.
    await db.execute(sql`
      insert into responses (customer_id, campaign, responded, at)
      select customer_id, campaign, key::int between 11 and 10 + answers, day::date
      from customers, (values ('A', 2, '2011-10-20'), ('B', 20, '2011-10-27')) as asked (campaign, answers, day)`);
    const reply = await answerOn(db)("digest now", someone());
    // By hand: from 2 to 20 of 30 is 18 more, +900 %; ± t(51) 1.675 · √30 · √(.0644 + .2299) = ± 5.0.
    expect([reply.headline, reply.paragraphs?.[0]]).toEqual([
      "Bargain hunters (2) gave 18 more answers than the week before, for as many asked (+900%).",
      "90% sure: between 13 and 23.",
    ]);
    expect(reply.data["checked"]).toBe(12);
  });

  it("tells of missing data instead of a collapse", async () => {
    const { db } = await freshDatabase();
    await fillMovedShop(db);
    // Ten orders a day on the web for five weeks, none on 26 and 27 October.
    await db.execute(sql`
      insert into orders (customer_id, at, order_key, kind, amount_cents, quantity, channel)
      select (select min(customer_id) from customers), day + interval '12 hours', day || '-' || n, 'purchase', 100, 1, 'web'
      from generate_series('2011-09-27'::date, '2011-10-31'::date, interval '1 day') as days (day), generate_series(1, 10) as n
      where day not in ('2011-10-26', '2011-10-27')`);
    const reply = await answerOn(db)("digest now", someone());
    expect(reply.headline).toBe(
      "Data are missing this week, so read no change into it: nothing came from any shop on Oct 26, 2011 and Oct 27, 2011.",
    );
  });

  it("says that the data are old", async () => {
    const { db } = await freshDatabase();
    await fillMovedShop(db);
    await db.execute(sql`
      insert into imports (file_name, kind, mapping, report, imported_by, imported_at)
      values ('orders.csv', 'orders', '{}', '{}', 'U1', '2011-10-20')`);
    const reply = await answerOn(db)("digest now", someone());
    expect(reply.headline).toBe(
      "No file has been read in for 12 days, so I can't say what happened this week.",
    );
  });
});

describe("a subscription", () => {
  let answer: Answer;
  beforeAll(async () => {
    const { db } = await freshDatabase();
    await fillMovedShop(db);
    answer = answerOn(db); // noon of Tuesday, 1 November 2011
  });
  const marta = someone({ user: "U2", role: "marketer", timeZone: "Europe/Madrid" });

  it("is saved with its next three dates, and can be changed, paused and switched off by its owner", async () => {
    const saved = await answer("digest weekly mon 9:00 #marketing lang es", marta);
    expect(saved.headline).toBe("The digest (d1) comes to #marketing, every Monday at 9:00.");
    expect(saved.paragraphs).toEqual([
      "Next: Mon, Nov 7, 09:00, Mon, Nov 14, 09:00, and Mon, Nov 21, 09:00.",
    ]);
    expect(saved.data).toMatchObject({ id: "d1", nextDue: "2011-11-07T08:00:00.000Z" });
    const other = someone({ user: "U3", role: "marketer" });
    expect((await answer("digest off d1", other)).headline).toBe(
      "d1 belongs to somebody else: its owner or an admin can change it.",
    );
    expect((await answer("resumen editar d1 jueves 18h30", marta)).data).toMatchObject({
      nextDue: "2011-11-03T17:30:00.000Z",
    });
    const toHer = await answer("digest edit d1 direct quiet", marta);
    expect(toHer.headline).toBe("The digest (d1) comes to a direct message to you, every Thursday at 18:30.");
    expect(toHer.paragraphs?.[1]).toBe("It stays silent when nothing moved.");
    const back = await answer('digest edit d1 "thu" "18:30" "#marketing" "always"', marta);
    expect(back.headline).toBe("The digest (d1) comes to #marketing, every Thursday at 18:30.");
    expect(back.paragraphs).toHaveLength(1);
    expect((await answer("digest pause d1 2 weeks", marta)).headline).toBe(
      "d1 is silent until Nov 15, 2011.",
    );
    expect((await answer("digest list", other)).table?.rows).toEqual([
      ["d1", "The digest", "#marketing", "every Thursday at 18:30", "Thu, Nov 3, 18:30"],
    ]);
    expect((await answer("digest off d1", marta)).headline).toBe("d1 is off. Nothing more comes from it.");
    expect((await answer("digest list", marta)).headline).toBe("Nothing comes by itself yet.");
  });

  it("is asked for by a form that shows the next three dates", async () => {
    const { form } = await answer("digest weekly", marta);
    expect(form?.fields.map(({ value }) => value)).toEqual(["mon", "9:00", "direct", "always"]);
    expect(form?.line).toBe("digest weekly");
    expect(form?.fields[1]?.hint).toBe(
      "Next: Mon, Nov 7, 09:00, Mon, Nov 14, 09:00, and Mon, Nov 21, 09:00.",
    );
    const submitted = await answer('digest weekly "fri" "8:15" "<#C0123456|sales>"', marta);
    expect(submitted.headline).toBe("The digest (d2) comes to C0123456, every Friday at 8:15.");
    expect(submitted.mentions).toEqual(["C0123456"]); // Slack's edge puts the channel's name there
  });

  it("watches one segment and stays silent when nothing moved", async () => {
    const reply = await answer("watch loyal value", marta);
    expect(reply.headline).toBe(
      "The watch on segment 1 (d3) comes to a direct message to you, every Monday at 9:00.",
    );
    expect(reply.data["line"]).toBe("watch 1 value now");
    expect(reply.paragraphs?.[1]).toBe("It stays silent when nothing moved.");
  });

  it.each([
    [
      "digest weekly mon noon",
      "I can't read “noon”. A weekly digest takes a day, a time and a channel: mon 9:00 #marketing.",
    ],
    ["digest off 7", "There is no subscription “7”. “digest list” shows those there are."],
    ["digest off d77", "There is no subscription “d77”. “digest list” shows those there are."],
  ])("%s is a mistake: %s", async (line, headline) => {
    const reply = await answer(line, marta);
    expect([reply.outcome, reply.headline]).toEqual(["mistake", headline]);
  });
});
