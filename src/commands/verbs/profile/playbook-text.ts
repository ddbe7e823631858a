import type { Feature } from "../../../analysis/features/feature.ts";
import { type Play, playbook } from "../../../analysis/segments/playbook.ts";
import type { PlainRule } from "../../../analysis/segments/rule.ts";
import type { ActiveSegmentation, Segment } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import { decapitalize, formatValue } from "../../speech/comparison.ts";
import { playbookSays } from "./playbook-words.ts";

/** A rule that is right less often than this is no rule. */
const fairRule = 0.5;

/** The segment's rule in one sentence; nothing where none holds. */
export function ruleLines(active: ActiveSegmentation, segment: Segment, format: Format): readonly string[] {
  const { rule } = segment.statistics;
  if (!rule || rule.precision < fairRule || rule.coverage < fairRule) return [];
  const conditions = rule.conditions.flatMap((condition) => {
    const feature = active.features.find(({ name }) => name === condition.feature);
    return feature === undefined ? [] : [conditionText(feature, condition, format)];
  });
  if (conditions.length < rule.conditions.length) return [];
  const share = (value: number) => format.percent(value, 0);
  const says = playbookSays[format.locale];
  return [says.rule(format.list(conditions), share(rule.precision), share(rule.coverage))];
}

function conditionText(
  feature: Feature,
  { from, below }: PlainRule["conditions"][number],
  format: Format,
): string {
  const says = playbookSays[format.locale];
  const label = decapitalize(feature.labels[format.locale]);
  // There is nobody with 4.5 orders: from 4.5 on is from 5 on, and below 4.5 is below 5.
  const border = (value: number) =>
    formatValue(feature, feature.unit === "count" ? Math.ceil(value) : value, format);
  if (from === null) return says.below(label, border(below ?? 0));
  return below === null
    ? says.atLeast(label, border(from))
    : says.between(label, border(from), border(below));
}

/** Two or three things to do for the segment, each with its fact; nothing where the data hold none. */
export function playLines(active: ActiveSegmentation, segment: Segment, format: Format): readonly string[] {
  const says = playbookSays[format.locale];
  const lines = playsOf(active, segment).map((play) => {
    return `• ${says.plays[play.code]}: ${factText(play, active, format)}.`;
  });
  return lines.length === 0 ? [] : [[`${says.todo}:`, ...lines].join("\n")];
}

/** The plays of a segment as `data` holds them. */
export function playsOf({ features, metrics }: ActiveSegmentation, segment: Segment): readonly Play[] {
  return playbook({ features, segment: segment.statistics, base: metrics.base });
}

function factText(
  { code, name, value, base }: Play,
  { features }: ActiveSegmentation,
  format: Format,
): string {
  const says = playbookSays[format.locale];
  const feature = features.find((each) => each.name === name);
  const label = feature === undefined ? name : decapitalize(feature.labels[format.locale]);
  const shares = [format.percent(value), format.percent(base)] as const;
  if (code === "channel-part") return says.channelPart(label, ...shares);
  if (code === "product") return says.bought(name, ...shares);
  if (code === "product-part") return says.spent(label, ...shares);
  if (code === "answers-more" || code === "answers-less") return says.answered(...shares);
  const measured = feature ?? { unit: "none" as const };
  return says.mean(label, formatValue(measured, value, format), formatValue(measured, base, format));
}
