import type { Asker } from "../asker.ts";
import { decideDestination } from "../privacy.ts";
import type { Reply } from "../reply.ts";
import type { House, Screen } from "./house.ts";
import { createProgressBar } from "./progress.ts";
import { renderText } from "./render.ts";
import { terminalSays } from "./words.ts";
import { type Written, writeFiles } from "./write-files.ts";

/** How an answer is wanted at the terminal. */
export interface ShowOptions {
  /** One JSON object instead of text. */
  readonly json: boolean;
  /** Where charts and files are written; nowhere without it. */
  readonly out: string | undefined;
}

/** The end of a process: 0 done, 2 the person's mistake, 1 ours. */
export type ExitCode = 0 | 1 | 2;

export const exitCodes: Readonly<Record<Reply["outcome"], ExitCode>> = { ok: 0, mistake: 2, defect: 1 };

/** Answers one command line at the terminal, long work to its end. */
export async function say(
  line: string,
  { asker, options }: { readonly asker: Asker; readonly options: ShowOptions },
  house: House,
  screen: Screen,
): Promise<ExitCode> {
  const answered = await house.answer(line, asker);
  const reply = answered.job === undefined ? answered : await follow(answered.job.id, asker, house, screen);
  return show(guard(reply, asker), { asker, options }, house, screen);
}

/** Runs a job with a bar on standard error. */
export async function follow(id: number, asker: Asker, house: House, screen: Screen): Promise<Reply> {
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

/** Shows an answer, writes its files, and tells how the process should end. */
export async function show(
  reply: Reply,
  { asker, options }: { readonly asker: Asker; readonly options: ShowOptions },
  house: House,
  screen: Screen,
): Promise<ExitCode> {
  const { json, out } = options;
  const written = out === undefined ? undefined : await writeFiles(reply, out, asker.user, house);
  if (json) screen.out(`${JSON.stringify({ ...reply, ...(written === undefined ? {} : { written }) })}\n`);
  else {
    screen.out(renderText(reply, { styled: screen.outIsTerminal, width: screen.width }));
    const notice = writtenNotice(reply, written);
    if (notice !== undefined) screen.out(`${notice}\n`);
  }
  return exitCodes[reply.outcome];
}

function writtenNotice(reply: Reply, written: Written | undefined): string | undefined {
  const says = terminalSays[reply.locale];
  if (written !== undefined) {
    const paths = [...written.charts.flatMap(({ png, svg }) => [png, svg]), ...written.files];
    return paths.length === 0 ? undefined : says.wrote(paths.join(", "));
  }
  const names = [
    ...(reply.charts ?? []).map(({ spec }) => `${spec}.png`),
    ...(reply.files ?? []).map((file) => file.name),
  ];
  return names.length === 0 ? undefined : says.useOut(names.join(", "));
}
