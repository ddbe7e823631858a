import { countAudience, defaultColumns, hasIdLike } from "../../db/audiences.ts";
import { loadAttributeNames } from "../../db/customers.ts";
import type { ActiveSegmentation } from "../../db/segmentations.ts";
import { UserError } from "../../errors.ts";
import type { Locale } from "../../locale.ts";
import { isPersonalColumn, personalIdPattern } from "../../privacy.ts";
import { defineCommand } from "../command.ts";
import { signFooter } from "../footer.ts";
import { pickSegment, requireActive, takeSegmentBefore } from "../segment-reader.ts";
import { fold } from "../spelling.ts";
import type { Words } from "../words-reader.ts";
import { exportReply } from "./reply.ts";
import { about, says } from "./words.ts";

export const exportCommand = defineCommand({
  name: "export",
  role: "marketer",
  about,
  read(words) {
    const segment = takeSegmentBefore(words, "columns");
    return { segment, columns: words.takeKeyword("columns") ? takeColumns(words) : undefined };
  },

  async answer({ segment: meant, columns: asked }, context) {
    const { db, locale } = context;
    const active = await requireActive(context);
    const segment = pickSegment(active, meant, context);
    const columns =
      asked === undefined
        ? defaultColumns(active)
        : pickColumns(asked, active, await loadAttributeNames(db), locale);
    const audience = await countAudience(db, segment.id);
    const behaviour = active.features.filter(({ family }) => family === "behaviour").map(({ name }) => name);
    const personal =
      columns.some((column) => isPersonalColumn(column, new Set(behaviour))) ||
      (await hasIdLike(db, segment.id, personalIdPattern));
    const file = { columns, personal, asOf: active.asOf };
    const reply = exportReply(segment, audience, file, context.format);
    return { ...reply, footer: [...(await signFooter(active, context)), ...(reply.footer ?? [])] };
  },
});

/** Names of columns, with or without commas between them. */
function takeColumns(words: Words): readonly string[] {
  const taken = words.takeUntil();
  if (taken.length === 0) throw words.missing(says[words.locale].whichColumns);
  return taken.flatMap((word) =>
    word.quoted ? [word.text] : word.text.split(",").filter((name) => name !== ""),
  );
}

/** The id and the segment, then the columns that were asked for, as the base names them. */
function pickColumns(
  asked: readonly string[],
  active: ActiveSegmentation,
  attributes: readonly string[],
  locale: Locale,
): readonly string[] {
  const known = ["id", "segment", "distance", ...active.features.map(({ name }) => name), ...attributes];
  const found = asked.map((name) => {
    const column = known.find((candidate) => fold(candidate) === fold(name));
    if (column !== undefined) return column;
    throw new UserError(says[locale].noSuchColumn(name, known.slice(2, 8).join(", ")));
  });
  return [...new Set(["id", "segment", ...found])];
}
