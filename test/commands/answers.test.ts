import { beforeAll, describe, expect, it } from "vitest";
import { at } from "../../src/lib/at.ts";
import { type Answer, createAnswer } from "../../src/commands/answer.ts";
import { openRows } from "../../src/commands/verbs/export/open-rows.ts";
import { verbs } from "../../src/commands/grammar/table.ts";
import { createCsv } from "../../src/lib/csv.ts";
import { receipts } from "../../src/db/schema/index.ts";
import { locales } from "../../src/lib/locale.ts";
import { createLog } from "../../src/lib/log.ts";
import { freshDatabase } from "../database.ts";
import { answerOn, fillSmallShop, someone } from "./small-shop.ts";

const { db } = await freshDatabase();
let answer: Answer;
beforeAll(async () => {
  await fillSmallShop(db);
  answer = answerOn(db);
});

/** Non-breaking spaces as plain ones, so that a sentence can be typed here. */
function plain(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/gu, " ");
}

// By hand from the small shop: 10 of 40 customers hold 10,000 of 16,000; averages 400, 4 orders, 80 days.
const headlines: readonly (readonly [string, string, string, string])[] = [
  [
    "list",
    "You have 2 segments. Loyal families (1) are 25% of customers and 63% of sales.",
    "Tienes 2 segmentos. Familias fieles (1): el 25 % de los clientes y el 63 % de las ventas.",
    "Você tem 2 segmentos. Famílias fiéis (1): 25% dos clientes e 63% das vendas.",
  ],
  [
    "profile 1",
    "Loyal families (1) are 25% of customers and 63% of sales.",
    "Familias fieles (1): el 25 % de los clientes y el 63 % de las ventas.",
    "Famílias fiéis (1): 25% dos clientes e 63% das vendas.",
  ],
  [
    "profile 2 by monetary",
    "Bargain hunters (2): total spent €200, 50% less than the average of €400.",
    "Cazadores de ofertas (2): gasto total, 200 €; un 50 % menos que la media de 400 €.",
    "Caçadores de ofertas (2): gasto total, R$ 200; 50% a menos que a média de R$ 400.",
  ],
  [
    "profile 1 by city",
    "Loyal families (1): “Madrid” 100%, 75 points more than the average of 25%.",
    "Familias fieles (1): «Madrid», 100 %; 75 puntos más que la media de 25 %.",
    "Famílias fiéis (1): “Madrid”, 100%; 75 pontos a mais que a média de 25%.",
  ],
  [
    "compare 1 2",
    "Loyal families (1) and Bargain hunters (2) differ most in total spent: 5 times Bargain hunters (€200).",
    "Familias fieles (1) y Cazadores de ofertas (2) se diferencian sobre todo en gasto total: 5 veces Cazadores de ofertas (200 €).",
    "Famílias fiéis (1) e Caçadores de ofertas (2) diferem sobretudo em gasto total: 5 vezes Caçadores de ofertas (R$ 200).",
  ],
  [
    "customer 3",
    "Customer 3 is in Loyal families (1) since Nov 1, 2011.",
    "El cliente 3 está en Familias fieles (1) desde el 1 nov 2011.",
    "O cliente 3 está em Famílias fiéis (1) desde 1 de nov. de 2011.",
  ],
  [
    "map",
    "Your 2 segments on a map: customers differ most in total spent, then in days since last order.",
    "Tus 2 segmentos en un mapa: los clientes se distinguen sobre todo por gasto total y luego por días desde el último pedido.",
    "Seus 2 segmentos em um mapa: os clientes se diferenciam sobretudo por gasto total e depois por dias desde o último pedido.",
  ],
  [
    "export 2", // thirty hunters, one of whom said no
    "29 customers of Bargain hunters (2), ready to download.",
    "29 clientes de Cazadores de ofertas (2), listos para descargar.",
    "29 clientes de Caçadores de ofertas (2), prontos para baixar.",
  ],
  [
    "status",
    "40 customers in 2 segments, data as of Nov 1, 2011.",
    "40 clientes en 2 segmentos, con datos a 1 nov 2011.",
    "40 clientes em 2 segmentos, com dados de 1 de nov. de 2011.",
  ],
  ["jobs", "Nothing is running.", "No hay nada en marcha.", "Nada está rodando."],
  ["settings", "Your settings", "Tus ajustes", "Seus ajustes"],
  [
    "help",
    "Ask me about your customer segments. You can say:",
    "Pregúntame por tus segmentos de clientes. Puedes escribir:",
    "Pergunte sobre os seus segmentos de clientes. Você pode escrever:",
  ],
  [
    "data import",
    "Bring in customers, orders, visits or a suppression list, as a CSV file.",
    "Trae clientes, pedidos, visitas o una lista de exclusión, en un archivo CSV.",
    "Traga clientes, pedidos, visitas ou uma lista de supressão, em um arquivo CSV.",
  ],
];

