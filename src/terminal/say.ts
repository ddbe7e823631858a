import type { Actor } from "../contract/actor.ts";
import { decideDestination } from "../contract/privacy.ts";
import type { Reply } from "../contract/reply.ts";
import type { House, Screen } from "./terminal-dependencies.ts";
import { createProgressBar } from "./progress.ts";
import { type ExitCode, show, type ShowOptions } from "./show.ts";
import { terminalSays } from "./words.ts";

/** Who speaks, and how the answer is wanted. */
export interface Request {
  readonly actor: Actor;
  readonly options: ShowOptions;
}

/** Answers one command line at the terminal, long work to its end; an empty base gets the sample shop first. */
export async function say(line: string, request: Request, house: House, screen: Screen): Promise<ExitCode> {
  const { actor } = request;
  const answered = await house.answer(line, actor);
  const reply = needsSample(answered) ? await sayOnSample(line, actor, house, screen) : answered;
  return show(guard(await finish(reply, actor, house, screen), actor), request, house, screen);
}

/** The way out that an empty base offers. */
const sampleLine = "data sample";

function needsSample({ outcome, actions = [] }: Reply): boolean {
  return outcome === "mistake" && actions.some(({ line }) => line === sampleLine);
}

async function sayOnSample(line: string, actor: Actor, house: House, screen: Screen): Promise<Reply> {
  screen.err(`${terminalSays[actor.locale].firstRun}\n`);
  // Whoever asks first on this machine is the one who sets it up, whatever role they try out.
  const loaded = await house.answer(sampleLine, { ...actor, role: "admin" });
  const result = await finish(loaded, actor, house, screen);
  return result.outcome === "ok" ? house.answer(line, actor) : result;
}

/** Follows a reply's long work, if it has any, to its answer. */
async function finish(reply: Reply, actor: Actor, house: House, screen: Screen): Promise<Reply> {
  return reply.job === undefined ? reply : follow(reply.job.id, actor, house, screen);
}

/** Runs a job with a bar on standard error. */
export async function follow(id: number, actor: Actor, house: House, screen: Screen): Promise<Reply> {
  const bar = createProgressBar(screen, actor.locale);
  try {
    return await house.runJob(id, (progress) => bar.show(progress));
  } finally {
    bar.end();
  }
}

/** What the actor's role may not see is not shown at the terminal either. */
export function guard(reply: Reply, { role, locale }: Actor): Reply {
  const personal = (reply.files ?? []).some((file) => file.personal);
  const shown = { privacy: reply.privacy, personal, attachments: false };
  const destination = decideDestination(shown, role, "terminal");
  if (destination.kind !== "refused") return reply;
  const headline = terminalSays[locale].refused[destination.reason];
  const data = { refused: destination.reason };
  return { locale, outcome: "mistake", privacy: "totals", headline, data };
}
