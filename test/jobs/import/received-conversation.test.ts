import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Reply } from "../../../src/contract/reply.ts";
import { saveReceivedFile } from "../../../src/db/imports/received-files.ts";
import { loadImports } from "../../../src/db/imports/imports.ts";
import { jobTable } from "../../../src/jobs/runner/table.ts";
import { runJob } from "../../../src/jobs/runner/worker.ts";
import { createLog } from "../../../src/lib/log.ts";
import { answerOn, someone } from "../../commands/small-shop.ts";
import { freshDatabase } from "../../database.ts";

const { db } = await freshDatabase();
const answer = answerOn(db);
const world = {
  db,
  jobTable,
  answer,
  log: createLog(() => undefined),
  clock: () => new Date("2026-06-01T12:00:00Z"),
};

/** Sends a file as Slack does. @returns How it is named in command lines. */
async function send(name: string, content: string): Promise<string> {
  async function* bytes() {
    yield Buffer.from(content);
  }
  return `u${await saveReceivedFile(db, { name, from: "U1", content: bytes() })}`;
}

/** Says a line, and waits for the work that it starts. */
async function say(line: string, locale: "en" | "es" = "en"): Promise<Reply> {
  const reply = await answer(line, someone({ role: "admin", locale }));
  if (reply.job === undefined) return reply;
  const ended = await runJob(reply.job.id, world);
  if (ended === undefined) throw new Error("nobody had the job");
  return ended;
}

const shopify = readFileSync(
  new URL("../../sources/programs/examples/shopify-orders.csv", import.meta.url),
  "utf8",
);

describe("a file that was sent", () => {
  let understood: Reply;
  let file: string;

  beforeAll(async () => {
    file = await send("orders_export.csv", shopify);
    understood = await say(`data import ${file}`);
  });

  it("is looked at by a job, and told in figures before anything is stored", async () => {
    expect(understood.headline).toBe("orders_export.csv holds orders. This is what I understood:");
    // As counted by hand for the example.
    expect(understood.facts).toMatchObject([
      { label: "People", value: "3" },
      { label: "Orders", value: "3 in 5 lines" },
      { label: "Sales", value: expect.stringMatching(/155.*of which .*60.* were given back/u) as string },
      { label: "Days" },
      { label: "Said no to contact", value: "2" },
    ]);
    expect(understood.paragraphs?.[0]).toContain("left out: no purchases");
    expect(await loadImports(db)).toEqual([]);
  });

  it("is agreed to, changed by a form, or cancelled by lines that buttons say", () => {
    expect(understood.actions?.map(({ label, line }) => [label, line])).toEqual([
      ["Looks right", `data import ${file} confirm`],
      ["Cancel", `data import ${file} cancel`],
    ]);
    expect(understood.form).toMatchObject({ open: "Change", line: `data import ${file} set` });
  });

  it("is read as the form says, asked about again, and then stored as it was shown", async () => {
    const changed = await say(`data import ${file} set "currency=EUR"`);
    expect(changed.data["read"]).toMatchObject({ currency: "EUR", grossCents: 15_500, people: 3 });
    await say(`data import ${file} confirm`);
    expect((await loadImports(db)).map(({ fileName }) => fileName)).toEqual(["orders_export.csv"]);
    expect((await say(`data import ${file} confirm`)).headline).toContain("no longer have that file");
  });
});

describe("a file with two readings", () => {
  it("asks in the form, the likelier reading chosen, in the reader's language", async () => {
    const file = await send("lista.csv", "age;job;balance\n20;admin;0\n21;admin;10\n22;cook;20\n");
    const reply = await say(`data import ${file}`, "es");
    expect(reply.paragraphs?.join(" ")).toContain("¿Numero las filas?");
    expect(reply.form?.fields[0]).toMatchObject({ kind: "choice", value: "customer=row" });
    expect(reply.form?.open).toBe("Cambiar");
  });

  it("is forgotten when it is cancelled", async () => {
    const file = await send("lista.csv", "age;job\n20;admin\n21;cook\n");
    expect((await say(`data import ${file} cancel`)).headline).toBe(
      "lista.csv was not imported, and I forgot it.",
    );
    expect((await say(`data import ${file}`)).headline).toContain("no longer have that file");
  });
});
