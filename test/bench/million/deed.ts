import { performance } from "node:perf_hooks";
import type { Actor } from "../../../src/contract/actor.ts";
import { readConfig } from "../../../src/lib/config.ts";
import { createCsv } from "../../../src/lib/csv.ts";
import { connect } from "../../../src/db/connection/connect.ts";
import { onThisThread } from "../../../src/jobs/runner/computation.ts";
import { readIn } from "../../../src/jobs/import/import.ts";
import { segmentIn } from "../../../src/jobs/segmentation/segment.ts";
import { createLog } from "../../../src/lib/log.ts";
import { openHouse } from "../../../src/app/terminal-app.ts";
import type { Progress, Reply } from "../../../src/contract/reply.ts";
import type { House } from "../../../src/terminal/terminal-dependencies.ts";

/** One thing that the product does with the shop. */
export type CliCommand =
  /** Reads a file in and leaves the segments alone. */
  | { readonly kind: "read"; readonly path: string }
  /** Measures and places everyone; the first time divides them too. */
  | { readonly kind: "segment" }
  /** What `segmenta import` does: the two after each other. */
  | { readonly kind: "import"; readonly path: string }
  /** Answers a line, long work to its end, and writes the files of the answer. */
  | { readonly kind: "say"; readonly line: string };

/** What came of it. */
export interface Done {
  /** The answer's headline; empty where nobody asked. */
  readonly said: string;
  /** Rows of the files that were written. */
  readonly written: number;
  /** The steps that the work told, in their order. */
  readonly parts: readonly Part[];
}

export interface Part {
  readonly step: string;
  readonly seconds: number;
}

const actor: Actor = { user: "bench", role: "admin", locale: "en", timeZone: "UTC" };
/** After the shop's last week. */
const now = new Date("2026-07-01T12:00:00Z");

/**
 * Does it in the base behind an address, by the functions that the product does it by.
 *
 * @throws {Error} When the product answered with a mistake or a defect.
 */
export async function perform(deed: CliCommand, databaseUrl: string): Promise<Done> {
  const clock = createStepClock();
  if (deed.kind === "read" || deed.kind === "segment") {
    await work(deed, databaseUrl, clock.follow);
    return { said: "", written: 0, parts: clock.parts() };
  }
  const log = { ...createLog((line) => process.stderr.write(line)), info: () => undefined };
  const house = await openHouse({ ...readConfig({}), databaseUrl }, log);
  try {
    const reply = await answer(deed, house, clock.follow);
    if (reply.outcome !== "ok") throw new Error(`${JSON.stringify(deed)}: ${reply.headline}`);
    return { said: reply.headline, written: await writeFiles(reply, house), parts: clock.parts() };
  } finally {
    await house.close();
  }
}

type Follow = (progress: Progress) => void;

async function work(
  deed: Extract<CliCommand, { readonly kind: "read" | "segment" }>,
  databaseUrl: string,
  report: Follow,
): Promise<void> {
  const { db, close } = connect(databaseUrl);
  const { signal } = new AbortController();
  const context = { db, actor, now, report, keep: () => undefined, ...onThisThread, signal };
  try {
    await (deed.kind === "read" ? readIn({ path: deed.path }, context) : segmentIn(context));
  } finally {
    await close();
  }
}

async function answer(
  deed: Extract<CliCommand, { readonly kind: "import" | "say" }>,
  house: House,
  follow: Follow,
): Promise<Reply> {
  if (deed.kind === "import") {
    const { id } = await house.startImport(
      { path: deed.path, map: undefined, answers: [], isUnasked: false },
      actor,
    );
    return house.runJob(id, follow);
  }
  const reply = await house.answer(deed.line, actor);
  return reply.job === undefined ? reply : house.runJob(reply.job.id, follow);
}

/** Writes the files as an edge does, to nowhere. @returns Their rows, the heads left out. */
async function writeFiles({ files = [], locale }: Reply, house: House): Promise<number> {
  let lines = 0;
  // A text is whole in the reply: nothing is read for it.
  for (const file of files.filter(({ source }) => source.kind !== "text")) {
    const csv = createCsv(await house.openRows(file.source, locale), locale);
    for await (const bytes of csv) lines += String(bytes).split("\n").length - 1;
    lines -= 1;
    await house.recordExport(file, actor.user);
  }
  return lines;
}

/** Times the steps that work tells: each lasts until the next one is told. */
function createStepClock() {
  const begun: { readonly step: string; readonly at: number }[] = [];
  return {
    follow: ({ step }: Progress) => {
      if (begun.at(-1)?.step !== step) begun.push({ step, at: performance.now() });
    },
    parts: (): readonly Part[] => {
      const ends = [...begun.slice(1).map(({ at }) => at), performance.now()];
      return begun.map(({ step, at }, index) => ({ step, seconds: ((ends[index] ?? at) - at) / 1_000 }));
    },
  };
}
