import { words } from "../../lib/words.ts";
import type { ActiveSegmentation, Segment } from "../../db/segmentations/segmentations.ts";
import type { Format } from "../../lib/locale.ts";
import { isSmallCell } from "../../contract/privacy.ts";
import { decapitalize } from "./comparison.ts";
import { nameOf } from "../grammar/segment-reader.ts";

/** What several commands say of segments. */
export const segmentSays = words({
  en: {
    /** `part` is "18 % of customers", `value` "41 % of sales" in the same language. */
    are: (name: string, part: string, value: string) => `${name} are ${part} and ${value}`,
    areOnly: (name: string, part: string) => `${name} are ${part}`,
    ofCustomers: (share: string) => `${share} of customers`,
    ofSales: (share: string) => `${share} of sales`,
    /** Where value is something else than money. */
    ofOther: (share: string, label: string) => `${share} of the total of “${label}”`,
    few: "under 5",
    everybody: "All customers",
    noGroups:
      "These customers form no clear groups of their own: the segments cut one crowd into useful parts, so many people are close to a border.",
  },
  es: {
    are: (name, part, value) => `${name}: ${part} y ${value}`,
    areOnly: (name, part) => `${name}: ${part}`,
    ofCustomers: (share) => `el ${share} de los clientes`,
    ofSales: (share) => `el ${share} de las ventas`,
    ofOther: (share, label) => `el ${share} del total de «${label}»`,
    few: "menos de 5",
    everybody: "Todos los clientes",
    noGroups:
      "Estos clientes no forman grupos claros por sí solos: los segmentos reparten un mismo conjunto en partes útiles, y mucha gente queda cerca de un límite.",
  },
  pt: {
    are: (name, part, value) => `${name}: ${part} e ${value}`,
    areOnly: (name, part) => `${name}: ${part}`,
    ofCustomers: (share) => `${share} dos clientes`,
    ofSales: (share) => `${share} das vendas`,
    ofOther: (share, label) => `${share} do total de “${label}”`,
    few: "menos de 5",
    everybody: "Todos os clientes",
    noGroups:
      "Esses clientes não formam grupos claros por si sós: os segmentos dividem um mesmo conjunto em partes úteis, e muita gente fica perto de uma fronteira.",
  },
});

/** "Loyal families (2)". */
export function titleOf(segment: Segment, format: Format): string {
  return `${nameOf(segment, format.locale)} (${segment.number})`;
}

/** Letters of a name that a button has room for beside its verb. */
const briefLength = 32;

/** The same for a button: a long name is cut between two words, "Customers who buy gifts for… (2)". */
export function briefTitleOf(segment: Segment, format: Format): string {
  const name = nameOf(segment, format.locale);
  if (name.length <= briefLength) return titleOf(segment, format);
  const end = name.lastIndexOf(" ", briefLength);
  return `${name.slice(0, end > 0 ? end : briefLength)}… (${segment.number})`;
}

/** "2 Loyal families", as charts and buttons show it. */
export function numberedName(segment: Segment, format: Format): string {
  return `${segment.number} ${nameOf(segment, format.locale)}`;
}

/** "18 % of customers". */
export function customersPart(segment: Segment, format: Format): string {
  return segmentSays[format.locale].ofCustomers(format.percent(segment.statistics.share));
}

/** "41 % of sales"; undefined where nothing measures value. */
export function valuePart(active: ActiveSegmentation, segment: Segment, format: Format): string | undefined {
  const { valueShare } = segment.statistics;
  const feature = valueFeature(active);
  if (valueShare === null || feature === undefined) return undefined;
  const says = segmentSays[format.locale];
  const share = format.percent(valueShare);
  return feature.unit === "money"
    ? says.ofSales(share)
    : says.ofOther(share, decapitalize(feature.labels[format.locale]));
}

/** The feature whose sum is the value of the base. */
export function valueFeature(active: ActiveSegmentation) {
  return active.features.find(({ name }) => name === active.metrics.value);
}

/** "Loyal families (2) are 18 % of customers and 41 % of sales". */
export function shareSentence(active: ActiveSegmentation, segment: Segment, format: Format): string {
  const says = segmentSays[format.locale];
  const value = valuePart(active, segment, format);
  const [name, part] = [titleOf(segment, format), customersPart(segment, format)];
  return value === undefined ? says.areOnly(name, part) : says.are(name, part, value);
}

/** A count of people; one that is too small to be shown is "under 5". */
export function formatPeople(people: number, format: Format): string {
  return isSmallCell(people) ? segmentSays[format.locale].few : format.number(people);
}

/** The same for a count that is not shown where it would give a small one away. */
export function formatShown(people: number, isHidden: boolean, format: Format): string {
  return isHidden && !isSmallCell(people) ? "–" : formatPeople(people, format);
}
