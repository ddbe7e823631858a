import { countAudience } from "../../../db/campaigns/audiences.ts";
import { hasPersonalIds } from "../../../db/people/personal-sources.ts";
import { loadAttributeNames } from "../../../db/people/customers.ts";
import { UserError } from "../../../contract/errors.ts";
import type { Locale } from "../../../lib/locale.ts";
import { isPersonalColumn } from "../../../contract/privacy.ts";
import { defineCommand } from "../../grammar/command.ts";
import { signFooter } from "../../speech/footer.ts";
import { takeMoves } from "../moves/read.ts";
import { pickSegment, requireActive, takeSegmentBefore } from "../../grammar/segment-reader.ts";
import { fold } from "../../grammar/spelling.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { questionOf, takeInsistence } from "./proof.ts";
import type { FoundList } from "./found-list.ts";
import { findList, type Whose } from "./lists.ts";
import { exportReply } from "./reply.ts";
import { about, says } from "./words.ts";

export const exportCommand = defineCommand({
  name: "export",
  role: "marketer",
  privacy: "people",
  writes: true,
  about,
  read(words) {
    const whose = takeWhose(words);
    const columns = words.takeKeyword("columns") ? takeColumns(words) : undefined;
    return { whose, columns, insistence: takeInsistence(words) };
  },

  async answer({ whose, columns: asked, insistence }, context) {
    const { db, locale } = context;
    const active = await requireActive(context);
    const question =
      whose.kind === "segment"
        ? questionOf(active, pickSegment(active, whose.segment, context), insistence, context)
        : undefined;
    if (question !== undefined) return question;
    const list = await findList(whose, active, context);
    const known = [
      "id",
      "segment",
      "distance",
      ...active.features.map(({ name }) => name),
      ...(await loadAttributeNames(db)),
    ];
    const columns = asked === undefined ? list.columns : pickColumns(asked, known, list, locale);
    const counted = await countAudience(db, list.audience);
    const behaviour = active.features.filter(({ family }) => family === "behaviour").map(({ name }) => name);
    const personal =
      columns.some((column) => isPersonalColumn(column, new Set(behaviour))) ||
      (await hasPersonalIds(db, list.audience.members));
    const file = { columns, personal, asOf: active.asOf };
    const reply = exportReply(list, counted, file, context.format);
    return { ...reply, footer: [...(reply.footer ?? []), ...(await signFooter(active, context))] };
  },
});

function takeWhose(words: Words): Whose {
  const id = takePlanId(words);
  if (id !== undefined) return { kind: "plan", id };
  if (words.takeKeyword("movers")) return { kind: "movers", asked: takeMoves(words, "columns", "anyway") };
  return { kind: "segment", segment: takeSegmentBefore(words, "columns", "anyway") };
}

/** `p7`; `export 7` is always segment 7. */
function takePlanId(words: Words): number | undefined {
  const [, digits] = /^p(\d{1,9})$/u.exec(words.peek()?.folded ?? "") ?? [];
  if (digits === undefined) return undefined;
  words.take();
  return Number(digits);
}

/** Names of columns, with or without commas between them. */
function takeColumns(words: Words): readonly string[] {
  const taken = words.takeUntil("anyway");
  if (taken.length === 0) throw words.missing(says[words.locale].whichColumns);
  return taken.flatMap((word) =>
    word.quoted ? [word.text] : word.text.split(",").filter((name) => name !== ""),
  );
}

/** The id and where the customer is, then the columns that were asked for, as the base names them. */
function pickColumns(
  asked: readonly string[],
  known: readonly string[],
  { source }: FoundList,
  locale: Locale,
): readonly string[] {
  const found = asked.map((name) => {
    const column = known.find((candidate) => fold(candidate) === fold(name));
    if (column !== undefined) return column;
    throw new UserError(says[locale].noSuchColumn(name, known.slice(2, 8).join(", ")));
  });
  const always = source.kind === "movers" ? ["id", "previous", "segment"] : ["id", "segment"];
  return [...new Set([...always, ...found])];
}
