import { type Import, loadImports, loadRejects } from "../../../db/imports/imports.ts";
import { UserError } from "../../../contract/errors.ts";
import { type CommandContext, defineCommand } from "../../grammar/command.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { answerAllow, takeAllowed } from "./allow.ts";
import { checkReply } from "./check-reply.ts";
import { importReply, noFilesReply, overviewReply, sampleReply } from "./reply.ts";
import { answerUndo, fileReply } from "./file-reply.ts";
import { mapReply } from "./map-reply.ts";
import { answerReceived, takeReceived } from "./received.ts";
import { countOutliers } from "../../../db/features/outliers.ts";
import { loadActive } from "../../../db/segmentations/segmentations.ts";
import { outlierDistance } from "../../speech/outliers.ts";
import { requireActive } from "../../grammar/segment-reader.ts";
import { rejectsReply } from "./rejects-reply.ts";
import { answerRelations } from "./relations-reply.ts";
import { answerTruth } from "./sample-truth.ts";
import { about, says } from "./words.ts";

/** What can be asked of the data. */
const questions = ["allow", "check", "import", "map", "rejects", "relations", "sample", "undo"] as const;
type Question = (typeof questions)[number] | "overview" | "file";

export const data = defineCommand({
  name: "data",
  role: "analyst",
  privacy: "totals",
  writes: false,
  about,
  read(words) {
    const question = takeQuestion(words);
    const namesFile = filed.has(question);
    const truth = question === "sample" && words.takeKeyword("truth");
    const next = question === "sample" && !truth && takeNextWeek(words);
    const allowed = question === "allow" ? takeAllowed(words) : undefined;
    const received = question === "import" ? takeReceived(words) : undefined;
    const file = namesFile ? takeFile(words) : undefined;
    if (question === "undo" && file === undefined) throw words.missing(says[words.locale].whichFile);
    return { question, truth, next, allowed, received, file };
  },
  otherLines: [
    {
      usage: 'data allow <customer> "why"',
      is: ({ allowed }) => allowed !== undefined,
      role: "admin",
      privacy: "person",
      writes: true,
    },
    // Rows as they came, names and addresses included.
    { usage: "data rejects [f3]", is: ({ question }) => question === "rejects", privacy: "people" },
    { usage: "data undo f3", is: ({ question }) => question === "undo", writes: true },
    {
      usage: "data import u3 [set … | confirm | cancel]",
      is: ({ received }) => received !== undefined,
      writes: true,
    },
    {
      usage: "data sample [next week]",
      is: ({ question, truth }) => question === "sample" && !truth,
      writes: true,
    },
  ],

  async answer({ question, truth, next, allowed, received, file }, context) {
    const { db, format } = context;
    if (allowed !== undefined) return answerAllow(allowed, context);
    if (received !== undefined) return answerReceived(received, context);
    if (question === "relations") return answerRelations(await requireActive(context), context);
    if (question === "import") return importReply(format);
    if (truth) return answerTruth(context);
    if (question === "sample") return sampleReply(await context.start("sample", { next }), format);
    const files = await loadImports(db);
    if (files.length === 0) return noFilesReply(format);
    if (question === "overview") return overviewReply(files, format);
    const chosen = pickFile(files, file, context);
    if (question === "file") return fileReply(chosen, format);
    if (question === "undo") return answerUndo(chosen, context);
    if (question === "map") return mapReply(chosen, format);
    if (question === "check") {
      const misfits = chosen === files[0] ? await countMisfits(context) : 0;
      return checkReply(chosen, { files, misfits }, format);
    }
    return rejectsReply(chosen, (await loadRejects(db, chosen.id)).length, format);
  },
});

/** Questions about one file. */
const filed: ReadonlySet<Question> = new Set(["check", "map", "rejects", "undo", "file"]);

function takeQuestion(words: Words): Question {
  const asked = questions.find((keyword) => words.takeKeyword(keyword));
  if (asked !== undefined) return asked;
  return /^f\d{1,9}$/u.test(words.peek()?.folded ?? "") ? "file" : "overview";
}

/** Customers who fit no segment, and are in the nearest one as a makeshift. */
async function countMisfits({ db }: CommandContext): Promise<number> {
  const active = await loadActive(db);
  const distance = active === undefined ? Infinity : outlierDistance(active);
  return active === undefined || distance === Infinity ? 0 : countOutliers(db, active.id, distance);
}

/** "next week", "semana siguiente", "próxima semana". */
function takeNextWeek(words: Words): boolean {
  const isWeek = words.takeKeyword("week");
  const isNext = words.takeKeyword("next");
  if (!isNext && isWeek) throw words.missing(says[words.locale].whichWeek);
  if (isNext && !isWeek && !words.takeKeyword("week")) throw words.missing(says[words.locale].whichWeek);
  return isNext;
}

/** `f3`, or nothing for the newest file. */
function takeFile(words: Words): number | undefined {
  const word = words.take();
  if (word === undefined) return undefined;
  const number = /^f(\d{1,9})$/u.exec(word.folded)?.[1];
  if (number === undefined)
    throw new UserError(says[words.locale].notAFile(word.text), { hint: words.about.examples[0] });
  return Number(number);
}

function pickFile(files: readonly Import[], id: number | undefined, { locale }: CommandContext): Import {
  const chosen = id === undefined ? files[0] : files.find((file) => file.id === id);
  if (chosen === undefined) {
    throw new UserError(says[locale].noSuchFile(`f${id}`), {
      actions: files.slice(0, 4).map((file) => ({
        label: says[locale].otherFile(file.fileName),
        line: `data check f${file.id}`,
      })),
    });
  }
  return chosen;
}