describe("the answer to", () => {
  it.each(headlines)("%s is its headline, in three languages", async (line, ...expected) => {
    for (const [i, locale] of locales.entries()) {
      const currency = locale === "pt" ? "BRL" : "EUR";
      const inCurrency = createAnswer({
        db,
        log: createLog(() => undefined),
        currency,
        clock: () => new Date(0),
      });
      const reply = await inCurrency(line, someone({ locale }));
      expect([reply.outcome, plain(reply.headline)]).toEqual(["ok", at(expected, i)]);
    }
  });

  it("every button of every answer is a line that is understood", async () => {
    for (const [line] of headlines) {
      for (const { line: next } of (await answer(line, someone())).actions ?? []) {
        if (next.startsWith("data sample")) continue; // it would start loading the shop
        expect([next, (await answer(next, someone())).outcome]).toEqual([next, "ok"]);
      }
    }
  });

  it("every answer has at most four buttons, and JSON all the way down", async () => {
    for (const [line] of headlines) {
      const reply = await answer(line, someone());
      expect((reply.actions ?? []).length).toBeLessThanOrEqual(4);
      expect(JSON.parse(JSON.stringify(reply))).toEqual(reply);
    }
  });
});

describe("profile", () => {
  it("says facts with direction and size, and keeps the unrounded numbers", async () => {
    const { facts, data } = await answer("profile 1", someone());
    expect(facts).toEqual([
      { label: "Orders", value: "10", comparison: "2.5 times the average of 4" },
      { label: "Total spent", value: "€1,000", comparison: "2.5 times the average of €400" },
      { label: "Days since last order", value: "20", comparison: "60 days less than the average of 80" },
    ]);
    expect(data).toMatchObject({ number: 1, customers: 10, share: 0.25, valueShare: 0.625 });
  });

  it("does not show what fewer than five people are like", async () => {
    const { charts } = await answer("profile 1 by monetary", someone());
    // Ten loyal customers stand five by five at 900 and 1,100; nobody else is there.
    const rows = charts?.[0]?.rows ?? [];
    const shown = rows.filter((row) => Number(row["segment"]) > 0);
    expect(shown.map((row) => row["segment"])).toEqual([0.5, 0.5]);
  });
});

describe("the footer", () => {
  it("tells day, customers and version, and a receipt that is kept", async () => {
    const [asOf, customers, version, receipt] = (await answer("list", someone())).footer ?? [];
    expect([asOf, customers, version]).toEqual(["Data as of Nov 1, 2011", "40 customers", "version 1"]);
    const kept = await db.select().from(receipts);
    expect(kept.find(({ id }) => receipt === `receipt ${id}`)).toMatchObject({
      line: "list",
      asOf: "2011-11-01",
      seed: 7,
    });
  });

  it("has the same receipt for the same question on the same data", async () => {
    const [first, second] = [await answer("map", someone()), await answer("map", someone())];
    expect(second).toEqual(first);
  });
});

