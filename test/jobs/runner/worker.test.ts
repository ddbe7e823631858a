import { describe, expect, it } from "vitest";
import type { Actor } from "../../../src/contract/actor.ts";
import { findJob, startJob, stopJob } from "../../../src/db/requests/jobs.ts";
import { UserError } from "../../../src/contract/errors.ts";
import type { Job } from "../../../src/jobs/runner/job.ts";
import { jobTable } from "../../../src/jobs/runner/table.ts";
import { runJob, type WorkerDependencies } from "../../../src/jobs/runner/worker.ts";
import { createLog } from "../../../src/lib/log.ts";
import type { Progress, Reply } from "../../../src/contract/reply.ts";
import { freshDatabase } from "../../database.ts";

const { db } = await freshDatabase();
const actor: Actor = { user: "U1", role: "analyst", locale: "es", timeZone: "UTC" };

const nothing = { kind: "none", customers: 0, why: "few" } as const;

function answerTo(line: string, { locale }: Actor): Promise<Reply> {
  return Promise.resolve({
    locale,
    outcome: "ok",
    privacy: "totals",
    headline: `answer to ${line}`,
    data: {},
  });
}

function world(run: Job<"segment">, lines: string[] = []): WorkerDependencies {
  const log = createLog((line) => lines.push(line));
  return {
    db,
    log,
    jobTable: { ...jobTable, segment: run },
    answer: answerTo,
    clock: () => new Date("2011-11-01"),
  };
}

async function start(): Promise<number> {
  return (await startJob(db, { task: "segment", payload: { seed: 3 }, actor })).id;
}

describe("a job", () => {
  it("ends with the answer to its line, in the asker's language, stored in its row", async () => {
    const id = await start();
    const seen: Progress[] = [];
    const reply = await runJob(
      id,
      world(async ({ seed = 0 }, context) => {
        context.report({ step: "counting", done: 1, total: seed });
        return nothing;
      }),
      (progress) => seen.push(progress),
    );
    expect(reply?.headline).toBe("answer to list");
    expect(seen).toEqual([{ step: "counting", done: 1, total: 3 }]);
    expect(await findJob(db, id)).toMatchObject({
      state: "done",
      reply: { locale: "es", headline: "answer to list" },
    });
  });

  it("is run once, however many ask for it", async () => {
    const id = await start();
    let runs = 0;
    const once = world(async () => {
      runs += 1;
      return nothing;
    });
    const replies = await Promise.all([runJob(id, once), runJob(id, once), runJob(id, once)]);
    expect([runs, replies.filter((reply) => reply !== undefined).length]).toEqual([1, 1]);
  });

  it("shows its progress to whoever reads the row", async () => {
    const id = await start();
    const running = runJob(
      id,
      world(async (_, context) => {
        const { signal } = context;
        context.report({ step: "counting", done: 2, total: 3 });
        while (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 20));
        return nothing;
      }),
    );
    await expect.poll(async () => (await findJob(db, id))?.done).toBe(2);
    await stopJob(db, id);
    await running;
  });

  it("stops when it is wished, and says that nothing was changed", async () => {
    const id = await start();
    const running = runJob(
      id,
      world(async (_, { signal }) => {
        for (;;) {
          signal.throwIfAborted();
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }),
    );
    await expect.poll(async () => (await findJob(db, id))?.state).toBe("running");
    expect(await stopJob(db, id)).toBe(true);
    expect((await running)?.headline).toBe("Detenido, como pediste. No se cambió nada.");
    expect((await findJob(db, id))?.state).toBe("stopped");
    expect(await stopJob(db, id)).toBe(false);
  });

  it.each([
    ["a stop", undefined, /^Detenido, como pediste\. Los pedidos están en tu base\.$/u],
    [
      "a defect",
      new Error("broken"),
      /^Algo se rompió por mi lado \(ref\. [0-9a-f]{4}\)\. Los pedidos están en tu base\.$/u,
    ],
  ])("tells after %s what it had done for good", async (_, broken, said) => {
    const id = await start();
    const reply = await runJob(
      id,
      world(async (_payload, context) => {
        context.keep("Los pedidos están en tu base.");
        if (broken !== undefined) throw broken;
        await stopJob(db, id);
        for (;;) {
          context.signal.throwIfAborted();
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }),
    );
    expect(reply?.headline).toMatch(said);
  });

  it("that is stopped while it waits never begins", async () => {
    const id = await start();
    await stopJob(db, id);
    let began = false;
    const reply = await runJob(
      id,
      world(async () => {
        began = true;
        return nothing;
      }),
    );
    expect([began, reply?.headline]).toEqual([false, "Detenido, como pediste. No se cambió nada."]);
  });

  it("answers a person's mistake as written", async () => {
    const id = await start();
    const reply = await runJob(
      id,
      world(() => Promise.reject(new UserError("El archivo está vacío."))),
    );
    expect([reply?.outcome, reply?.headline]).toEqual(["mistake", "El archivo está vacío."]);
    expect((await findJob(db, id))?.state).toBe("failed");
  });

  it("that breaks shows a reference, and logs no value", async () => {
    const lines: string[] = [];
    const id = await start();
    const broken = new Error("Key (email)=(ana@shop.es) already exists");
    const reply = await runJob(
      id,
      world(() => Promise.reject(broken), lines),
    );
    expect(reply?.headline).toMatch(/^Algo se rompió por mi lado \(ref\. [0-9a-f]{4}\)/u);
    expect(lines.join("")).toContain('"task":"segment"');
    expect(lines.join("")).not.toContain("ana@shop.es");
  });
});
