import type { AskedDivision } from "../../../analysis/division/division.ts";
import { loadCampaigns } from "../../../db/campaigns/response-models.ts";
import { type CommandContext, defineCommand } from "../../grammar/command.ts";
import { requireActive } from "../../grammar/segment-reader.ts";
import { readAsked } from "./read.ts";
import { pickFeatures } from "./using.ts";
import { about, says } from "./words.ts";

export const recluster = defineCommand({
  name: "recluster",
  role: "analyst",
  privacy: "totals",
  writes: true,
  about,
  read: readAsked,

  async answer(asked, context) {
    const { locale } = context;
    const chosen = await chooseFeatures(asked, context);
    const job = await context.start("recluster", { ...asked, ...(chosen && { using: chosen }) });
    const headline = says[locale].started;
    return { headline, job, data: { job: job.id } };
  },
});

/** Names of the features that were meant; undefined for those that form segments by themselves. */
async function chooseFeatures(
  { method, using }: AskedDivision,
  context: CommandContext,
): Promise<readonly string[] | undefined> {
  const { features } = await requireActive(context);
  const said = method === "rfm" ? ["rfm"] : using;
  if (said === undefined) return undefined;
  const campaigns = (await loadCampaigns(context.db)).map(({ name }) => name);
  return pickFeatures(said, { features, campaigns }, context);
}