describe("rename and note", () => {
  it("write what was said, and can be taken back by their own button", async () => {
    const renamed = await answer("rename 2 “Deal seekers”", someone());
    expect(renamed.headline).toBe("Segment 2 is now called “Deal seekers” (before: “Bargain hunters”).");
    expect((await answer("profile deal", someone())).headline).toContain("Deal seekers (2)");
    const undo = renamed.actions?.find(({ label }) => label === "Undo")?.line ?? "";
    expect((await answer(undo, someone())).headline).toBe(
      "Segment 2 has its first name again: “Bargain hunters”.",
    );

    await answer("note 2 'Only before holidays'", someone());
    expect((await answer("profile 2", someone())).paragraphs).toContain("Your note: Only before holidays");
    expect((await answer('note 2 ""', someone())).headline).toBe("The note on Bargain hunters (2) is gone.");
  });
});

describe("settings", () => {
  it("answers in the new language at once, and remembers it for this person only", async () => {
    const reply = await answer("settings language español timezone europe/madrid", someone({ user: "U7" }));
    expect([reply.locale, reply.headline]).toEqual(["es", "Guardado. Tus ajustes ahora"]);
    expect((await answer("settings", someone())).data).toEqual({
      language: "en",
      timezone: "UTC",
      currency: "EUR",
      floors: { segment: 0.02, revenue: 0.005 },
      leavesUnknownOut: false,
    });
  });
});

describe("the file of an export", () => {
  async function download(line: string, locale: "en" | "es") {
    const reply = await answer(line, someone({ locale }));
    const file = reply.files?.[0];
    if (file === undefined) throw new Error("no file");
    const csv = createCsv(await openRows(db, file.source, locale), locale).setEncoding("utf8");
    return { reply, file, lines: (await csv.toArray()).join("").split("\r\n") };
  }

  it("holds id, segment, distance and behavior, without those who said no, and is not personal", async () => {
    const { file, lines, reply } = await download("export 2", "es");
    expect(lines[0]).toBe(
      "\uFEFFCliente;Segmento;Distancia al cliente típico;Gasto total;Pedidos;Días desde el último pedido",
    );
    expect(lines[1]).toBe("12;2;0,5;180;1,8;90");
    expect(lines.length).toBe(1 + 29 + 1); // header, thirty less the one who said no, the end of the last line
    expect([reply.privacy, file.personal, file.rows]).toEqual(["people", false, 29]);
    expect(file.name).toBe("segmento-2-cazadores-de-ofertas-2011-11-01.csv");
  });

  it("is personal with a name in it, and no name runs as a formula", async () => {
    const { file, lines } = await download("export 1 columns name, monetary", "en");
    expect(file.personal).toBe(true);
    expect(lines.slice(0, 2)).toEqual([
      "\uFEFFCustomer,Segment,name,Total spent",
      `1,1,"'=cmd|"" /C calc""!A0",1100`,
    ]);
  });
});

describe("help", () => {
  it("shows each role what it may say", async () => {
    const verbsOf = async (role: "viewer" | "admin") =>
      (await answer("help", someone({ role }))).data["verbs"];
    const forViewers = verbs.filter(({ command }) => command.role === "viewer");
    expect(await verbsOf("viewer")).toEqual(forViewers.map(({ command }) => command.name));
    expect(forViewers.map(({ command }) => command.name)).not.toContain("export");
    expect(await verbsOf("admin")).toEqual(verbs.map(({ command }) => command.name));
  });

  it("offers the examples that only read, and that the reader may say", async () => {
    const offered = async (line: string, role: "viewer" | "admin") =>
      (await answer(line, someone({ role }))).actions?.map(({ line: example }) => example);
    expect(await offered("help model", "admin")).toEqual(["model"]); // not "model retrain", "model adopt m2"
    expect(await offered("help digest", "admin")).toEqual(["digest now"]);
    expect(await offered("help export", "viewer")).toEqual([]);
  });
});
