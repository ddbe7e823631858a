import {
  type Audience,
  countAudience,
  defaultColumns,
  defaultPlanColumns,
  hasIdLike,
  segmentAudience,
} from "../../db/audiences.ts";
import { loadAttributeNames } from "../../db/customers.ts";
import { findPlan, planAudience } from "../../db/plans.ts";
import type { ActiveSegmentation } from "../../db/segmentations.ts";
import { UserError } from "../../errors.ts";
import type { Locale } from "../../locale.ts";
import { isPersonalColumn, personalIdPattern } from "../../privacy.ts";
import { type CommandContext, defineCommand } from "../command.ts";
import { signFooter } from "../footer.ts";
import {
  nameOf,
  pickSegment,
  requireActive,
  type SegmentReference,
  takeSegmentBefore,
} from "../segment-reader.ts";
import { titleOf } from "../segment-words.ts";
import { fold } from "../spelling.ts";
import type { Words } from "../words-reader.ts";
import { questionOf, takeInsistence } from "./proof.ts";
import { type ExportList, exportReply } from "./reply.ts";
import { about, says } from "./words.ts";

/** Whose list: a segment's, or a plan's (`p7`). */
type Whose =
  | { readonly kind: "segment"; readonly segment: SegmentReference }
  | { readonly kind: "plan"; readonly id: number };

export const exportCommand = defineCommand({
  name: "export",
  role: "marketer",
  about,
  read(words) {
    const id = takePlanId(words);
    const whose: Whose =
      id === undefined
        ? { kind: "segment", segment: takeSegmentBefore(words, "columns", "anyway") }
        : { kind: "plan", id };
    const columns = words.takeKeyword("columns") ? takeColumns(words) : undefined;
    return { whose, columns, insistence: takeInsistence(words) };
  },

  async answer({ whose, columns: asked, insistence }, context) {
    const { db, locale } = context;
    const active = await requireActive(context);
    const question =
      whose.kind === "segment"
        ? questionOf(active, pickSegment(active, whose.segment, context), insistence, context)
        : undefined;
    if (question !== undefined) return question;
    const list = await findList(whose, active, context);
    const columns =
      asked === undefined ? list.columns : pickColumns(asked, active, await loadAttributeNames(db), locale);
    const counted = await countAudience(db, list.audience);
    const behaviour = active.features.filter(({ family }) => family === "behaviour").map(({ name }) => name);
    const personal =
      columns.some((column) => isPersonalColumn(column, new Set(behaviour))) ||
      (await hasIdLike(db, list.audience, personalIdPattern));
    const file = { columns, personal, asOf: active.asOf };
    const reply = exportReply(list, counted, file, context.format);
    return { ...reply, footer: [...(reply.footer ?? []), ...(await signFooter(active, context))] };
  },
});

/** A list of people with everything that its answer says of it. */
async function findList(
  whose: Whose,
  active: ActiveSegmentation,
  context: CommandContext,
): Promise<ExportList & { readonly audience: Audience; readonly columns: readonly string[] }> {
  const { db, locale, format } = context;
  const words = says[locale];
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
    audience: planAudience(plan),
    columns: defaultPlanColumns(active),
  };
}

/** `p7`; `export 7` is always segment 7. */
function takePlanId(words: Words): number | undefined {
  const [, digits] = /^p(\d{1,9})$/u.exec(words.peek()?.folded ?? "") ?? [];
  if (digits === undefined) return undefined;
  words.take();
  return Number(digits);
}

/** Names of columns, with or without commas between them. */
function takeColumns(words: Words): readonly string[] {
  const taken = words.takeUntil("anyway");
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
