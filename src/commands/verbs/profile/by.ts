import { histogramEdges } from "../../../analysis/features/histogram.ts";
import type { Feature } from "../../../analysis/features/feature.ts";
import { at } from "../../../lib/at.ts";
import { loadAttributeNames } from "../../../db/people/customers.ts";
import { loadFeatureRange, loadHistogram, loadLevels } from "../../../db/features/distributions.ts";
import type { ActiveSegmentation, Segment } from "../../../db/segmentations/segmentations.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import type { CommandContext } from "../../grammar/command.ts";
import { flagLevels, levelsReply } from "./levels-reply.ts";
import { type FeatureReference, pickMeasure } from "./feature-reader.ts";
import { histogramReply, noValuesReply } from "./histogram-reply.ts";

/** Bins that a histogram of a segment aims at. */
const wantedBins = 12;

/** One measure of a segment against all customers, as a distribution. */
export async function profileBy(
  active: ActiveSegmentation,
  segment: Segment,
  meant: FeatureReference,
  context: CommandContext,
): Promise<ReplyBody> {
  const { db, format } = context;
  const measure = pickMeasure(active, await loadAttributeNames(db), meant, context);
  if (measure.kind === "text") {
    const levels = await loadLevels(db, active, segment.id, measure.attribute);
    return levelsReply(segment, { label: measure.attribute, levels }, context);
  }
  const { feature, position } = measure;
  if (feature.unit === "flag") {
    const levels = flagLevels(active, segment, position, format);
    return levelsReply(segment, { label: feature.labels[format.locale], levels }, context);
  }
  const range = await loadFeatureRange(db, active, position);
  if (range.low === null || range.high === null) return noValuesReply(segment, feature, format);
  const edges = histogramEdges(...roomFor(feature, range.low, range.high), wantedBins);
  const histogram = await loadHistogram(db, active, { segmentId: segment.id, position }, edges);
  const means = [at(segment.statistics.means, position), at(active.metrics.base.means, position)] as const;
  return histogramReply(segment, { feature, histogram, means }, format);
}

/** Whole things need bins of at least one: there are no customers with 2.5 orders. */
function roomFor({ unit }: Feature, low: number, high: number): readonly [number, number] {
  return unit === "count" && high - low < wantedBins ? [low, low + wantedBins] : [low, high];
}
