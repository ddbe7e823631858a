import type { Actor } from "../contract/actor.ts";
import { UserError } from "../contract/errors.ts";
import type { Reply } from "../contract/reply.ts";
import type { House, Screen } from "./terminal-dependencies.ts";
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

/** The end of a process: 0 done, 2 the person's mistake, 1 ours, 3 a question that nobody was there to answer. */
export type ExitCode = 0 | 1 | 2 | 3;

export const exitCodes: Readonly<Record<Reply["outcome"], ExitCode>> = { ok: 0, mistake: 2, defect: 1 };

/** Shows an answer, writes its files, and tells how the process should end. */
export async function show(
  reply: Reply,
  { actor, options }: { readonly actor: Actor; readonly options: ShowOptions },
  house: House,
  screen: Screen,
): Promise<ExitCode> {
  const { json, out } = options;
  const written = out === undefined ? undefined : await write(reply, out, actor.user, house);
  if (json) screen.out(`${JSON.stringify({ ...reply, ...(written === undefined ? {} : { written }) })}\n`);
  else {
    screen.out(renderText(reply, { styled: screen.outIsTerminal, width: screen.width }));
    const notice = writtenNotice(reply, written);
    if (notice !== undefined) screen.out(`\n${notice}\n`);
  }
  return exitCodes[reply.outcome];
}

const cannotWrite = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOSPC"]);

/** @throws {UserError} When the folder cannot be written to. */
async function write(reply: Reply, folder: string, user: string, house: House): Promise<Written> {
  try {
    return await writeFiles(reply, folder, user, house);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    throw cannotWrite.has(code) ? new UserError(terminalSays[reply.locale].cannotWrite(folder)) : cause;
  }
}

function writtenNotice(reply: Reply, written: Written | undefined): string | undefined {
  const says = terminalSays[reply.locale];
  if (written !== undefined) {
    const paths = [...written.charts.flatMap(({ png, svg }) => [png, svg]), ...written.files];
    return paths.length === 0 ? undefined : says.wrote(paths.join(", "));
  }
  const charts = (reply.charts ?? []).map(({ spec }) => `${spec}.png`);
  const names = [...charts, ...(reply.files ?? []).map((file) => file.name)];
  return names.length === 0 ? undefined : says.useOut(names.join(", "));
}
