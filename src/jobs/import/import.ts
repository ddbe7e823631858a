import { basename } from "node:path";
import { UserError } from "../../contract/errors.ts";
import type { Db } from "../../db/connection/connect.ts";
import { copyIn } from "../../db/connection/copy.ts";
import {
  closeImport,
  findAnswers,
  type ImportOrigin,
  loadConvertible,
  openImport,
} from "../../db/imports/imports.ts";
import { dropSample } from "../../db/imports/sample.ts";
import type { Payload } from "../../db/requests/tasks.ts";
import {
  type Draft,
  draftPreview,
  type Preview,
  preview,
  type PreviewRequest,
} from "../../sources/file/preview.ts";
import { readAnswers } from "../../sources/guess/answers.ts";
import { questionsError } from "../../sources/questions/stop.ts";
import { createTally, type QualityReport, type Tally } from "../../sources/report/quality.ts";
import type { Reading } from "../../sources/file/reading.ts";
import { NotUtf8 } from "../../sources/file/text.ts";
import { createReadCounter, type ReadCounter } from "../../sources/report/read-summary.ts";
import { latestMoment, summarize } from "../../sources/rows/summarize.ts";
import { sourceWords } from "../../sources/report/words.ts";
import { type ImportPlan, importPlans } from "./import-plans.ts";
import type { Job, JobContext } from "../runner/job.ts";
import { loadIds, markPersonal } from "../../db/people/personal-sources.ts";
import { arePersonalIds } from "../../sources/cells/personal-ids.ts";
import { snakeCase } from "../../sources/file/headers.ts";
import type { Mapping } from "../../sources/guess/mapping.ts";
import { tellTakers } from "./tell-takers.ts";
import { segmentIn } from "../segmentation/segment.ts";
import { jobSays } from "../runner/words.ts";

/**
 * Reads a file into the base and places everyone anew. The file is one transaction and the segments are another: a
 * stop between the two leaves the file read in and the segments as they were, which the next import or `segment` job
 * makes good.
 */
export const importFile: Job<"import"> = async (payload, context) => {
  const importId = await readIn(payload, context);
  context.keep(jobSays[context.actor.locale].keptData);
  await segmentIn(context);
  return { importId };
};

/**
 * Reads a file into the base and leaves the segments alone: guess, copy, store and report, the last two in one
 * transaction, so that nothing is ever half read in. The guess is made from the first rows and confirmed by all of
 * them at the end; only where it is refuted, or leaves a doubt, the file is gone through again.
 *
 * @returns The id of the import's record.
 * @throws {UserError} When the file cannot be read, none of its rows can, or it has to be asked about first; the base is
 * then as before.
 */
export async function readIn(payload: Payload<"import">, context: JobContext): Promise<number> {
  const { signal } = context;
  const says = sourceWords[context.actor.locale];
  const fileName = payload.fileName ?? basename(payload.path);
  const reading: Reading = { path: payload.path, fileName, says, signal };
  const looking = { ...reading, onProgress: tellBytes(context, says.stepSurvey(fileName)) };
  const request = await requestOf(payload, looking, context);
  const telling = { ...reading, onProgress: tellBytes(context, says.stepRead(fileName)) };
  const draft = await draftPreview(request);
  const id = draft && (await store(telling, draft, context).catch(unlessRefuted));
  if (id !== undefined) return id;
  const seen = await preview(request);
  if (seen.questions.length > 0 && payload.isUnasked !== true) {
    const read = await summarize(reading, seen.mapping, context.now);
    throw questionsError({ fileName, read, questions: seen.questions }, context.actor.locale);
  }
  const taken = seen.questions.flatMap(({ choices }) => choices[0]?.option ?? []);
  const whole = { mapping: seen.mapping, watch: () => undefined, finish: () => seen, taken };
  return store(telling, whole, context);
}

/** What is known of the file before it is looked at: what was answered now, or when the last one like it came. */
export async function requestOf(
  payload: Pick<Payload<"import">, "map" | "answers">,
  reading: Reading,
  { db, actor, now }: JobContext,
): Promise<PreviewRequest> {
  return {
    reading,
    map: payload.map,
    answers: readAnswers(payload.answers ?? [], reading.says),
    earlier: async (headers) => readAnswers(await findAnswers(db, headers), reading.says),
    locale: actor.locale,
    convertible: await loadConvertible(db),
    now,
  };
}

