import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { answerOn, someone } from "../commands/small-shop.ts";
import { personAt } from "../commands/recluster-on.ts";
import { verbs } from "../../src/commands/grammar/table.ts";
import { parse } from "../../src/commands/grammar/parse.ts";
import { type Actor, mayActAs, type Role, roles } from "../../src/contract/actor.ts";
import { type Place, places } from "../../src/contract/privacy.ts";
import type { PrivacyClass, Reply } from "../../src/contract/reply.ts";
import { decide } from "../../src/slack/out/decide.ts";
import { guard } from "../../src/terminal/say.ts";
import { freshDatabase } from "../database.ts";

// The sample shop is loaded and divided twice.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

/**
 * Every line, the least role and the widest class that it was meant to have, and whether it may change anything: typed
 * here a second time, so that a line that gets another class by mistake is noticed. In an order in which each finds what
 * it is about; `>` marks the lines that write.
 */
const meant: readonly (readonly [string, Role, PrivacyClass])[] = [
  ["list", "viewer", "totals"],
  ["profile 2", "viewer", "totals"],
  ["profile 2 by monetary", "viewer", "totals"],
  ["compare 1 2", "viewer", "totals"],
  ["map", "viewer", "totals"],
  ["status", "viewer", "totals"],
  ["help", "viewer", "totals"],
  ["help profile", "viewer", "totals"],
  ["moves", "viewer", "totals"],
  ["next", "viewer", "totals"],
  ["model", "viewer", "totals"],
  ["model card", "viewer", "totals"],
  ["model versions", "viewer", "totals"],
  ["model scores", "viewer", "totals"],
  ["goals", "viewer", "totals"],
  ["club", "marketer", "totals"],
  ["club 10%", "marketer", "totals"],
  ["customer KEY", "marketer", "person"],
  ["why KEY", "marketer", "person"],
  ["score", "marketer", "person"],
  ["score KEY", "marketer", "person"],
  ["whatif KEY", "marketer", "person"],
  [">target balanced", "marketer", "totals"],
  ["target edit p1", "marketer", "totals"],
  [">export 1 anyway", "marketer", "people"],
  [">export p1", "marketer", "people"],
  [">export 1 columns name anyway", "marketer", "people"],
  ["digest now", "marketer", "totals"],
  ["digest list", "marketer", "totals"],
  ["digest weekly", "marketer", "totals"],
  [">digest weekly mon 9:00", "marketer", "totals"],
  [">watch 1", "marketer", "totals"],
  ["watch 1 now", "marketer", "totals"],
  ["look r2", "marketer", "totals"],
  [">vote r2", "marketer", "totals"],
  ["jobs", "marketer", "totals"],
  [">stop j1", "marketer", "totals"],
  ["settings", "marketer", "totals"],
  [">settings language en", "marketer", "totals"],
  [">settings floor 2%", "analyst", "totals"],
  [">settings currency EUR", "admin", "totals"],
  [">settings unknown in", "admin", "totals"],
  [">settings ids impersonal", "admin", "totals"],
  [">recluster k 4", "analyst", "totals"],
  ['>rename 2 "Best friends"', "analyst", "totals"],
  ['>note 2 "Spring"', "analyst", "totals"],
  [">goals saver 0.4", "analyst", "totals"],
  [">goals reset", "analyst", "totals"],
  [">model retrain", "analyst", "totals"],
  [">model adopt m1", "analyst", "totals"],
  [">model rollback", "analyst", "totals"],
  ["data", "analyst", "totals"],
  ["data check", "analyst", "totals"],
  ["data map", "analyst", "totals"],
  ["data import", "analyst", "totals"],
  ["data relations", "analyst", "totals"],
  ["data sample truth", "analyst", "totals"],
  ["data rejects", "analyst", "people"],
  ['>data allow KEY "asked for it"', "admin", "person"],
  ["data f1", "analyst", "totals"],
  [">data undo f1", "analyst", "totals"],
  ["undo", "analyst", "totals"],
  [">data import u1 confirm", "analyst", "totals"],
  [">data sample", "analyst", "totals"],
  [">adopt r2 over v1", "analyst", "totals"],
  [">rollback", "analyst", "totals"],
  [">same KEY OTHER", "admin", "person"],
  ["roles", "admin", "totals"],
  [">roles <@U0LEO> analyst", "admin", "totals"],
  ["channels", "admin", "totals"],
  [">channels close <#C0GENERAL>", "admin", "totals"],
];

/** Where an answer of a class may be seen at most; `here` is the conversation where it was asked. */
const allowed: Readonly<Record<PrivacyClass, Readonly<Record<Place, readonly Seen[]>>>> = {
  totals: {
    channel: ["here"],
    closed: ["here"],
    shared: ["here"],
    direct: ["here"],
    terminal: ["here"],
  },
  people: {
    channel: ["here", "directly", "nowhere"],
    closed: ["directly", "nowhere"],
    shared: ["nowhere"],
    direct: ["here", "nowhere"],
    terminal: ["here", "nowhere"],
  },
  person: {
    channel: ["whispered", "directly"],
    closed: ["whispered", "directly"],
    shared: ["nowhere"],
    direct: ["here"],
    terminal: ["here"],
  },
};

