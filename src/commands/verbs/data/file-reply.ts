import { UserError } from "../../../contract/errors.ts";
import type { Fact, ReplyBody } from "../../../contract/reply.ts";
import type { Import } from "../../../db/imports/imports.ts";
import type { Format } from "../../../lib/locale.ts";
import type { CommandContext } from "../../grammar/command.ts";
import { fileSays } from "./file-words.ts";
import { says } from "./words.ts";

type Totals = NonNullable<Import["totals"]>;

/** What one file brought, with a button to undo it. */
export function fileReply(file: Import, format: Format): ReplyBody {
  const { locale } = format;
  const words = fileSays[locale];
  const { id, fileName, kind, totals, state, undoneAt, undoneBy } = file;
  const day = format.date(undoneAt ?? file.importedAt);
  return {
    headline:
      state === "undone"
        ? words.undone(fileName, day, undoneBy ?? "")
        : words.headline(fileName, says[locale].kinds[kind], day),
    facts: totals === null ? [] : factsOf(totals, format),
    ...(totals === null ? { caveat: words.uncounted } : {}),
    actions: [
      ...(state === "active" && totals !== null ? [undoAction(file, format)] : []),
      { label: words.check, line: `data check f${id}` },
      { label: words.all, line: "data" },
    ],
    data: { file: id, fileName, kind, state, totals },
  };
}

function undoAction({ id, fileName }: Import, { locale }: Format) {
  const { undo, ask } = fileSays[locale];
  return { label: undo(fileName), line: `data undo f${id}`, style: "danger" as const, confirm: ask };
}

function factsOf(totals: Totals, format: Format): readonly Fact[] {
  const words = fileSays[format.locale];
  const { people, orders, lines, grossCents, returnedCents, from, to, saidNo } = totals;
  return [
    { label: words.people, value: format.number(people) },
    ...(orders === 0 ? [] : [{ label: words.orders, value: format.number(orders) }]),
    { label: words.lines, value: format.number(lines) },
    ...(orders === 0 ? [] : [{ label: words.gross, value: format.money(grossCents) }]),
    ...(returnedCents === 0 ? [] : [{ label: words.returned, value: format.money(returnedCents) }]),
    ...(from === null || to === null
      ? []
      : [{ label: words.days, value: words.from(format.day(from), format.day(to)) }]),
    ...(saidNo === 0 ? [] : [{ label: words.saidNo, value: format.number(saidNo) }]),
  ];
}

/** Starts the work that undoes a file. */
export async function answerUndo(file: Import, context: CommandContext): Promise<ReplyBody> {
  const words = fileSays[context.locale];
  if (file.state === "undone") throw new UserError(words.already(file.fileName), { hint: "data" });
  if (file.totals === null) throw new UserError(words.uncounted, { hint: "data" });
  const job = await context.start("undo", { importId: file.id });
  return { headline: words.started(file.fileName), job, data: { job: job.id } };
}

/** Alone, "undo" may mean the newest file or the newest segments: both are offered, and neither is run. */
export function whichUndoReply(files: readonly Import[], format: Format): ReplyBody {
  const words = fileSays[format.locale];
  const newest = files.filter(({ state, totals }) => state === "active" && totals !== null).slice(0, 2);
  return {
    headline: words.which,
    actions: [
      ...newest.map(({ id, fileName }) => ({ label: words.undoFile(fileName), line: `data f${id}` })),
      { label: words.rollback, line: "rollback" },
    ],
    data: { files: newest.map(({ id }) => id) },
  };
}
