import type { Criterion, PlanDefinition } from "../../../analysis/campaigns/plan.ts";
import { inField, UserError } from "../../../contract/errors.ts";
import { takeGoal } from "../../speech/goal-words.ts";
import { readNumber } from "../../grammar/number-reader.ts";
import { type SegmentReference, takeSegmentBefore } from "../../grammar/segment-reader.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { askingSays } from "./asking-words.ts";

/** Whom to contact, as a person asks for it. */
export interface TargetWish {
  readonly kind: "draw";
  readonly criterion: Criterion;
  readonly segment: SegmentReference | undefined;
  readonly money: PlanDefinition["money"];
}

const moneyWords = ["cost", "value", "budget"] as const;

/**
 * Reads `target edit p7`, or `target [goal | top N | top P% | p>=x] [in <segment>] [cost <m>] [value <m>] [budget <m>]`; without a
 * criterion, by profit where cost and value are given, else the balanced goal.
 */
export function readTarget(words: Words): TargetWish | { readonly kind: "edit"; readonly plan: number } {
  if (words.takeKeyword("edit")) return { kind: "edit", plan: takePlan(words) };
  const criterion = readCriterion(words);
  const segment = words.takeKeyword("in") ? takeSegmentBefore(words, ...moneyWords) : undefined;
  const money = readMoney(words);
  const byDefault: Criterion = money === undefined ? { kind: "goal", goal: "balanced" } : { kind: "profit" };
  return { kind: "draw", criterion: criterion ?? byDefault, segment, money };
}

function takePlan(words: Words): number {
  const word = words.take();
  if (word === undefined) throw words.missing(askingSays[words.locale].whichPlan);
  const [, digits] = /^p(\d{1,9})$/u.exec(word.folded) ?? [];
  if (digits === undefined)
    throw new UserError(askingSays[words.locale].noSuchPlan(word.text), { hint: "target" });
  return Number(digits);
}

function readCriterion(words: Words): Criterion | undefined {
  const goal = takeGoal(words);
  if (words.takeKeyword("top")) {
    if (goal !== undefined)
      throw new UserError(askingSays[words.locale].oneRule, {
        hint: "target top 500",
        field: "top",
      });
    return inField("top", () => readTop(words));
  }
  if (goal !== undefined) return { kind: "goal", goal };
  const [, written] = /^p\s*>=?\s*(.*)$/u.exec(words.peek()?.folded ?? "") ?? [];
  if (written === undefined) return undefined;
  words.take();
  const text = written === "" ? (words.take()?.text ?? "") : written;
  const threshold = readNumber(text, words.locale);
  if (threshold === undefined || threshold <= 0 || threshold >= 1) {
    throw new UserError(askingSays[words.locale].noThreshold(text), { hint: "target p>=0.3" });
  }
  return { kind: "threshold", threshold };
}

function readTop(words: Words): Criterion {
  const word = words.take();
  if (word === undefined) throw words.missing(askingSays[words.locale].howMany);
  const value = readNumber(word.text, words.locale);
  if (value === undefined || value <= 0)
    throw new UserError(askingSays[words.locale].noTop(word.text), { hint: "target top 500" });
  if (word.text.includes("%") || value < 1) return { kind: "share", share: Math.min(1, value) };
  return { kind: "top", people: Math.round(value) };
}

function readMoney(words: Words): PlanDefinition["money"] {
  const found: Partial<Record<(typeof moneyWords)[number], number>> = {};
  for (;;) {
    const name = moneyWords.find((word) => words.takeKeyword(word));
    if (name === undefined) break;
    const word = words.take();
    if (word === undefined) throw words.missing(askingSays[words.locale].howMuch[name]);
    const amount = readNumber(word.text, words.locale);
    if (amount === undefined || amount < 0)
      throw new UserError(askingSays[words.locale].noAmount(word.text), {
        hint: "target cost 3 value 11",
        field: name,
      });
    found[name] = amount;
  }
  const { cost, value, budget } = found;
  if (cost === undefined && value === undefined && budget === undefined) return undefined;
  if (cost === undefined || value === undefined || value === 0) {
    throw new UserError(askingSays[words.locale].bothNeeded, {
      hint: "target cost 3 value 11 budget 500",
      field: cost === undefined ? "cost" : "value",
    });
  }
  return budget === undefined ? { cost, value } : { cost, value, budget };
}
