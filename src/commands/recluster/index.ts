import { UserError } from "../../errors.ts";
import { loadCampaigns } from "../../db/response-models.ts";
import { defineCommand } from "../command.ts";
import { isKeyword } from "../keywords.ts";
import { requireActive } from "../segment-reader.ts";
import type { Words } from "../words-reader.ts";
import { pickFeatures } from "./using.ts";
import { about, says } from "./words.ts";

const mostSegments = 15;

export const recluster = defineCommand({
  name: "recluster",
  role: "analyst",
  about,
  read(words) {
    const asked: { k: number | "auto"; using?: readonly string[] } = { k: "auto" };
    for (let more = true; more; ) {
      if (words.takeKeyword("using")) asked.using = takeFeatures(words);
      else if (words.takeKeyword("k") || /^\d+$/u.test(words.peek()?.text ?? "")) asked.k = takeK(words);
      else more = false;
    }
    return asked;
  },

  async answer({ k, using }, context) {
    const { locale } = context;
    const active = await requireActive(context);
    const { features } = active;
    const campaigns = using === undefined ? [] : (await loadCampaigns(context.db)).map(({ name }) => name);
    const chosen = using && { using: pickFeatures(using, { features, campaigns }, context) };
    const job = await context.start("recluster", { k, ...chosen });
    const headline = says[locale].started;
    return { locale, outcome: "ok", privacy: "totals", headline, job, data: { job: job.id } };
  },
});

function takeK(words: Words): number | "auto" {
  const word = words.take();
  if (word === undefined) throw words.missing(says[words.locale].howMany);
  if (isKeyword(word.folded, "auto")) return "auto";
  const k = /^\d{1,3}$/u.test(word.text) ? Number(word.text) : 0;
  if (k >= 2 && k <= mostSegments) return k;
  throw new UserError(says[words.locale].badK(word.text), { hint: words.about.examples[1] ?? "recluster" });
}

/** Names of features, with or without commas between them. */
function takeFeatures(words: Words): readonly string[] {
  const taken = words.takeUntil("k", "method", "compress");
  if (taken.length === 0) throw words.missing(says[words.locale].whichFeatures);
  return taken.flatMap((word) =>
    word.quoted ? [word.text] : word.text.split(",").filter((name) => name !== ""),
  );
}
