import type { SegmentStability } from "../../../analysis/clustering/stability.ts";
import { mayActAs } from "../../../contract/actor.ts";
import type { ActiveSegmentation, Segment } from "../../../db/segmentations/segmentations.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import type { CommandContext } from "../../grammar/command.ts";
import { titleOf } from "../../speech/segment-words.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { proofSays } from "./proof-words.ts";

/** How often somebody has said that they want the list of a segment that is not solid. */
export type Insistence = 0 | 1 | 2;

/** Takes `anyway`, and `anyway unstable`. */
export function takeInsistence(words: Words): Insistence {
  if (!words.takeKeyword("anyway")) return 0;
  return words.takeKeyword("unstable") ? 2 : 1;
}

/**
 * The question that stands before a list of a segment that is not solid: one for a blurry segment, two, and only for an
 * analyst, for one that should not be used.
 *
 * @returns Undefined when the list may leave.
 */
export function questionOf(
  active: ActiveSegmentation,
  segment: Segment,
  insistence: Insistence,
  context: CommandContext,
): ReplyBody | undefined {
  const proof = active.metrics.stability?.[active.segments.indexOf(segment)];
  if (proof === undefined || proof.verdict === "solid") return undefined;
  if (proof.verdict === "blurry") return insistence > 0 ? undefined : askBlurry(segment, proof, context);
  const isAnalyst = mayActAs(context.actor.role, "analyst");
  if (isAnalyst && insistence === 2) return undefined;
  return isAnalyst && insistence === 1
    ? askAgain(segment, proof, context)
    : warn(segment, proof, context, isAnalyst);
}

function askBlurry(segment: Segment, proof: SegmentStability, context: CommandContext): ReplyBody {
  const says = proofSays[context.locale];
  const headline = says.blurry(titleOf(segment, context.format), context.format.percent(proof.jaccard, 0));
  const anyway = { label: says.anyway, line: `${context.line} anyway` };
  return question(segment, proof, context, { headline, paragraphs: [says.why], actions: [anyway] });
}

function warn(
  segment: Segment,
  proof: SegmentStability,
  context: CommandContext,
  isAnalyst: boolean,
): ReplyBody {
  const says = proofSays[context.locale];
  const headline = says.unusable(titleOf(segment, context.format), context.format.percent(proof.jaccard, 0));
  const anyway = { label: says.anyway, line: `${context.line} anyway`, style: "danger" } as const;
  return question(segment, proof, context, {
    headline,
    paragraphs: isAnalyst ? [says.why] : [says.why, says.onlyAnalyst],
    actions: isAnalyst ? [anyway] : [],
  });
}

function askAgain(segment: Segment, proof: SegmentStability, context: CommandContext): ReplyBody {
  const says = proofSays[context.locale];
  const understood = {
    label: says.understood,
    line: `${context.line} unstable`,
    style: "danger",
    confirm: says.confirm,
  } as const;
  return question(segment, proof, context, {
    headline: says.second(titleOf(segment, context.format)),
    paragraphs: [says.secondWhy],
    actions: [understood],
  });
}

function question(
  segment: Segment,
  { jaccard, verdict }: SegmentStability,
  { locale }: CommandContext,
  parts: Pick<ReplyBody, "headline"> & Required<Pick<ReplyBody, "paragraphs" | "actions">>,
): ReplyBody {
  const see = { label: proofSays[locale].see, line: `profile ${segment.number}` };
  return {
    ...parts,
    actions: [...parts.actions, see],
    data: { number: segment.number, stability: jaccard, verdict },
  };
}
