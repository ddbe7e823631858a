import type { PrincipalComponents } from "../../../analysis/clustering/pca.ts";
import type { Feature } from "../../../analysis/features/feature.ts";
import { cell, type Matrix, rowOf } from "../../../analysis/numbers/matrix.ts";
import { at } from "../../../lib/at.ts";
import type { ActiveSegmentation, Segment } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import type { Chart, ReplyBody } from "../../../contract/reply.ts";
import { decapitalize } from "../../speech/comparison.ts";
import { nameOf } from "../../grammar/segment-reader.ts";
import { numberedName } from "../../speech/segment-words.ts";
import { says } from "./words.ts";

/** Customers on a plane: what its two directions are, where each one is, and in which segment. */
interface Plane {
  readonly directions: PrincipalComponents;
  /** n × 2. */
  readonly places: Matrix;
  readonly segments: readonly number[];
}

/** A direction of the map in words: the feature that it follows most, and which way. */
interface Direction {
  readonly label: string;
  /** 1 where the feature grows with the coordinate, else -1. */
  readonly sign: 1 | -1;
  /** Share of the differences between customers along it, in [0, 1]. */
  readonly part: number;
}

/** The segments as a map, with what its directions mean. */
export function mapReply(active: ActiveSegmentation, plane: Plane, format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const [first, second] = [directionOf(active, plane, 0, format), directionOf(active, plane, 1, format)];
  const count = format.number(active.segments.length);
  return {
    headline: words.headline(count, first.label, second.label),
    facts: [
      { label: words.horizontal, value: first.label, comparison: format.percent(first.part, 0) },
      { label: words.vertical, value: second.label, comparison: format.percent(second.part, 0) },
    ],
    charts: [mapChart(active, plane, [first, second], format)],
    caveat: words.caveat(format.percent(first.part + second.part, 0)),
    actions: active.segments.slice(0, 4).map((segment) => ({
      label: words.profile(nameOf(segment, locale)),
      line: `profile ${segment.number}`,
    })),
    data: {
      explained: [first.part, second.part],
      directions: [0, 1].map((component) => loadingsOf(active, plane, component)),
    },
  };
}

function loadingsOf(active: ActiveSegmentation, { directions }: Plane, component: number) {
  const loadings = rowOf(directions.loadings, component);
  return Object.fromEntries(active.placement.features.map((name, i) => [name, at(loadings, i)]));
}

/** The feature with the largest loading; for the second direction another one than for the first. */
function directionOf(active: ActiveSegmentation, plane: Plane, component: number, format: Format): Direction {
  const loadings = rowOf(plane.directions.loadings, component);
  const taken = component === 0 ? undefined : strongest(rowOf(plane.directions.loadings, 0));
  const position = strongest(loadings, taken);
  const feature = featureNamed(active, at(active.placement.features, position));
  return {
    label: decapitalize(feature.labels[format.locale]),
    sign: at(loadings, position) >= 0 ? 1 : -1,
    part: at(plane.directions.explained, component),
  };
}

function strongest(loadings: ArrayLike<number>, except?: number): number {
  const positions = Array.from(loadings, (_, position) => position).filter((position) => position !== except);
  return positions.reduce((best, position) =>
    Math.abs(at(loadings, position)) > Math.abs(at(loadings, best)) ? position : best,
  );
}

function featureNamed(active: ActiveSegmentation, name: string): Feature {
  const feature = active.features.find((candidate) => candidate.name === name);
  if (feature === undefined) throw new Error("a feature of the placement is not in the feature set");
  return feature;
}

/** Turned so that both directions grow with the feature that names them. */
function mapChart(
  active: ActiveSegmentation,
  { places, segments }: Plane,
  directions: readonly [Direction, Direction],
  format: Format,
): Chart {
  const words = says[format.locale];
  const [first, second] = directions;
  const points = segments.map((segment, row) => ({
    segment,
    x: cell(places.values, 2 * row) * first.sign,
    y: cell(places.values, 2 * row + 1) * second.sign,
  }));
  const centers = active.segments.flatMap((segment) => {
    const members = points.filter((point) => point.segment === segment.number);
    return members.length === 0 ? [] : [{ ...centerOf(members), segment: segment.number, of: segment }];
  });
  const count = format.number(active.segments.length);
  return {
    spec: "segment-map",
    rows: [...points, ...centers.map(({ of, ...center }) => ({ ...center, name: numberedName(of, format) }))],
    words: {
      title: words.title(count, first.label),
      x: words.more(first.label, "→"),
      y: words.more(second.label, "↑"),
    },
    altText: words.altText(count, first.label, second.label, placesOf(centers, format)),
  };
}

function centerOf(points: readonly { readonly x: number; readonly y: number }[]) {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
}

function placesOf(
  centers: readonly { readonly x: number; readonly y: number; readonly of: Segment }[],
  format: Format,
): string {
  const words = says[format.locale];
  return centers
    .map(({ x, y, of }) =>
      words.place(nameOf(of, format.locale), x < 0 ? "left" : "right", y < 0 ? "bottom" : "top"),
    )
    .join("; ");
}
