import type { Feature } from "../../../analysis/features/feature.ts";
import { rolesOf } from "../../../analysis/segments/roles.ts";
import { at } from "../../../lib/at.ts";
import { UserError } from "../../../contract/errors.ts";
import { locales } from "../../../lib/locale.ts";
import type { CommandContext } from "../../grammar/command.ts";
import { fold } from "../../grammar/spelling.ts";
import { says } from "./words.ts";

/**
 * The features that `using` means: a set by its name, or each one by its name or label.
 *
 * @throws {UserError} When one is unknown, or is an answer to a campaign.
 */
export function pickFeatures(
  asked: readonly string[],
  { features, campaigns }: Choosable,
  context: Pick<CommandContext, "locale" | "format">,
): readonly string[] {
  const [only] = asked;
  const set = asked.length === 1 && only !== undefined ? fold(only) : "";
  if (set === "rfm") return rfmFeatures(features, context);
  if (["all", "todo", "todas", "tudo"].includes(set)) return usable(features, ["behaviour", "attribute"]);
  if (["behaviour", "behavior", "comportamiento", "comportamento"].includes(set)) {
    return usable(features, ["behaviour"]);
  }
  const isCampaign = (name: string) => campaigns.some((campaign) => fold(campaign) === fold(name));
  const others = asked
    .filter((name) => !isCampaign(name))
    .map((name) => pickFeature(name, features, context));
  const names = others.filter((feature) => !isAnswer(feature)).map(({ name }) => name);
  const answer = asked.find(isCampaign) ?? others.find(isAnswer)?.name;
  if (answer === undefined) return names;
  const line = names.length === 0 ? "recluster" : `recluster using ${names.join(",")}`;
  throw new UserError(says[context.locale].response(answer), {
    actions: [{ label: says[context.locale].without, line }],
  });
}

/** What may be asked for, and what may not. */
export interface Choosable {
  readonly features: readonly Feature[];
  /** Names of campaigns: their answers are no features. */
  readonly campaigns: readonly string[];
}

/**
 * Answers form no segments. A count of earlier campaigns that were accepted is a habit, and may; the answer to one
 * campaign, or a count with the one that is to be predicted in it, may not.
 */
function isAnswer({ family, unit, name }: Feature): boolean {
  return family === "response" && (unit !== "count" || name === "campaigns_answered");
}

/** By its whole name or label, else by words of it that no other has: "score" is `spending_score`. */
function pickFeature(
  said: string,
  features: readonly Feature[],
  { locale, format }: Pick<CommandContext, "locale" | "format">,
): Feature {
  const key = wordsOf(said).join("_");
  const named = features.map((feature) => ({
    feature,
    names: [feature.name, ...locales.map((each) => feature.labels[each])].map((name) => wordsOf(name)),
  }));
  const whole = named.find(({ names }) => names.some((name) => name.join("_") === key));
  if (whole !== undefined) return whole.feature;
  const partly = named.filter(
    ({ feature, names }) =>
      feature.family !== "category" &&
      names.some((name) => wordsOf(said).every((word) => name.includes(word))),
  );
  const [first] = partly;
  if (first !== undefined && partly.length === 1) return first.feature;
  if (first !== undefined) {
    const choices = partly.slice(0, 5).map(({ feature }) => feature.name);
    throw new UserError(says[locale].severalFeatures(said, format.either(choices)));
  }
  const some = usable(features, ["behaviour", "attribute"]).slice(0, 6).join(", ");
  throw new UserError(says[locale].noSuchFeature(said, some), { hint: "recluster using all" });
}

function wordsOf(name: string): readonly string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

function rfmFeatures(
  features: readonly Feature[],
  { locale }: Pick<CommandContext, "locale">,
): readonly string[] {
  const roles = rolesOf(features);
  return (["recency", "frequency", "monetary"] as const).map((role) => {
    const position = roles.get(role);
    if (position === undefined) throw new UserError(says[locale].noRfm, { hint: "recluster" });
    return at(features, position).name;
  });
}

/** Features of some families that can tell customers apart; parts of a total count through it. */
function usable(features: readonly Feature[], families: readonly Feature["family"][]): readonly string[] {
  const idle = new Set(["constant", "sparse", "duplicate", "part"]);
  return features
    .filter(({ family, setAside }) => families.includes(family) && !idle.has(setAside ?? ""))
    .map(({ name }) => name);
}
