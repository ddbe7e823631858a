import type { ImportQuestion } from "../contract/import-questions.ts";
import type { Reply } from "../contract/reply.ts";
import { follow, type Request } from "./say.ts";
import { type ExitCode, show } from "./show.ts";
import type { House, ImportFile, Screen } from "./terminal-dependencies.ts";
import { terminalSays } from "./words.ts";

/**
 * Reads a file in, or only says how it would be read. Where the file has two readings, whoever sits at the terminal is
 * asked; where nobody does, nothing is stored, and the end of the process says so.
 */
export async function importFile(
  file: ImportFile & { readonly dryRun: boolean },
  request: Request,
  house: House,
  screen: Screen,
): Promise<ExitCode> {
  const { actor, options } = request;
  if (file.dryRun) return show(await house.preview(file, actor), request, house, screen);
  const job = await house.startImport(file, actor);
  const reply = await follow(job.id, actor, house, screen);
  const questions = questionsOf(reply);
  if (questions.length === 0 || options.json || screen.ask === undefined) {
    const end = await show(reply, request, house, screen);
    return questions.length === 0 ? end : unanswered;
  }
  const answers = await askAll(questions, request, screen);
  return importFile({ ...file, answers: [...file.answers, ...answers] }, request, house, screen);
}

/** The end of a process that would have had to ask. */
const unanswered: ExitCode = 3;

/** What the file was not read for. */
function questionsOf({ outcome, data }: Reply): readonly ImportQuestion[] {
  const read = data["read"];
  if (outcome !== "mistake" || typeof read !== "object" || read === null || !("questions" in read)) return [];
  return read["questions"] as unknown as readonly ImportQuestion[];
}

/** Asks one after the other; an empty answer takes the likelier reading, anything else is taken as an option. */
async function askAll(
  questions: readonly ImportQuestion[],
  { actor }: Request,
  screen: Screen,
): Promise<readonly string[]> {
  const says = terminalSays[actor.locale];
  const answers: string[] = [];
  for (const { text, choices } of questions) {
    const list = choices.map(({ effect }, place) => `  ${place + 1}  ${effect}`);
    screen.out(`\n${text}\n${list.join("\n")}\n`);
    const said = (await screen.ask?.(`${says.choose(choices.length)} `)) ?? "";
    const place = said.trim() === "" ? 1 : Number(said);
    answers.push(choices[place - 1]?.option ?? said.trim());
  }
  return answers;
}
