import type {
  CompressionEvidence,
  DensityEvidence,
  LeafEvidence,
} from "../../../analysis/clustering/evidence.ts";
import type { StoredSegmentation } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import type { Chart, ReplyBody } from "../../../contract/reply.ts";
import { formatPeople } from "../../speech/segment-words.ts";
import { evidenceSays } from "./evidence-words.ts";

/** How a candidate was made: "k-means", "k-means on 5 components", "DBSCAN". */
export function methodName({ method, metrics: { evidence } }: StoredSegmentation, format: Format): string {
  const words = evidenceSays[format.locale];
  if (evidence?.kind !== "compression") return words.methods[method];
  return words.compressed(format.number(evidence.codes), evidence.by);
}

/** What the method shows for itself, in sentences. */
export function evidenceLines(run: StoredSegmentation, format: Format): readonly string[] {
  const { evidence, silhouette } = run.metrics;
  const words = evidenceSays[format.locale];
  if (run.method === "rfm") return [words.rules];
  if (evidence?.kind === "density") return [radiusLine(evidence, format), outliersLine(run, format)];
  if (evidence?.kind === "compression") return compressionLines(evidence, silhouette, format);
  if (evidence?.kind === "leaves") return leafLines(evidence, silhouette, format);
  return [];
}

/** The pictures of the same. */
export function evidenceCharts(
  { metrics: { evidence } }: StoredSegmentation,
  format: Format,
): readonly Chart[] {
  return evidence?.kind === "density" ? [distanceChart(evidence, format)] : [];
}

/** The answer of a method that found nothing usable: what it saw instead. */
export function nothingReply(run: StoredSegmentation, evidence: DensityEvidence, format: Format): ReplyBody {
  const { locale } = format;
  const words = evidenceSays[locale];
  const { code, groups, noise, largest } = evidence.verdict;
  const figures = {
    groups: format.number(groups),
    noise: format.percent(noise, 0),
    largest: format.percent(largest, 0),
  };
  return {
    headline: code === "usable" ? words.noOutliers : words.nothing(code, figures),
    paragraphs: [radiusLine(evidence, format), words.unchanged],
    charts: [distanceChart(evidence, format)],
    actions: [{ label: words.instead, line: `recluster using ${run.placement.features.join(",")}` }],
    data: {
      run: run.id,
      method: run.method,
      features: run.placement.features,
      verdict: { ...evidence.verdict },
    },
  };
}

function radiusLine({ epsilon, neighbors }: DensityEvidence, format: Format): string {
  return evidenceSays[format.locale].radius(format.number(epsilon, 2), format.number(neighbors));
}

function outliersLine({ placement, segments }: StoredSegmentation, format: Format): string {
  const words = evidenceSays[format.locale];
  const outliers = placement.by === "density" ? segments[placement.outliers] : undefined;
  if (outliers === undefined || outliers.statistics.size === 0) return words.noOutliers;
  const { size, share } = outliers.statistics;
  return words.outliers(formatPeople(size, format), format.percent(share));
}

function compressionLines(
  { by, codes, features, pcaError, autoencoderError, codeSilhouette }: CompressionEvidence,
  silhouette: number,
  format: Format,
): readonly string[] {
  const words = evidenceSays[format.locale];
  return [
    words.compression({
      by,
      codes: format.number(codes),
      features: format.number(features),
      // Features have variance 1: the mean squared error is the part of the variance that is lost.
      pca: format.percent(pcaError),
      autoencoder: format.percent(autoencoderError),
      better: autoencoderError < pcaError ? "autoencoder" : "pca",
    }),
    words.codeSilhouette(format.number(codeSilhouette, 2), format.number(silhouette, 2)),
  ];
}

function leafLines(
  { explained, leafSilhouette, plain }: LeafEvidence,
  silhouette: number,
  format: Format,
): readonly string[] {
  const words = evidenceSays[format.locale];
  const share = (value: number) => format.percent(value, 0);
  return [
    words.leaves(
      share(Math.max(0, explained)),
      format.number(leafSilhouette, 2),
      format.number(silhouette, 2),
    ),
    words.plain(share(plain.share), share(plain.segmentRevenue), share(plain.sortedRevenue)),
    words.topTenth(format.percent(plain.topTenth, 1)),
  ];
}

function distanceChart({ distances, epsilon, neighbors }: DensityEvidence, format: Format): Chart {
  const words = evidenceSays[format.locale];
  const last = Math.max(1, distances.length - 1);
  const within = distances.filter((distance) => distance <= epsilon).length;
  const part = Math.max(0, within - 1) / last;
  const [radius, reached] = [format.number(epsilon, 2), format.percent(part, 0)];
  return {
    spec: "neighbor-distance",
    rows: [
      ...distances.map((distance, index) => ({ part: index / last, distance })),
      { part, distance: epsilon, label: words.radiusLabel(radius) },
    ],
    words: {
      title: words.distanceTitle(reached, format.number(neighbors - 1), radius),
      x: words.distanceX,
      y: words.distanceY,
    },
    altText: words.distanceAlt(reached, radius),
  };
}
