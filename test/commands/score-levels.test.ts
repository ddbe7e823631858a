import { describe, expect, it } from "vitest";
import type { ModelFeature } from "../../src/analysis/response/store-training.ts";
import { storeTraining } from "../../src/analysis/response/store-training.ts";
import { trainAgainst } from "../../src/analysis/response/train-against.ts";
import { scoreForm } from "../../src/commands/verbs/score/form.ts";
import { applyGiven } from "../../src/commands/verbs/score/given.ts";
import { createFormat } from "../../src/lib/locale.ts";

const levels = ["A: gold", "B: gold", "silver"];
const features = levels.map(
  (level): ModelFeature => ({
    name: `tier_${level}`,
    labels: { en: `Tier: ${level}`, es: `Nivel: ${level}`, pt: `Nível: ${level}` },
    unit: "flag",
    family: "category",
  }),
);
const data = {
  raw: {
    rows: 60,
    columns: 3,
    values: Float64Array.from({ length: 180 }, (_, i) => (Math.floor(i / 3) % 3 === i % 3 ? 1 : 0)),
  },
  variables: [{ name: "tier", columns: [0, 1, 2] }],
  outcomes: Uint8Array.from({ length: 60 }, (_, i) => (i % 3 === 0 || i % 7 === 0 ? 1 : 0)),
};
const request = { data, features: ["tier"], seed: 7, choose: undefined, champion: undefined };
const model = storeTraining(
  trainAgainst(request, () => undefined),
  data,
  features,
);
const none = model.columns.map(() => Number.NaN);

describe("a level whose name has a colon", () => {
  it.each([
    ["A: gold", [1, 0, 0]],
    ["B: gold", [0, 1, 0]],
    ["silver", [0, 0, 1]],
  ] as const)("is read as it is called: %s", (text, expected) => {
    expect(applyGiven(model, none, [{ field: "tier", text }], "en")).toEqual(expected);
  });

  it("is not the part after its colon", () => {
    expect(() => applyGiven(model, none, [{ field: "tier", text: "gold" }], "en")).toThrow(
      "A: gold, B: gold",
    );
  });

  it("stands whole in the form, in every language", () => {
    const saved = { id: 1, campaign: "spring", status: "active", version: 1, model } as const;
    const forms = (["en", "es", "pt"] as const).map((locale) =>
      scoreForm({ ...saved, seed: 7, createdAt: new Date(0) }, createFormat(locale, "EUR")),
    );
    expect(forms.map(({ form }) => form?.fields[0]?.choices?.map(({ value }) => value))).toEqual([
      levels,
      levels,
      levels,
    ]);
  });
});
