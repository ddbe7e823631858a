import { defaultColumns, defaultPlanColumns, segmentAudience } from "../../../db/campaigns/audiences.ts";
import { findPlan, findPlanAudience } from "../../../db/campaigns/plans.ts";
import type { ActiveSegmentation } from "../../../db/segmentations/segmentations.ts";
import { UserError } from "../../../contract/errors.ts";
import type { CommandContext } from "../../grammar/command.ts";
import type { MovesAsked } from "../moves/read.ts";
import { nameOf, pickSegment, type SegmentReference } from "../../grammar/segment-reader.ts";
import { titleOf } from "../../speech/segment-words.ts";
import { findMovers } from "./movers.ts";
import type { FoundList } from "./found-list.ts";
import { says } from "./words.ts";

/** Whose list: a segment's, a plan's (`p7`), or that of those who changed segment. */
export type Whose =
  | { readonly kind: "segment"; readonly segment: SegmentReference }
  | { readonly kind: "plan"; readonly id: number }
  | { readonly kind: "movers"; readonly asked: MovesAsked };

/** Finds the people of a list. */
export async function findList(
  whose: Whose,
  active: ActiveSegmentation,
  context: CommandContext,
): Promise<FoundList> {
  const { db, locale, format } = context;
  const words = says[locale];
  if (whose.kind === "movers") return findMovers(whose.asked, active, context);
  if (whose.kind === "segment") {
    const segment = pickSegment(active, whose.segment, context);
    return {
      title: titleOf(segment, format),
      fileName: `${words.fileName}-${segment.number}-${nameOf(segment, locale)}`,
      source: { kind: "segment", segmentId: segment.id },
      back: { label: words.profile, line: `profile ${segment.number}` },
      data: { number: segment.number },
      audience: segmentAudience(segment.id),
      columns: defaultColumns(active),
    };
  }
  const plan = await findPlan(db, whose.id);
  if (plan === undefined) throw new UserError(words.noSuchPlan(`p${whose.id}`), { hint: "target" });
  return {
    title: words.plan(`p${plan.id}`),
    fileName: `${words.planFile}-p${plan.id}`,
    source: { kind: "plan", planId: plan.id },
    back: { label: words.goals, line: "goals" },
    data: { plan: plan.id },
    audience: await findPlanAudience(db, plan),
    columns: defaultPlanColumns(active),
  };
}
