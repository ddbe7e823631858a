import { readFlag } from "../cells/flags.ts";
import { snakeCase } from "../file/headers.ts";
import type { ColumnProfile } from "./column-profile.ts";
import type { ColumnMapping } from "./mapping.ts";

/** What people call the answer that a model is to learn. */
const outcome =
  /^(?:y|target|label|outcome|churn\w*|is_churn\w*|attrition\w*|exited|left|converted|conversion|accepted|accepts_offer|response|responded|answer|bought|purchased|subscribed_deposit|default|abandono|baja_cliente|convertido|converteu|comprou|compro|acepto|aceitou|cancelou|evadiu)$/;

/**
 * Whether a column of a customers' file looks like an outcome: its name says so, and it holds two answers, yes and no.
 */
export function isOutcome(
  column: Pick<ColumnMapping, "role" | "header" | "campaign">,
  profile: ColumnProfile,
): boolean {
  if (column.role !== "attribute" || column.campaign !== "" || !outcome.test(snakeCase(column.header)))
    return false;
  const answers = [...profile.cells.keys()].map(readFlag);
  return profile.distinctIsExact && new Set(answers).size === 2 && !answers.includes(undefined);
}
