import { noteSegment } from "../../../db/segmentations/segmentations.ts";
import { UserError } from "../../../contract/errors.ts";
import { defineCommand } from "../../grammar/command.ts";
import { pickSegment, requireActive, takeSegment } from "../../grammar/segment-reader.ts";
import { titleOf } from "../../speech/segment-words.ts";
import { takeText } from "../../grammar/text-reader.ts";
import { about, says } from "./words.ts";

const longestNote = 500;

export const note = defineCommand({
  name: "note",
  role: "analyst",
  privacy: "totals",
  writes: true,
  about,
  read(words) {
    const segment = takeSegment(words);
    return { segment, text: takeText(words, says[words.locale]) };
  },

  async answer({ segment: meant, text }, context) {
    const { locale } = context;
    const words = says[locale];
    if (text.length > longestNote) throw new UserError(words.tooLong(String(longestNote)));
    const segment = pickSegment(await requireActive(context), meant, context);
    await noteSegment(context.db, segment.id, text === "" ? null : text);
    const title = titleOf(segment, context.format);
    const remove = { label: words.remove, line: `note ${segment.number} ""` };
    return {
      headline: text === "" ? words.removed(title) : words.noted(title, text),
      actions: [
        { label: words.profile, line: `profile ${segment.number}` },
        ...(text === "" ? [] : [remove]),
      ],
      data: { number: segment.number, note: text === "" ? null : text },
    };
  },
});
