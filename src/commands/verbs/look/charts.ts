import type { StoredSegmentation } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import type { Chart } from "../../../contract/reply.ts";
import { candidateSays } from "../../speech/candidate-words.ts";
import { numberedName } from "../../speech/segment-words.ts";
import { says } from "./words.ts";

/** Separation and spread by the number of segments, this one's marked; none where only one number was tried. */
export function choiceCharts(run: StoredSegmentation, format: Format): readonly Chart[] {
  const words = says[format.locale];
  const { candidates } = run.metrics;
  const chosen = run.segments.length;
  const shown = candidates.find(({ k }) => k === chosen);
  if (candidates.length < 2 || shown === undefined) return [];
  const rows = (["silhouette", "inertia"] as const).flatMap((measure, index) =>
    candidates.map((candidate) => ({
      order: index + 1,
      measure: words.measures[measure],
      k: candidate.k,
      value: candidate[measure],
      label: format.number(candidate[measure], measure === "silhouette" ? 2 : 0),
      chosen: candidate.k === chosen,
    })),
  );
  const k = format.number(chosen);
  return [
    {
      spec: "choice-of-k",
      rows,
      words: { title: words.kTitle(k), k: words.kAxis },
      altText: words.kAlt(k, format.number(shown.silhouette, 2)),
    },
  ];
}

/** How well each segment comes back in resamples; none where it was not tested. */
export function stabilityCharts(run: StoredSegmentation, format: Format): readonly Chart[] {
  const { stability } = run.metrics;
  if (stability === undefined) return [];
  const words = says[format.locale];
  const { verdicts } = candidateSays[format.locale];
  const bands = [
    { band: "unusable", from: 0, to: 0.6, text: verdicts.unusable },
    { band: "blurry", from: 0.6, to: 0.75, text: verdicts.blurry },
    { band: "solid", from: 0.75, to: 1, text: verdicts.solid },
  ];
  const bars = stability.flatMap(({ jaccard, verdict }, index) => {
    const segment = run.segments[index];
    if (segment === undefined) return [];
    const name = numberedName(segment, format);
    return [
      { name, stability: jaccard, low: jaccard, high: jaccard, verdict, label: format.percent(jaccard, 0) },
    ];
  });
  const solid = bars.filter(({ verdict }) => verdict === "solid").length;
  return [
    {
      spec: "stability",
      rows: [...bands, ...bars],
      words: {
        title: words.stabilityTitle(format.number(solid), format.number(bars.length)),
        x: words.stabilityAxis,
      },
      altText: words.stabilityAlt(bars.map(({ name, label }) => `${name}: ${label}`).join("; ")),
    },
  ];
}
