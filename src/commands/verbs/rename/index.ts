import {
  type ActiveSegmentation,
  renameSegment,
  type Segment,
} from "../../../db/segmentations/segmentations.ts";
import { UserError } from "../../../contract/errors.ts";
import { type Locale, locales } from "../../../lib/locale.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import { defineCommand } from "../../grammar/command.ts";
import { nameOf, pickSegment, requireActive, takeSegment } from "../../grammar/segment-reader.ts";
import { fold } from "../../grammar/spelling.ts";
import { takeText } from "../../grammar/text-reader.ts";
import { about, says } from "./words.ts";

const longestName = 60;

export const rename = defineCommand({
  name: "rename",
  role: "analyst",
  privacy: "totals",
  writes: true,
  about,
  read(words) {
    const segment = takeSegment(words);
    return { segment, name: takeText(words, says[words.locale]) };
  },

  async answer({ segment: meant, name }, context) {
    const active = await requireActive(context);
    const segment = pickSegment(active, meant, context);
    checkName(name, segment, active, context.locale);
    await renameSegment(context.db, segment.id, name === "" ? null : name);
    return renameReply(segment, name, context.locale);
  },
});

/** @throws {UserError} When charts, the grammar or the team would stumble over the name. */
function checkName(name: string, segment: Segment, active: ActiveSegmentation, locale: Locale): void {
  const words = says[locale];
  if (name.length > longestName) throw new UserError(words.tooLong(String(longestName)));
  if (/^#?\d+$/u.test(name)) throw new UserError(words.digits(name));
  const owner = active.segments.find(
    (other) => other.id !== segment.id && locales.some((each) => fold(nameOf(other, each)) === fold(name)),
  );
  if (owner !== undefined) throw new UserError(words.taken(name, String(owner.number)));
}

function renameReply(segment: Segment, name: string, locale: Locale): ReplyBody {
  const words = says[locale];
  const number = String(segment.number);
  const before = nameOf(segment, locale);
  return {
    headline:
      name === "" ? words.restored(number, segment.names[locale]) : words.renamed(number, name, before),
    actions: [
      { label: words.profile, line: `profile ${number}` },
      { label: words.undo, line: `rename ${number} "${segment.customName ?? ""}"` },
    ],
    data: { number: segment.number, name: name === "" ? null : name, before: segment.customName },
  };
}
