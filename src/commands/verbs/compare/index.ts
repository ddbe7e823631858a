import { contrastBetween } from "../../../analysis/segments/contrast.ts";
import type { ActiveSegmentation, Segment } from "../../../db/segmentations/segmentations.ts";
import { UserError } from "../../../contract/errors.ts";
import { type CommandContext, defineCommand } from "../../grammar/command.ts";
import { distinctions } from "../../speech/distinctions.ts";
import { signFooter } from "../../speech/footer.ts";
import {
  matchingSegments,
  pickSegment,
  requireActive,
  type SegmentReference,
  takeSegment,
  takeSegmentBefore,
} from "../../grammar/segment-reader.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { compareReply } from "./reply.ts";
import { about, says } from "./words.ts";

export const compare = defineCommand({
  name: "compare",
  role: "viewer",
  privacy: "totals",
  writes: false,
  about,
  read: readPair,

  async answer({ first, second }, context) {
    const active = await requireActive(context);
    const one = pickSegment(active, first, context);
    const other = pickOther(active, one, second, context);
    const apart = distinctions(contrastBetween(one.statistics, other.statistics), active.features);
    return {
      ...compareReply(active, [one, other], apart, context.format),
      footer: await signFooter(active, context),
    };
  },
});

/** The second segment; a choice offers only those that make a pair. */
function pickOther(
  active: ActiveSegmentation,
  one: Segment,
  meant: SegmentReference,
  context: CommandContext,
): Segment {
  const [found, ...more] = matchingSegments(active.segments, meant.text);
  if (found?.id === one.id && more.length === 0) {
    const { locale } = context;
    throw new UserError(says[locale].same(meant.text), { hint: about[locale].examples[0] });
  }
  const others = active.segments.filter(({ id }) => id !== one.id);
  return pickSegment({ ...active, segments: others }, meant, context);
}

/** "2 3", "2 and 3", "loyal families with bargain hunters". */
function readPair(words: Words) {
  const first = words.has("and") ? takeSegmentBefore(words, "and") : takeSegment(words);
  words.takeKeyword("and");
  return { first, second: takeSegmentBefore(words) };
}