type Seen = "here" | "whispered" | "directly" | "nowhere";

/** What becomes of an answer at a place. */
function seen(reply: Reply, actor: Actor, place: Place): Seen {
  if (place === "terminal") return guard(reply, actor) === reply ? "here" : "nowhere";
  const { kind, reply: shown } = decide(reply, actor, place);
  if (shown !== reply) return "nowhere";
  return kind === "channel" ? "here" : kind === "ephemeral" ? "whispered" : "directly";
}

const { db } = await freshDatabase();
const answer = answerOn(db);
let key = "";
let other = "";
const said = (line: string) => line.replace(/^>/u, "").replace("KEY", key).replace("OTHER", other);

beforeAll(async () => {
  const { say } = personAt(db);
  await say("data sample");
  await say("recluster k 4");
  const [customer, another] = await db.execute<{ key: string }>(
    sql`select key from customers join scores using (customer_id) order by customer_id limit 2`,
  );
  key = customer?.key ?? "";
  other = another?.key ?? "";
});

const parsed = (line: string) => parse(said(line), { locale: "en", role: "admin" }, verbs).declared;

describe("every line", () => {
  it("declares what it was meant to", () => {
    const declared = meant.map(([line]) => {
      const { role, privacy, writes } = parsed(line);
      return [line, role, privacy, writes];
    });
    expect(declared).toEqual(meant.map(([line, ...rest]) => [line, ...rest, line.startsWith(">")]));
  });

  it("is tried here", () => {
    const declared = new Set(verbs.flatMap(({ command }) => command.lines.map(({ usage }) => usage)));
    const tried = meant.map(([line]) => parsed(line)).filter((line) => "usage" in line);
    expect(new Set(tried.map(({ usage }) => usage))).toEqual(declared);
  });

  it("shows its answer to each role, at each place, only where its class allows", async () => {
    const mistaken: string[] = [];
    const faults: string[] = [];
    for (const [line, least, widest] of meant) {
      for (const role of roles) {
        const actor = someone({ user: `U-${role}`, role });
        const reply = await answer(said(line), actor);
        const mayHear = mayActAs(role, least);
        if (role === least && reply.outcome !== "ok") mistaken.push(line);
        const found = mayHear ? disclosures(reply, actor, widest) : revealed(reply);
        faults.push(...found.map((fault) => `${line} as ${role}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
    // Nothing was uploaded, planted, adopted before or left to stop: these answer with a mistake, tested elsewhere.
    expect(mistaken).toEqual([
      ">stop j1",
      ">model adopt m1",
      ">model rollback",
      "data sample truth",
      ">data import u1 confirm",
    ]);
  });

  it("changes nothing where it only reads", async () => {
    const changing: string[] = [];
    for (const [line] of meant.filter(([one]) => !one.startsWith(">"))) {
      const before = await contents();
      await answer(said(line), someone({ role: "admin" }));
      if ((await contents()) !== before) changing.push(line);
    }
    expect(changing).toEqual([]);
  });
});

/** What someone is told beside that they may not say a line. */
function revealed(reply: Reply): readonly string[] {
  const { headline, outcome, privacy, table, charts, files, facts, job } = reply;
  const isRefusal = outcome === "mistake" && privacy === "totals" && headline.includes(" may use “");
  const more = { table, charts, files, facts, job };
  return [
    ...(isRefusal ? [] : [`not refused: ${headline}`]),
    ...Object.entries(more).flatMap(([part, value]) => (value === undefined ? [] : [`tells its ${part}`])),
  ];
}

/** Where an answer would be seen although its class, or that of its line, does not allow it. */
function disclosures(reply: Reply, actor: Actor, widest: PrivacyClass): readonly string[] {
  const { outcome, privacy } = reply;
  const names = privacy === "totals" && /[^@\s"]+@[^@\s"]+\.\w/u.test(JSON.stringify(reply));
  if (outcome !== "ok") return names ? ["an address in a mistake"] : [];
  return [
    ...(names ? ["an address in totals"] : []),
    ...(narrower[widest].includes(privacy) ? [] : [`${privacy} instead of ${widest}`]),
    ...places.flatMap((place) => {
      const where = seen(reply, actor, place);
      return allowed[privacy][place].includes(where) ? [] : [`${privacy} seen ${where} in ${place}`];
    }),
  ];
}

/** A class, and those by which an answer can keep more to itself. */
const narrower: Readonly<Record<PrivacyClass, readonly PrivacyClass[]>> = {
  totals: ["totals", "people", "person"],
  people: ["people", "person"],
  person: ["person"],
};

/** How many rows each table has and which was written last; receipts are kept of what is read. */
async function contents(): Promise<string> {
  const tables = await db.execute<{ name: string }>(
    sql`select relname as name from pg_stat_user_tables
      where schemaname = 'public' and relname <> 'receipts' order by relname`,
  );
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db.execute(sql`select count(*), max(xmin::text::bigint) as latest from ${sql.identifier(name)}`),
    ),
  );
  return JSON.stringify(tables.map(({ name }, i) => [name, rows[i]?.[0]]));
}
