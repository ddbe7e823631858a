import { describe, expect, it } from "vitest";
import { reasonLines } from "../../src/commands/verbs/look/reason.ts";
import { createFormat } from "../../src/lib/locale.ts";

const english = createFormat("en", "EUR");

describe("why there are so many segments", () => {
  it("names separation and bend where both speak for the number", () => {
    expect(reasonLines({ code: "silhouette-and-elbow", silhouette: 0.5 }, 4, english)).toEqual([
      "Why 4: the segments are best separated there (silhouette 0.50), and the spread bends there too.",
    ]);
  });

  it("gives the number that lost by a hair beside the one that won, both with two decimals", () => {
    const reason = { code: "elbow", silhouette: 0.5, bestSilhouette: 0.513, bestK: 6 } as const;
    expect(reasonLines(reason, 4, createFormat("pt", "EUR"))).toEqual([
      "Por que 4: aí está o cotovelo da dispersão, e a silhueta (0,50) é tão boa quanto a melhor (0,51 com 6).",
    ]);
  });

  it("says nothing of a bend where there is none", () => {
    const [line] = reasonLines({ code: "silhouette", silhouette: 0.42, elbow: null }, 3, english);
    expect(line).toBe("Why 3: the segments are best separated there (silhouette 0.42).");
  });

  it("says why not two", () => {
    const reason = { code: "finer-than-two", silhouette: 0.34, silhouetteOfTwo: 0.4 } as const;
    expect(reasonLines(reason, 3, createFormat("es", "EUR"))).toEqual([
      "Por qué 3: dos segmentos se separan mejor (silueta 0,40, aquí 0,34), pero solo dicen «más» y «menos», y estos 3 reaparecen todos al remuestrear.",
    ]);
  });

  it("says nothing where the number was asked for, and what spoke against the others where only one was left", () => {
    expect(reasonLines({ code: "only-one", refused: 0 }, 5, english)).toEqual([]);
    expect(reasonLines({ code: "only-one", refused: 7 }, 2, english)).toEqual([
      "Why 2: with each other number tried (7) a segment would be too small.",
    ]);
  });
});
