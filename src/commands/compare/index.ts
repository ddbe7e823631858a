import { contrastBetween } from "../../analysis/segments/contrast.ts";
import { UserError } from "../../errors.ts";
import { defineCommand } from "../command.ts";
import { distinctions } from "../distinctions.ts";
import { signFooter } from "../footer.ts";
import { pickSegment, requireActive, takeSegment, takeSegmentBefore } from "../segment-reader.ts";
import type { Words } from "../words-reader.ts";
import { compareReply } from "./reply.ts";
import { about, says } from "./words.ts";

export const compare = defineCommand({
  name: "compare",
  role: "viewer",
  about,
  read: readPair,

  async answer({ first, second }, context) {
    const active = await requireActive(context);
    const pair = [pickSegment(active, first, context), pickSegment(active, second, context)] as const;
    const [one, other] = pair;
    if (one.id === other.id)
      throw new UserError(says[context.locale].same(first.text), { hint: "compare 1 2" });
    const apart = distinctions(contrastBetween(one.statistics, other.statistics), active.features);
    return {
      ...compareReply(active, pair, apart, context.format),
      footer: await signFooter(active, context),
    };
  },
});

/** "2 3", "2 and 3", "loyal families with bargain hunters". */
function readPair(words: Words) {
  const first = words.has("and") ? takeSegmentBefore(words, "and") : takeSegment(words);
  words.takeKeyword("and");
  return { first, second: takeSegmentBefore(words) };
}
