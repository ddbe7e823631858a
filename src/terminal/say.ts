import type { Asker } from "../contract/actor.ts";
import { decideDestination } from "../contract/privacy.ts";
import type { Reply } from "../contract/reply.ts";
import type { House, ImportFile, Screen } from "./terminal-dependencies.ts";
import { createProgressBar } from "./progress.ts";
import { type ExitCode, show, type ShowOptions } from "./show.ts";
import { terminalSays } from "./words.ts";

/** Who speaks, and how the answer is wanted. */
export interface Request {
  readonly asker: Asker;
  readonly options: ShowOptions;
}

/** Answers one command line at the terminal, long work to its end; an empty base gets the sample shop first. */
export async function say(line: string, request: Request, house: House, screen: Screen): Promise<ExitCode> {
  const { asker } = request;
  const answered = await house.answer(line, asker);
  const reply = needsSample(answered) ? await sayOnSample(line, asker, house, screen) : answered;
  return show(guard(await finish(reply, asker, house, screen), asker), request, house, screen);
}

/** Reads a file in, or only says how it would be read. */
export async function importFile(
  file: ImportFile & { readonly dryRun: boolean },
  request: Request,
  house: House,
  screen: Screen,
): Promise<ExitCode> {
  const { asker } = request;
  if (file.dryRun) return show(await house.preview(file, asker), request, house, screen);
  const job = await house.startImport(file, asker);
  return show(await follow(job.id, asker, house, screen), request, house, screen);
}

/** The way out that an empty base offers. */
const sampleLine = "data sample";

function needsSample({ outcome, actions = [] }: Reply): boolean {
  return outcome === "mistake" && actions.some(({ line }) => line === sampleLine);
}

async function sayOnSample(line: string, asker: Asker, house: House, screen: Screen): Promise<Reply> {
  screen.err(`${terminalSays[asker.locale].firstRun}\n`);
  // Whoever asks first on this machine is the one who sets it up, whatever role they try out.
  const loaded = await house.answer(sampleLine, { ...asker, role: "admin" });
  const result = await finish(loaded, asker, house, screen);
  return result.outcome === "ok" ? house.answer(line, asker) : result;
}

/** Follows a reply's long work, if it has any, to its answer. */
async function finish(reply: Reply, asker: Asker, house: House, screen: Screen): Promise<Reply> {
  return reply.job === undefined ? reply : follow(reply.job.id, asker, house, screen);
}

/** Runs a job with a bar on standard error. */
async function follow(id: number, asker: Asker, house: House, screen: Screen): Promise<Reply> {
  const bar = createProgressBar(screen, asker.locale);
  try {
    return await house.runJob(id, (progress) => bar.show(progress));
  } finally {
    bar.end();
  }
}

/** What the asker's role may not see is not shown at the terminal either. */
function guard(reply: Reply, { role, locale }: Asker): Reply {
  const personal = (reply.files ?? []).some((file) => file.personal);
  const shown = { privacy: reply.privacy, personal, attachments: false };
  const destination = decideDestination(shown, role, "terminal");
  if (destination.kind !== "refused") return reply;
  const headline = terminalSays[locale].refused[destination.reason];
  const data = { refused: destination.reason };
  return { locale, outcome: "mistake", privacy: "totals", headline, data };
}
