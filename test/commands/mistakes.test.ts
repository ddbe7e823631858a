import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { at } from "../../src/lib/at.ts";
import type { Answer } from "../../src/commands/answer.ts";
import { renameSegment } from "../../src/db/segmentations/segmentations.ts";
import { locales } from "../../src/lib/locale.ts";
import type { Reply } from "../../src/contract/reply.ts";
import { freshDatabase } from "../database.ts";
import { answerOn, fillSmallShop, someone } from "./small-shop.ts";
import { wrongLines } from "./wrong-lines.ts";

const { db } = await freshDatabase();
let answer: Answer;
beforeAll(async () => {
  await fillSmallShop(db);
  answer = answerOn(db);
});

/** In the table, `[…]` stands for any one button: the second of two guesses changes with every new verb. */
function sameButAny(text: string, expected: string): string {
  const [start = "", rest] = expected.split("[…]");
  if (rest === undefined || !text.startsWith(start)) return text;
  return `${start}[…]${text.slice(start.length).replace(/^\[[^\]]*\]/u, "")}`;
}

/** The sentence, the example and the buttons, as one text. */
function told({ headline, paragraphs = [], actions = [] }: Reply): string {
  return [headline, ...paragraphs, ...actions.map(({ line }) => `[${line.slice(0, 60)}]`)].join(" ");
}

/** Everything a command could have written. */
async function loadWritten(): Promise<unknown> {
  return db.execute(sql`
    select (select json_agg(segments order by id) from segments) as segments,
           (select json_agg(settings) from settings) as settings,
           (select json_agg(jobs) from jobs) as jobs,
           (select json_agg(export_ledger) from export_ledger) as exports`);
}

describe("a wrong line", () => {
  it("stands in a table of at least sixty", () => {
    expect(new Set(wrongLines.map(([line]) => line)).size).toBeGreaterThanOrEqual(60);
  });

  it.each(wrongLines)(
    "%j is answered with the problem and the way out, in three languages",
    async (line, ...texts) => {
      const before = await loadWritten();
      for (const [i, locale] of locales.entries()) {
        const reply = await answer(line, someone({ locale }));
        expect(reply.outcome).toBe("mistake");
        const expected = at(texts, i);
        expect(sameButAny(told(reply), expected)).toBe(expected);
      }
      expect(await loadWritten()).toEqual(before);
    },
  );

  it("that is longer than a button can hold is refused", async () => {
    const reply = await answer(`list ${"x".repeat(2000)}`, someone());
    expect(reply.headline).toBe("That line is too long for me: 2000 characters at most.");
  });
});

describe("a line that is not for everybody", () => {
  it.each([
    [
      "rename 1 “X”",
      "marketer",
      "Analysts and admins may use “rename”; you are a marketer. Ask an admin for the role.",
    ],
    [
      "customer 1",
      "viewer",
      "Marketers, analysts and admins may use “customer”; you are a viewer. Ask an admin for the role.",
    ],
    [
      "data check",
      "marketer",
      "Analysts and admins may use “data”; you are a marketer. Ask an admin for the role.",
    ],
  ] as const)("%s says to a %s who may", async (line, role, sentence) => {
    const reply = await answer(line.replaceAll(/[“”]/gu, '"').replaceAll("X", "Y"), someone({ role }));
    expect([reply.outcome, reply.headline]).toEqual(["mistake", sentence]);
  });

  it("leaves the team's currency to admins", async () => {
    const reply = await answer("settings currency BRL", someone());
    expect(reply.headline).toBe(
      "Admins may use “settings currency BRL”; you are an analyst. Ask an admin for the role.",
    );
  });
});

describe("a name that fits two segments", () => {
  it("gets a choice, the whole line on each button, and nothing is written before", async () => {
    const { db: other } = await freshDatabase();
    await fillSmallShop(other);
    await renameSegment(other, 2, "Loyal singles");
    const reply = await answerOn(other)('note loyal "call them"', someone());
    expect(told(reply)).toBe(
      '“loyal” could be 1 Loyal families or 2 Loyal singles. Which one do you mean? [note 1 "call them"] [note 2 "call them"]',
    );
  });
});

describe("something that breaks on our side", () => {
  it("is shown as a reference only, and logged without SQL and values", async () => {
    const lines: string[] = [];
    const { db: broken, close } = await freshDatabase();
    await broken.execute(sql`drop table settings`);
    const reply = await answerOn(broken, (line) => lines.push(line))("customer ana@shop.es", someone());
    const shown = /^Something broke on my side \(ref ([0-9a-f]{4})\)\. Nothing was sent or changed\.$/u;
    const reference = shown.exec(reply.headline)?.[1] ?? "none";
    expect(reply.outcome).toBe("defect");
    expect(reply.data["reference"]).toBe(reference);
    expect(lines.join("")).toContain(`"reference":"${reference}"`);
    expect(lines.join("")).not.toMatch(/select|ana@shop|"settings"/u);
    await close();
  });

  it.each([
    ["es", "Algo se rompió por mi lado"],
    ["pt", "Algo quebrou do meu lado"],
  ] as const)("is said in %s", async (locale, beginning) => {
    const { db: broken } = await freshDatabase();
    await broken.execute(sql`drop table settings`);
    const reply = await answerOn(broken)("list", someone({ locale }));
    expect(reply.headline.startsWith(beginning)).toBe(true);
  });
});

describe("an empty base", () => {
  it("says what to do first", async () => {
    const { db: empty } = await freshDatabase();
    const reply = await answerOn(empty)("profile 2", someone());
    expect(told(reply)).toBe(
      "There are no segments yet: I have no customers to group. Load the sample shop to look around, or import a file of your own customers or orders. [data sample] [data import]",
    );
  });
});