/** The rows said in the end that they are to be read in another way. */
class Refuted extends Error {
  override readonly name = "Refuted";
}

function unlessRefuted(error: unknown): undefined {
  if (!(error instanceof Refuted || error instanceof NotUtf8)) throw error;
}

/** Tells how many bytes of the file are read. */
function tellBytes(context: JobContext, step: string): (done: number, total: number) => void {
  return (done, total) => context.report({ step, done, total });
}

/** How a file is to be read in, with the answers that nobody gave. */
type Planned = Draft & { readonly taken?: readonly string[] };

async function store(reading: Reading, { mapping, watch, finish, taken = [] }: Planned, context: JobContext) {
  const { says, fileName } = reading;
  const tally = createTally();
  const counter = createReadCounter();
  const plan = importPlans[mapping.kind];
  const source = { reading, context: { mapping, tally, counter, latest: latestMoment(context.now), watch } };
  let seen: Preview | undefined;
  return copyIn(context.db, {
    columns: plan.columns,
    async fill(rows, flush) {
      const count = await plan.copy(source, rows, flush);
      seen = finish();
      if (seen === undefined) throw new Refuted("the first rows were not like the others");
      if (count === 0) throw new UserError(says.nothingReadable(fileName, seen.rows));
      context.report({ step: says.stepStore(fileName), done: 0, total: 0 });
    },
    async store(tx, table) {
      if (seen === undefined) throw new Error("nothing was read");
      const staged = { table, plan, seen, tally, counter, taken };
      const { importId } = await storeIn(tx, staged, { fileName, context });
      return importId;
    },
  });
}

interface Staged {
  readonly table: string;
  readonly plan: ImportPlan;
  readonly seen: Preview;
  /** What was counted while the rows streamed by. */
  readonly tally: Tally;
  readonly counter: ReadCounter;
  /** Answers that nobody gave. */
  readonly taken: readonly string[];
}

/** From staging to the base, with the record of the file. */
async function storeIn(
  tx: Db,
  staged: Staged,
  { fileName, context }: { readonly fileName: string; readonly context: JobContext },
): Promise<ImportOrigin> {
  const { table, plan, tally } = staged;
  const { mapping } = staged.seen;
  if (await dropSample(tx)) tally.add("sample_left", "left_out");
  const origin = await openImport(tx, {
    fileName,
    kind: mapping.kind,
    mapping,
    importedBy: context.actor.user,
    importedAt: context.now,
    sourceId: 0,
    hasOrderNumbers: mapping.columns.some(({ role }) => role === "order"),
  });
  const stored = await plan.store(tx, { table, origin, tally });
  if (mapping.kind !== "suppressions") await settleIds(tx, table, mapping, origin);
  await tellTakers(tx, origin.importId, stored.silenced, context);
  await closeImport(tx, origin.importId, {
    report: reportOf(staged, stored),
    rejects: tally.rejects,
  });
  return origin;
}

/** Keeps whether the numbers of the file's customers tell who somebody is: exports decide by it. */
async function settleIds(tx: Db, table: string, mapping: Mapping, { sourceId }: ImportOrigin): Promise<void> {
  const header = mapping.columns.find(({ role }) => role === "customer")?.header ?? "";
  if (arePersonalIds(snakeCase(header), await loadIds(tx, table))) await markPersonal(tx, sourceId);
}

function reportOf(
  { seen, tally, counter, taken }: Staged,
  stored: { readonly rows: number; readonly newCustomers: number; readonly updatedCustomers: number },
): QualityReport {
  return {
    rows: seen.rows + (tally.findings().find(({ code }) => code === "ragged_row")?.count ?? 0),
    stored: stored.rows,
    rejected: tally.rejected(),
    rejectsKept: tally.rejects.length,
    newCustomers: stored.newCustomers,
    updatedCustomers: stored.updatedCustomers,
    findings: [...tally.findings(), ...seen.findings],
    read: counter.summary(seen.mapping.kind),
    taken,
  };
}
