import { at } from "../../../lib/at.ts";
import type { StoredSegmentation } from "../../../db/segmentations/segmentations.ts";
import type { JsonObject, ReplyBody, Table } from "../../../contract/reply.ts";
import { candidateSays } from "../../speech/candidate-words.ts";
import { decisions, solidSegments, solidText, verdictText } from "../../speech/candidate.ts";
import type { CommandContext } from "../../grammar/command.ts";
import { nameOf } from "../../grammar/segment-reader.ts";
import { formatPeople, segmentSays } from "../../speech/segment-words.ts";
import { choiceCharts, stabilityCharts } from "./charts.ts";
import { evidenceCharts, evidenceLines, methodName } from "./evidence.ts";
import { gainLine, lineageLines } from "./gain.ts";
import { reasonLines } from "./reason.ts";
import { says } from "./words.ts";

/** Candidates, the segmentation in force, and who is for which. */
export interface Comparison {
  readonly active: StoredSegmentation;
  readonly runs: readonly StoredSegmentation[];
  readonly votes: ReadonlyMap<number, number>;
}

/** Several candidates side by side, with the segmentation in force as the measure. */
export function severalReply({ active, runs, votes }: Comparison, context: CommandContext): ReplyBody {
  const { locale, format } = context;
  const words = says[locale];
  const fresh = runs.filter(({ id }) => id !== active.id);
  const ways = fresh.map(({ id, segments }) => words.makes(`r${id}`, format.number(segments.length)));
  const [first] = fresh;
  const isActiveToo = fresh.length < runs.length;
  return {
    headline: words.several(format.list(ways)),
    table: comparisonTable({ active, runs: fresh, votes }, context),
    paragraphs: [
      ...fresh.map((run) => gainLine(run, active, format)),
      ...(first === undefined
        ? []
        : [
            ...reasonLines(first.metrics.reason, first.segments.length, format),
            ...evidenceLines(first, format),
          ]),
      ...(isActiveToo ? [words.sameToo(`r${active.id}`)] : []),
    ],
    charts: first === undefined ? [] : [...evidenceCharts(first, format), ...choiceCharts(first, format)],
    ...(first === undefined || first.metrics.naturalGroups ? {} : { caveat: segmentSays[locale].noGroups }),
    actions: fresh
      .slice(0, 4)
      .map(({ id }) => ({ label: candidateSays[locale].look(`r${id}`), line: `look r${id}` })),
    data: { candidates: fresh.map((run) => runData(run, votes)), inForce: active.id },
  };
}

/** One candidate alone: its segments, how they follow those in force, and its proof. */
export function oneReply(
  run: StoredSegmentation,
  { active, votes }: Pick<Comparison, "active" | "votes">,
  context: CommandContext,
): ReplyBody {
  const { locale, format } = context;
  const words = says[locale];
  return {
    headline: words.one(`r${run.id}`, format.number(run.segments.length)),
    table: segmentTable(run, context),
    paragraphs: [
      gainLine(run, active, format),
      ...reasonLines(run.metrics.reason, run.segments.length, format),
      ...evidenceLines(run, format),
      ...lineageLines(run, active, format),
    ],
    charts: [...stabilityCharts(run, format), ...evidenceCharts(run, format), ...choiceCharts(run, format)],
    ...(run.metrics.naturalGroups ? {} : { caveat: segmentSays[locale].noGroups }),
    actions: decisions(run.id, context),
    data: runData(run, votes),
  };
}

/** The same segments came out as there are. */
export function sameReply(active: StoredSegmentation, { locale, format }: CommandContext): ReplyBody {
  const words = says[locale];
  return {
    headline: words.same,
    charts: choiceCharts(active, format),
    actions: [{ label: words.seeInForce, line: "list" }],
    data: { inForce: active.id, version: active.version, candidates: [] },
  };
}

function comparisonTable({ active, runs, votes }: Comparison, { locale, format }: CommandContext): Table {
  const words = says[locale];
  const row = (name: string, run: StoredSegmentation) => [
    name,
    methodName(run, format),
    format.number(run.segments.length),
    formatPeople(Math.min(...run.segments.map(({ statistics }) => statistics.size)), format),
    format.number(run.metrics.silhouette, 2),
    solidText(solidSegments(run), format),
    topOf(run, { locale, format }),
    format.number(votes.get(run.id) ?? 0),
  ];
  const label = (text: string, align: "left" | "right") => ({ label: text, align });
  return {
    columns: [
      label(words.run, "left"),
      label(words.method, "left"),
      label(words.segments, "right"),
      label(words.smallest, "right"),
      label(words.separation, "right"),
      label(words.solid, "right"),
      label(words.top, "left"),
      label(words.votes, "right"),
    ],
    rows: [row(words.inForce(String(active.version)), active), ...runs.map((run) => row(`r${run.id}`, run))],
  };
}

/** The segment with the most value for its size: how unevenly revenue is spread. */
function topOf(
  { segments }: StoredSegmentation,
  { locale, format }: Pick<CommandContext, "locale" | "format">,
) {
  const worth = ({ statistics }: (typeof segments)[number]) =>
    statistics.share === 0 ? 0 : (statistics.valueShare ?? 0) / statistics.share;
  const top = segments.reduce((a, b) => (worth(b) > worth(a) ? b : a), at(segments, 0));
  const { share, valueShare } = top.statistics;
  if (valueShare === null) return nameOf(top, locale);
  return says[locale].topShare(format.percent(share), format.percent(valueShare));
}

function segmentTable(run: StoredSegmentation, { locale, format }: CommandContext): Table {
  const words = says[locale];
  return {
    columns: [
      { label: words.number, align: "right" },
      { label: words.name, align: "left" },
      { label: words.customers, align: "right" },
      { label: words.shareOfValue, align: "right" },
      { label: words.proofColumn, align: "left" },
    ],
    rows: run.segments.map((segment, index) => {
      const { size, share, valueShare } = segment.statistics;
      const proof = run.metrics.stability?.[index];
      return [
        String(segment.number),
        nameOf(segment, locale),
        `${formatPeople(size, format)} (${format.percent(share)})`,
        valueShare === null ? "–" : format.percent(valueShare),
        proof === undefined ? "–" : verdictText(proof, format),
      ];
    }),
  };
}

function runData(run: StoredSegmentation, votes: Comparison["votes"]): JsonObject {
  return {
    run: run.id,
    method: run.method,
    ...(run.metrics.evidence && { evidence: { ...run.metrics.evidence } }),
    segments: run.segments.map(({ number, key, names, statistics }, index) => ({
      number,
      key,
      names: { ...names },
      customers: statistics.size < 5 ? null : statistics.size,
      stability: run.metrics.stability?.[index]?.jaccard ?? null,
      verdict: run.metrics.stability?.[index]?.verdict ?? null,
    })),
    silhouette: run.metrics.silhouette,
    features: run.placement.features,
    votes: votes.get(run.id) ?? 0,
  };
}
