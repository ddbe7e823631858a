import { contrast } from "../../../analysis/segments/contrast.ts";
import { loadWeeklySizes } from "../../../db/segmentations/segment-sizes.ts";
import { defineCommand } from "../../grammar/command.ts";
import { distinctions } from "../../speech/distinctions.ts";
import { signFooter } from "../../speech/footer.ts";
import { pickSegment, requireActive, takeSegmentBefore } from "../../grammar/segment-reader.ts";
import { takeFeature } from "./feature-reader.ts";
import { profileBy } from "./by.ts";
import { profileReply } from "./reply.ts";
import { about } from "./words.ts";

/** How far back a profile looks. */
const trendWeeks = 8;

export const profile = defineCommand({
  name: "profile",
  role: "viewer",
  privacy: "totals",
  writes: false,
  about,
  read(words) {
    const segment = takeSegmentBefore(words, "by");
    return { segment, by: words.takeKeyword("by") ? takeFeature(words) : undefined };
  },

  async answer({ segment: meant, by }, context) {
    const active = await requireActive(context);
    const segment = pickSegment(active, meant, context);
    const footer = await signFooter(active, context);
    if (by !== undefined) return { ...(await profileBy(active, segment, by, context)), footer };
    const apart = distinctions(contrast(segment.statistics, active.metrics.base), active.features);
    const question = { segmentationId: active.id, segmentId: segment.id };
    const sizes = await loadWeeklySizes(context.db, question, active.asOf, trendWeeks);
    return { ...profileReply({ active, segment, apart, sizes }, context.format), footer };
  },
});
