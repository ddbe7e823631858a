import { type Goal, goals } from "../../analysis/response/goals.ts";
import type { StoredModel } from "../../analysis/response/stored-model.ts";
import type { Settings } from "../../db/team/settings.ts";
import type { Localized } from "../../lib/locale.ts";
import type { Keyword } from "../grammar/keywords.ts";
import type { Words } from "../grammar/words-reader.ts";

/** The goals of a campaign as people call them. */
export const goalNames: Localized<Readonly<Record<Goal, string>>> = {
  en: { reach: "reach", moderate: "moderate", balanced: "balanced", saver: "saver" },
  es: { reach: "alcance", moderate: "moderado", balanced: "equilibrado", saver: "ahorro" },
  pt: { reach: "alcance", moderate: "moderado", balanced: "equilibrado", saver: "economia" },
};

/** What each goal is for, in a few words. */
export const goalPurposes: Localized<Readonly<Record<Goal, string>>> = {
  en: {
    reach: "reach as many as possible",
    moderate: "reach most of them",
    balanced: "balance people reached and cost",
    saver: "save cost: only the likeliest",
  },
  es: {
    reach: "llegar a todos los posibles",
    moderate: "llegar a la mayoría",
    balanced: "equilibrar alcance y coste",
    saver: "ahorrar: solo los más probables",
  },
  pt: {
    reach: "alcançar o máximo possível",
    moderate: "alcançar a maioria",
    balanced: "equilibrar alcance e custo",
    saver: "economizar: só os mais prováveis",
  },
};

const keywordOf: Readonly<Record<Goal, Keyword>> = {
  reach: "goalReach",
  moderate: "goalModerate",
  balanced: "goalBalanced",
  saver: "goalSaver",
};

/** Takes the next word if it is a goal in any language. */
export function takeGoal(words: Words): Goal | undefined {
  return goals.find((goal) => words.takeKeyword(keywordOf[goal]));
}

/** A goal's cut-off: the team's own, else the model's. */
export function cutOffOf(goal: Goal, model: StoredModel, team: Settings): number {
  const own = team[`goal:${goal}`];
  return own === undefined ? model.cutOffs[goal].threshold : Number(own);
}
