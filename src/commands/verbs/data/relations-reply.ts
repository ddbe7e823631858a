import type { Feature } from "../../../analysis/features/feature.ts";
import { cell, takeColumns } from "../../../analysis/numbers/matrix.ts";
import { type Relation, type Relations, relations } from "../../../analysis/segments/relations.ts";
import { at } from "../../../lib/at.ts";
import { loadFeatureSample } from "../../../db/features/features.ts";
import type { ActiveSegmentation } from "../../../db/segmentations/segmentations.ts";
import { UserError } from "../../../contract/errors.ts";
import type { Format } from "../../../lib/locale.ts";
import type { Chart, ReplyBody } from "../../../contract/reply.ts";
import type { CommandContext } from "../../grammar/command.ts";
import { decapitalize } from "../../speech/comparison.ts";
import { relationsSays } from "./relations-words.ts";

/** Variables in the picture: more would be too small to read. */
const mostShown = 12;
/** Weaker than this is not told. */
const noticeable = 0.3;
const comparedCustomers = 5_000;

/** Which numbers of the customers go together. */
export async function answerRelations(
  active: ActiveSegmentation,
  context: CommandContext,
): Promise<ReplyBody> {
  const { db, format, locale } = context;
  const shown = telling(active.features);
  const words = relationsSays[locale];
  if (shown.length < 2) throw new UserError(words.few, { hint: "data import" });
  const question = { width: active.features.length, limit: comparedCustomers };
  const sample = await loadFeatureSample(db, active.featureSetId, question);
  const columns = shown.map((feature) => active.features.indexOf(feature));
  return relationsReply(shown, relations(takeColumns(sample, columns), active.seed), format);
}

/** Numbers that vary; those that form segments come first. */
function telling(features: readonly Feature[]): readonly Feature[] {
  const numbers = features.filter(
    ({ family, setAside, unit }) =>
      (family === "behaviour" || family === "attribute") &&
      unit !== "flag" &&
      setAside !== "constant" &&
      setAside !== "sparse",
  );
  const forming = numbers.filter(({ setAside }) => setAside === undefined);
  return [...forming, ...numbers.filter(({ setAside }) => setAside !== undefined)].slice(0, mostShown);
}

function relationsReply(features: readonly Feature[], found: Relations, format: Format): ReplyBody {
  const { locale } = format;
  const words = relationsSays[locale];
  const label = (position: number) => at(features, position).labels[locale];
  const strong = found.pairs.filter(({ correlation }) => Math.abs(correlation) >= noticeable);
  const [first] = strong;
  const headline =
    first === undefined
      ? words.none
      : words.together(label(first.a), decapitalize(label(first.b)), format.number(first.correlation, 2));
  return {
    headline,
    facts: strong.slice(0, 4).map((pair) => pairFact(pair, label, format)),
    paragraphs: found.nearDuplicates
      .slice(0, 3)
      .map(({ a, b }) => words.same(label(a), decapitalize(label(b)))),
    charts: [relationsChart(features, found, headline, format)],
    actions: [{ label: words.recluster, line: "recluster" }],
    data: {
      pairs: found.pairs.slice(0, 20).map(({ a, b, correlation, customers }) => ({
        a: at(features, a).name,
        b: at(features, b).name,
        correlation,
        customers,
      })),
    },
  };
}

function pairFact({ a, b, correlation }: Relation, label: (position: number) => string, format: Format) {
  const words = relationsSays[format.locale];
  return {
    label: `${label(a)} – ${decapitalize(label(b))}`,
    value: format.number(correlation, 2),
    comparison: correlation > 0 ? words.moreMore : words.moreLess,
  };
}

function relationsChart(
  features: readonly Feature[],
  { correlations, pairs }: Relations,
  title: string,
  format: Format,
): Chart {
  const words = relationsSays[format.locale];
  const name = (position: number) => `${position + 1} ${at(features, position).labels[format.locale]}`;
  const rows = features.flatMap((_, row) =>
    features.slice(0, row + 1).flatMap((_column, column) => {
      const correlation = cell(correlations.values, row * correlations.columns + column);
      if (Number.isNaN(correlation)) return [];
      const label = format.number(correlation, 1);
      return [{ row: row + 1, column: column + 1, name: name(row), correlation, label }];
    }),
  );
  const strongest = pairs
    .slice(0, 3)
    .map(({ a, b, correlation }) => `${name(a)} – ${name(b)}: ${format.number(correlation, 2)}`);
  return {
    spec: "correlations",
    rows,
    words: { title, opposite: words.opposite, together: words.alike },
    altText: words.altText(strongest.join("; ")),
  };
}
