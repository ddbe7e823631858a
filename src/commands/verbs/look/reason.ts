import { words } from "../../../lib/words.ts";
import type { KReason } from "../../../analysis/clustering/k-candidate.ts";
import type { Format } from "../../../lib/locale.ts";

const says = words({
  en: {
    both: (k: string, silhouette: string) =>
      `Why ${k}: the segments are best separated there (silhouette ${silhouette}), and the spread bends there too.`,
    elbow: (k: string, silhouette: string, best: string, bestK: string) =>
      `Why ${k}: the spread bends there, and the silhouette (${silhouette}) is as good as the best (${best} with ${bestK}).`,
    silhouette: (k: string, silhouette: string) =>
      `Why ${k}: the segments are best separated there (silhouette ${silhouette}).`,
    bendElsewhere: (k: string, silhouette: string, bend: string) =>
      `Why ${k}: the segments are best separated there (silhouette ${silhouette}); the spread bends at ${bend}, where they are less so.`,
    finer: (k: string, silhouette: string, two: string) =>
      `Why ${k}: two segments are better separated (silhouette ${two}, here ${silhouette}) but say no more than "more" and "less", and all ${k} of these come back in resamples.`,
    onlyOne: (k: string, refused: string) =>
      `Why ${k}: with each other number tried (${refused}) a segment would be too small.`,
  },
  es: {
    both: (k, silhouette) =>
      `Por qué ${k}: ahí se separan mejor los segmentos (silueta ${silhouette}), y ahí está también el codo de la dispersión.`,
    elbow: (k, silhouette, best, bestK) =>
      `Por qué ${k}: ahí está el codo de la dispersión, y la silueta (${silhouette}) es tan buena como la mejor (${best} con ${bestK}).`,
    silhouette: (k, silhouette) =>
      `Por qué ${k}: ahí se separan mejor los segmentos (silueta ${silhouette}).`,
    bendElsewhere: (k, silhouette, bend) =>
      `Por qué ${k}: ahí se separan mejor los segmentos (silueta ${silhouette}); el codo de la dispersión está en ${bend}, donde se separan menos.`,
    finer: (k, silhouette, two) =>
      `Por qué ${k}: dos segmentos se separan mejor (silueta ${two}, aquí ${silhouette}), pero solo dicen «más» y «menos», y estos ${k} reaparecen todos al remuestrear.`,
    onlyOne: (k, refused) =>
      `Por qué ${k}: con cada otro número probado (${refused}) algún segmento sería demasiado pequeño.`,
  },
  pt: {
    both: (k, silhouette) =>
      `Por que ${k}: aí os segmentos ficam mais separados (silhueta ${silhouette}), e aí está também o cotovelo da dispersão.`,
    elbow: (k, silhouette, best, bestK) =>
      `Por que ${k}: aí está o cotovelo da dispersão, e a silhueta (${silhouette}) é tão boa quanto a melhor (${best} com ${bestK}).`,
    silhouette: (k, silhouette) =>
      `Por que ${k}: aí os segmentos ficam mais separados (silhueta ${silhouette}).`,
    bendElsewhere: (k, silhouette, bend) =>
      `Por que ${k}: aí os segmentos ficam mais separados (silhueta ${silhouette}); o cotovelo da dispersão está em ${bend}, onde ficam menos separados.`,
    finer: (k, silhouette, two) =>
      `Por que ${k}: dois segmentos ficam mais separados (silhueta ${two}, aqui ${silhouette}), mas só dizem “mais” e “menos”, e estes ${k} reaparecem todos ao reamostrar.`,
    onlyOne: (k, refused) =>
      `Por que ${k}: com cada outro número tentado (${refused}) algum segmento seria pequeno demais.`,
  },
});

/**
 * Why there are as many segments as there are, in one sentence; none where the number was asked for or is the method's.
 *
 * @param segments How many there are.
 * @example
 * reasonLines({ code: "by-method" }, 9, createFormat("en", "EUR")); // => []
 */
export function reasonLines(reason: KReason, segments: number, format: Format): readonly string[] {
  const words = says[format.locale];
  const k = format.number(segments);
  const score = (silhouette: number) => format.number(silhouette, 2);
  switch (reason.code) {
    case "silhouette-and-elbow":
      return [words.both(k, score(reason.silhouette))];
    case "elbow": {
      const best = score(reason.bestSilhouette);
      return [words.elbow(k, score(reason.silhouette), best, format.number(reason.bestK))];
    }
    case "silhouette":
      return reason.elbow === null
        ? [words.silhouette(k, score(reason.silhouette))]
        : [words.bendElsewhere(k, score(reason.silhouette), format.number(reason.elbow))];
    case "finer-than-two":
      return [words.finer(k, score(reason.silhouette), score(reason.silhouetteOfTwo))];
    case "only-one":
      return reason.refused === 0 ? [] : [words.onlyOne(k, format.number(reason.refused))];
    case "by-method":
      break;
  }
  return [];
}
