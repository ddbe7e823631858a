import type { Feature } from "../../../analysis/features/feature.ts";
import { at } from "../../../lib/at.ts";
import type { CustomerFound } from "../../../db/people/customers.ts";
import type { ActiveSegmentation } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import type { Fact, ReplyBody } from "../../../contract/reply.ts";
import { compareValues, formatValue } from "../../speech/comparison.ts";
import { nameOf } from "../../grammar/segment-reader.ts";
import { titleOf } from "../../speech/segment-words.ts";
import { says } from "./words.ts";

/** One customer for the actor's eyes: the segment, and what is unusual about them. */
export function customerReply(active: ActiveSegmentation, found: CustomerFound, format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const segment = active.segments.find(({ number }) => number === found.segment);
  const unusual = unusualValues(active, found).slice(0, 4);
  return {
    headline:
      segment === undefined || found.since === null
        ? words.notPlaced(found.key)
        : words.headline(found.key, titleOf(segment, format), format.day(found.since)),
    facts: [
      ...unusual.map(({ feature, value, average }) => ({
        label: feature.labels[locale],
        value: formatValue(feature, value, format),
        comparison: compareValues(feature, { value, other: average }, format),
      })),
      contactFact(found, format),
    ],
    actions: [
      segment === undefined
        ? { label: words.list, line: "list" }
        : { label: words.profile(nameOf(segment, locale)), line: `profile ${segment.number}` },
    ],
    data: {
      customer: found.key,
      segment: found.segment,
      distance: found.distance,
      since: found.since,
      values: Object.fromEntries(active.features.map(({ name }, i) => [name, known(found.values?.[i])])),
    },
  };
}

function contactFact({ consent, whyNot }: CustomerFound, { locale }: Format): Fact {
  const words = says[locale];
  const value = whyNot === null ? words.consent[consent === "yes" ? "yes" : "unknown"] : words.whyNot[whyNot];
  return { label: words.mayContact, value };
}

interface UnusualValue {
  readonly feature: Feature;
  readonly value: number;
  readonly average: number;
  /** Distance from the average in standard deviations. */
  readonly distance: number;
}

/** The customer's values among the features that form segments, farthest from the average first. */
function unusualValues(active: ActiveSegmentation, { values }: CustomerFound): readonly UnusualValue[] {
  const { means, deviations } = active.metrics.base;
  return active.features
    .flatMap((feature, i) => {
      const [value, average, deviation] = [known(values?.[i]), at(means, i), at(deviations, i)];
      if (feature.setAside !== undefined || value === null || average === null || !deviation) return [];
      return [{ feature, value, average, distance: Math.abs(value - average) / deviation }];
    })
    .sort((first, second) => second.distance - first.distance);
}

function known(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}
