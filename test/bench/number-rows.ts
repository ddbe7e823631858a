import { join } from "node:path";
import { writePoints, writeResponses } from "./generate.ts";
import type { Aim, Row } from "./row.ts";

const k = 5;
const columns = 10;
const thousands = (rows: number) => rows.toLocaleString("en");

/** Rows that both programs divide before the clock starts: the product does numbers in a thread that lives on. */
const warmRows = 50_000;

function kMeansRow(rows: number, starts: 1 | 10, aim?: Aim, warm = 0): Row {
  const file = `points-${rows}.f64`;
  const words = [file, `${columns}`, `${k}`, `${warm}`];
  const against = starts === 1 ? "one start" : "ten starts";
  return {
    name: `k-means ${thousands(rows)} × ${columns}, k ${k}, ${warm > 0 ? "both warm, " : ""}against ${against}`,
    rounds: rows > 500_000 ? 3 : 5,
    ours: () => ({ name: "k-means", arguments: words }),
    reference: () => ({ name: "k_means", arguments: [...words, `${starts}`] }),
    ...(aim === undefined ? {} : { aim }),
    prepare: ({ data }) => writePoints(join(data, file), { rows, columns, seed: 7 }, k),
  };
}

function silhouetteRow(rows: number, aim?: Aim): Row {
  const file = `points-${rows}.f64`;
  const words = [file, `${columns}`, `${k}`];
  return {
    name: `silhouette ${thousands(rows)} × ${columns}, every pair`,
    rounds: rows > 10_000 ? 3 : 5,
    ours: () => ({ name: "silhouette", arguments: words }),
    reference: () => ({ name: "silhouette", arguments: words }),
    aim: { agreement: 1e-6, ...aim },
    prepare: ({ data }) => writePoints(join(data, file), { rows, columns, seed: 7 }, k),
  };
}

/** As many customers and features as 541,909 order lines of a shop have in recency, frequency and monetary. */
const sweep: Row = {
  name: "k sweep 2–10 with silhouettes, 4,372 customers × 3",
  rounds: 5,
  ours: () => ({ name: "k-sweep", arguments: ["points-4372-3.f64", "3"] }),
  reference: () => ({ name: "k_sweep", arguments: ["points-4372-3.f64", "3"] }),
  aim: { agreement: 1e-2 },
  prepare: ({ data }) =>
    writePoints(join(data, "points-4372-3.f64"), { rows: 4_372, columns: 3, seed: 7 }, 4),
};

function responseRow(rows: number, features: number, aim?: Aim): Row {
  const file = `responses-${rows}-${features}.f64`;
  const words = [file, `${features + 1}`];
  return {
    name: `response training ${thousands(rows)} × ${features}`,
    rounds: rows > 100_000 ? 3 : 5,
    ours: () => ({ name: "response", arguments: words }),
    reference: () => ({ name: "response", arguments: words }),
    aim: { agreement: 1e-4, ...aim },
    prepare: ({ data }) => writeResponses(join(data, file), { rows, columns: features, seed: 7 }),
  };
}

/** The numbers alone, on tables in memory. */
export const numberRows: readonly Row[] = [
  kMeansRow(20_000, 10, { agreement: 1e-3 }),
  kMeansRow(20_000, 1),
  kMeansRow(200_000, 10, { agreement: 1e-3 }),
  kMeansRow(200_000, 1),
  kMeansRow(1_000_000, 10, { ratio: 40, megabytes: 200, agreement: 1e-3 }),
  kMeansRow(1_000_000, 10, { ratio: 40, megabytes: 200, agreement: 1e-3 }, warmRows),
  kMeansRow(1_000_000, 1, { ratio: 3, megabytes: 200 }),
  sweep,
  silhouetteRow(2_000),
  silhouetteRow(20_000, { ratio: 8 }),
  responseRow(2_240, 27),
  responseRow(40_000, 30, { seconds: 0.5 }),
  responseRow(500_000, 30, { ratio: 1 }),
];
