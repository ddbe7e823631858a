import type { Feature } from "../features/feature.ts";
import { contrast } from "./contrast.ts";
import { type Role, rolesOf } from "./roles.ts";
import type { Affinity, SegmentAffinities } from "./segmentation.ts";
import type { GroupStatistics } from "./statistics.ts";

/** Something to do for a segment, with the fact that speaks for it: a number of the members and of all customers. */
export interface Play {
  readonly code: PlayCode;
  /** The feature, channel or product that it is about; empty for `answers`. */
  readonly name: string;
  readonly value: number;
  readonly base: number;
}

export type PlayCode =
  /** Shares of spending by channel, or of purchases. */
  | "channel"
  | "channel-part"
  /** Shares of customers who bought, or of spending. */
  | "product"
  | "product-part"
  /** Rates of answer to past campaigns. */
  | "answers-more"
  | "answers-less"
  /** Means of a feature. */
  | RoleCode;

type RoleCode =
  | "deals"
  | "browsing"
  | "win-back"
  | "keep"
  | "reward"
  | "next-order"
  | "larger-basket"
  | "awaken"
  | "better-range"
  | "good-value";

/** What the plays of a segment are found in. */
export interface PlaybookFacts {
  readonly features: readonly Feature[];
  readonly segment: GroupStatistics & { readonly affinities?: SegmentAffinities };
  readonly base: GroupStatistics;
}

const mostPlays = 3;
/** A share must be this much larger than everybody's, as a ratio and in points, to be advice. */
const leastRatio = 1.15;
const leastPoints = 0.03;
/** Of a deviation: below this a mean is like everybody's. */
const leastEffect = 0.3;

/**
 * Two or three things to do for a segment, the best founded first; fewer where the data hold no fact for them.
 *
 * @example
 * const deals = { name: "deals", labels: { en: "", es: "", pt: "" }, unit: "count", family: "behaviour", transform: "none" };
 * playbook({ features: [deals], segment: { size: 50, means: [5], deviations: [1], counts: [50] },
 *   base: { size: 500, means: [2], deviations: [2], counts: [500] } }); // => [{ code: "deals", name: "deals", value: 5, base: 2 }]
 */
export function playbook(facts: PlaybookFacts): readonly Play[] {
  const found = [...channelPlays(facts), ...productPlays(facts), ...answerPlays(facts), ...rolePlays(facts)];
  return found
    .toSorted((a, b) => b.strength - a.strength)
    .slice(0, mostPlays)
    .map(({ code, name, value, base }) => ({ code, name, value, base }));
}

/** A play with how much it says: the logarithm of the ratio to the base. */
type Weighed = Play & { readonly strength: number };

interface Share {
  readonly name: string;
  readonly value: number;
  readonly base: number;
}

/** The share that exceeds everybody's most, if it does so by enough. */
function best(shares: readonly Share[], code: PlayCode): readonly Weighed[] {
  return shares
    .filter(({ value, base }) => value >= base * leastRatio && value - base >= leastPoints)
    .map((share) => ({ code, ...share, strength: ratioOf(share) }))
    .toSorted((a, b) => b.strength - a.strength)
    .slice(0, 1);
}

function ratioOf({ value, base }: Pick<Share, "value" | "base">): number {
  return Math.abs(Math.log(Math.max(value, base / 20) / base));
}

/** Shares of spending by channel, as orders give them; of purchases, where a file counts them by channel. */
function channelPlays(facts: PlaybookFacts): readonly Weighed[] {
  const given = named(facts, /^channel_/u, "share");
  if (given.length > 1) return best(given, "channel");
  const counted = /(web|store|catalog\w*|online|shop|tienda|loja|app)_?(purchases|orders|compras|pedidos)$/u;
  return best(partsOf(named(facts, counted, "count")), "channel-part");
}

/** Families of products: counted in orders, or as amounts that a file has by product. */
function productPlays(facts: PlaybookFacts): readonly Weighed[] {
  const { products } = facts.segment.affinities ?? { products: [] };
  if (products.length > 0) return best(products.map(asShare), "product");
  return best(partsOf(named(facts, /^(mnt|amount|spent|gasto|valor)_/u, "money")), "product-part");
}

function asShare({ name, share, baseShare }: Affinity): Share {
  return { name, value: share, base: baseShare };
}

/** The features of a kind, by their means. */
function named(
  { features, segment, base }: PlaybookFacts,
  pattern: RegExp,
  unit: Feature["unit"],
): readonly Share[] {
  return features.flatMap((feature, position) => {
    const [value, other] = [segment.means[position], base.means[position]];
    const isKnown = typeof value === "number" && typeof other === "number" && other > 0;
    const isMeant = pattern.test(feature.name) && feature.unit === unit && feature.setAside !== "constant";
    return isMeant && isKnown ? [{ name: feature.name, value, base: other }] : [];
  });
}

/** Means of parts as shares of their sum, in the segment and in the base. */
function partsOf(parts: readonly Share[]): readonly Share[] {
  if (parts.length < 2) return [];
  const sum = (of: (share: Share) => number) => parts.reduce((total, part) => total + of(part), 0);
  const [own, all] = [sum(({ value }) => value), sum(({ base }) => base)];
  if (own <= 0 || all <= 0) return [];
  return parts.map(({ name, value, base }) => ({ name, value: value / own, base: base / all }));
}

/** Answers to past campaigns, where enough were asked: more is a reason to write, less one to save the contacts. */
function answerPlays({ segment }: PlaybookFacts): readonly Weighed[] {
  const answers = segment.affinities?.answers ?? null;
  if (answers === null || answers.customers < 30 || answers.baseShare <= 0) return [];
  const { share: value, baseShare: base } = answers;
  const strength = ratioOf({ value, base });
  if (strength < Math.log(leastRatio)) return [];
  return [{ code: value > base ? "answers-more" : "answers-less", name: "", value, base, strength }];
}

/** What a mean that stands out asks for. */
const rolePlay: readonly (readonly [Role, 1 | -1, RoleCode])[] = [
  ["deals", 1, "deals"],
  ["browsing", 1, "browsing"],
  ["recency", 1, "win-back"],
  ["recency", -1, "keep"],
  ["monetary", 1, "reward"],
  ["frequency", -1, "next-order"],
  ["ticket", -1, "larger-basket"],
  ["score", 1, "reward"],
  ["score", -1, "awaken"],
  ["income", 1, "better-range"],
  ["income", -1, "good-value"],
];

function rolePlays({ features, segment, base }: PlaybookFacts): readonly Weighed[] {
  const positions = rolesOf(features);
  const contrasts = contrast(segment, base);
  const effectOf = (role: Role) =>
    contrasts.find(({ feature }) => feature === positions.get(role))?.effect ?? 0;
  return rolePlay.flatMap(([role, sign, code]) => {
    const position = positions.get(role);
    const found = contrasts.find(({ feature }) => feature === position);
    const feature = position === undefined ? undefined : features[position];
    if (found === undefined || feature === undefined || found.low * found.high <= 0) return [];
    if (found.effect * sign < leastEffect) return [];
    // Who buys more often than others does not only look.
    if (code === "browsing" && effectOf("frequency") > 0) return [];
    // A mean is a weaker reason than what members chose or answered: half its weight.
    const strength = Math.min(2, Math.abs(found.effect)) / 2;
    return [{ code, name: feature.name, value: found.mean, base: found.baseMean, strength }];
  });
}
