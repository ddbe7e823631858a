import { goals } from "../../../analysis/response/goals.ts";
import type { PlanDefinition } from "../../../analysis/campaigns/plan.ts";
import { findPlan } from "../../../db/campaigns/plans.ts";
import { UserError } from "../../../contract/errors.ts";
import type { FormField, ReplyBody } from "../../../contract/reply.ts";
import type { CommandContext } from "../../grammar/command.ts";
import { goalNames } from "../../speech/goal-words.ts";
import { requireActive } from "../../grammar/segment-reader.ts";
import { askingSays } from "./asking-words.ts";

/** A plan as a form: its answer is `target` with what was filled in, a new plan. */
export async function planForm(id: number, context: CommandContext): Promise<ReplyBody> {
  const { db, locale } = context;
  const words = askingSays[locale];
  const plan = await findPlan(db, id);
  if (plan === undefined) throw new UserError(words.noSuchPlan(`p${id}`), { hint: "target" });
  const active = await requireActive(context);
  const segment = active.segments.find((one) => one.id === plan.definition.segmentId);
  return {
    headline: words.formHeadline(`p${id}`),
    form: {
      title: words.formTitle,
      submit: words.formSubmit,
      line: "target",
      fields: fieldsOf(plan.definition, segment?.number, context),
    },
    data: { plan: id },
  };
}

/** In the order of the grammar: whom, where, for how much. */
function fieldsOf(
  { criterion, money }: PlanDefinition,
  segment: number | undefined,
  { locale }: CommandContext,
): readonly FormField[] {
  const { fields } = askingSays[locale];
  const choices = goals.map((goal) => ({ label: goalNames[locale][goal], value: goal }));
  const number = (name: string, label: string, value: number | undefined): FormField => ({
    name,
    label,
    kind: "number",
    optional: true,
    ...(value === undefined ? {} : { value: String(value) }),
  });
  return [
    {
      name: "",
      key: "goal",
      label: fields.goal,
      kind: "choice",
      choices,
      optional: true,
      ...(criterion.kind === "goal" ? { value: criterion.goal } : {}),
    },
    number("top", fields.top, criterion.kind === "top" ? criterion.people : undefined),
    {
      name: "in",
      label: fields.segment,
      kind: "segment",
      optional: true,
      ...(segment === undefined ? {} : { value: String(segment) }),
    },
    number("cost", fields.cost, money?.cost),
    number("value", fields.value, money?.value),
    number("budget", fields.budget, money?.budget),
  ];
}
