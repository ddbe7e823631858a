import { dayMs, dayOf, type Day } from "../../lib/day.ts";
import { chooseAsOf } from "../../analysis/features/as-of.ts";
import { means } from "../../analysis/features/lexicon.ts";
import type { PlannedFeature } from "../../analysis/features/formula.ts";
import { planFeatures } from "../../analysis/features/plan.ts";
import { columnOf, type Matrix, takeColumns } from "../../analysis/numbers/matrix.ts";
import { restrict, type TrainingData } from "../../analysis/response/held-out.ts";
import type { LaterQuality } from "../../analysis/response/stored-model.ts";
import type { TimeSplit } from "../../analysis/response/time-split.ts";
import { quantiles } from "../../analysis/numbers/statistics.ts";
import { at } from "../../lib/at.ts";
import { loadBaseFacts } from "../../db/features/base-facts.ts";
import type { Db } from "../../db/connection/connect.ts";
import { deleteFeatures, saveFeatures } from "../../db/features/features.ts";
import { type Campaign, loadTrainingRows } from "../../db/campaigns/response-models.ts";
import { plannedFor } from "./train-variables.ts";

/** What a campaign's model may learn from. */
export interface Measured {
  readonly planned: readonly PlannedFeature[];
  /** The planned features of everyone who was asked, then whether they answered. */
  readonly rows: Matrix;
  /** The day that the features are of, `YYYY-MM-DD`. */
  readonly asOf: Day;
  /** The same of the campaign before; undefined where either has no date. */
  readonly before: { readonly campaign: string; readonly rows: Matrix } | undefined;
}

/** Rows that are trained on at most; more change the fourth digit. */
const mostRows = 100_000;

/**
 * Features of everyone who was asked, as of the day the campaign went out: nothing that came after it is seen.
 *
 * @param campaigns The latest first; at least one.
 */
export function loadMeasured(db: Db, campaigns: readonly Campaign[], today: Day): Promise<Measured> {
  const [latest, before] = [at(campaigns, 0), campaigns[1]];
  return db.transaction(async (tx) => {
    const facts = await loadBaseFacts(tx);
    const asOf = latest.day ?? chooseAsOf(facts, today);
    const planned = plannedFor(planFeatures(facts, asOf), campaigns);
    const rows = await measure(tx, planned, { campaign: latest.name, asOf });
    if (latest.day === null || before === undefined || before.day === null || before.day === latest.day) {
      return { planned, rows, asOf, before: undefined };
    }
    const earlier = await measure(tx, planned, { campaign: before.name, asOf: before.day });
    return { planned, rows, asOf, before: { campaign: before.name, rows: earlier } };
  });
}

/** The features are made for this reading alone, and go with it. */
async function measure(
  tx: Db,
  planned: readonly PlannedFeature[],
  { campaign, asOf }: { readonly campaign: string; readonly asOf: Day },
): Promise<Matrix> {
  const { featureSetId } = await saveFeatures(tx, planned, asOf);
  const question = { featureSetId, width: planned.length, campaign, limit: mostRows };
  const rows = await loadTrainingRows(tx, question);
  await deleteFeatures(tx, featureSetId);
  return rows;
}

/** Rows as a model learns from them: without variables yet. */
export function dataOf(rows: Matrix, wanted: Pick<TrainingData, "variables" | "isPlain">): TrainingData {
  const outcome = rows.columns - 1;
  const raw = takeColumns(rows, [...Array(outcome).keys()]);
  return { ...wanted, raw, outcomes: Uint8Array.from(columnOf(rows, outcome)) };
}

/** Part of the customers, those who joined last, that a split by the day of joining asks about. */
const laterShare = 0.2;

/**
 * Whom to learn from and whom to ask about, where there is a date: the campaign before and this one, else the
 * customers who joined first and those who joined last.
 */
export function splitByTime(
  { planned, before, asOf }: Measured,
  data: TrainingData,
): (TimeSplit & Pick<LaterQuality, "earlier">) | undefined {
  if (before !== undefined) {
    const earlier = { campaign: before.campaign };
    return { earlier, learn: dataOf(before.rows, data), ask: data };
  }
  const joined = planned.findIndex(
    ({ formula }) => formula.from === "days" && means(formula.attribute, "since"),
  );
  if (joined < 0) return undefined;
  const days = columnOf(data.raw, joined);
  const known = days.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return undefined;
  const limit = at(quantiles(known, [laterShare]), 0);
  const rowsWhere = (isLater: boolean) => [...days.keys()].filter((row) => at(days, row) < limit === isLater);
  const joinedBefore = dayOf(Date.parse(asOf) - limit * dayMs);
  return {
    earlier: { joinedBefore },
    learn: restrict(data, rowsWhere(false)),
    ask: restrict(data, rowsWhere(true)),
  };
}
