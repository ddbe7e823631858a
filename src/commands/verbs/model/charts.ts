import { at } from "../../../lib/at.ts";
import type { CalibrationBin } from "../../../analysis/response/calibration.ts";
import type { StoredModel } from "../../../analysis/response/stored-model.ts";
import type { Format } from "../../../lib/locale.ts";
import type { Chart, JsonObject } from "../../../contract/reply.ts";
import { chartSays } from "./chart-words.ts";

/** Part of all answers that the best `share` of customers holds, on held-out customers. */
export function reachedBy({ table, quality }: StoredModel, share: number): number {
  const cut = table.findLast(({ contacted }) => contacted <= share * quality.customers);
  return cut?.recall ?? 0;
}

export function gainChart(model: StoredModel, format: Format): Chart {
  const words = chartSays[format.locale];
  const title = words.gainFinding(format.percent(reachedBy(model, 0.2), 0));
  const rows = model.table.map(({ contacted, recall }) => ({
    contacted: contacted / model.quality.customers,
    reached: recall,
  }));
  return {
    spec: "response-gain",
    rows: [{ contacted: 0, reached: 0 }, ...rows],
    words: { title, x: words.contacted, y: words.reached, chance: words.chance },
    altText: title,
  };
}

/** How many times as many answers each tenth of the list holds as the whole, the best tenth first. */
export function liftChart({ calibration, quality }: StoredModel, format: Format): Chart {
  const words = chartSays[format.locale];
  const rows = calibration.toReversed().map(({ observed }, i) => {
    const lift = observed / quality.baseRate;
    return { tenth: String(i + 1), lift, label: words.times(format.number(lift, 1)) };
  });
  const title = words.liftFinding(format.number(rows[0]?.lift ?? 0, 1));
  return {
    spec: "response-lift",
    rows,
    words: { title, x: words.tenths, chance: words.average },
    altText: title,
  };
}

export function calibrationChart({ calibration }: StoredModel, format: Format): Chart {
  const words = chartSays[format.locale];
  const top = at(calibration, calibration.length - 1);
  const title = words.calibrationFinding(format.percent(top.predicted, 0), format.percent(top.observed, 0));
  return {
    spec: "response-calibration",
    rows: calibration.map(calibrationRow),
    words: { title, x: words.predicted, y: words.observed, perfect: words.perfect },
    altText: title,
  };
}

/** With Wilson's 95 % interval of the share that answered (Wilson 1927, JASA 22). */
function calibrationRow({ customers: n, predicted, observed }: CalibrationBin): JsonObject {
  const z = 1.96;
  const centre = (observed + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const margin = (z / (1 + z ** 2 / n)) * Math.sqrt((observed * (1 - observed)) / n + z ** 2 / (4 * n ** 2));
  return { predicted, observed, low: centre - margin, high: centre + margin };
}
