import { existsSync } from "node:fs";
import { join } from "node:path";
import { crowdRows } from "./crowd-rows.ts";
import { databaseUrl } from "./database.ts";
import { plantDigestShop } from "./digest-shop.ts";
import { plantFeatures } from "./features.ts";
import { plantOrders, writeOrders } from "./orders.ts";
import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const lines = 5_000_000;
const orderLines: Row = {
  name: "recency, frequency, monetary from 5,000,000 order lines, against pandas in memory",
  rounds: 3,
  ours: (server) => ({ name: "recency", arguments: [server(), "bench_orders"] }),
  reference: () => ({ name: "recency", arguments: [`orders-${lines}.csv`] }),
  aim: { ratio: 2.5, agreement: 1e-9 },
  async prepare({ data, server }) {
    await plantOrders(server(), "bench_orders", { lines, customers: 250_000 });
    writeOrders(server(), "bench_orders", join(data, `orders-${lines}.csv`));
  },
};

const orderTable: Row = {
  ...orderLines,
  name: "recency, frequency, monetary of 5,000,000 order lines in Postgres written back, against pandas",
  reference: (server) => ({ name: "recency_table", arguments: [databaseUrl(server(), "bench_orders")] }),
};

const placed: Row = {
  name: "1,000,000 customers × 10 in Postgres → segments written back, k 5",
  rounds: 3,
  ours: (server) => ({ name: "place", arguments: [server(), "bench_features", "5"] }),
  reference: (server) => ({
    name: "place",
    arguments: [databaseUrl(server(), "bench_features"), "5", "10"],
  }),
  aim: { ratio: 8, megabytes: 150, agreement: 1e-2 },
  prepare: ({ server }) => plantFeatures(server(), "bench_features", 1_000_000),
};

const scored: Row = {
  name: "1,000,000 customers × 10 in Postgres scored by a response model",
  rounds: 3,
  ours: (server) => ({ name: "score", arguments: [server(), "bench_features"] }),
  aim: { seconds: 10 },
  prepare: ({ server }) => plantFeatures(server(), "bench_features", 1_000_000),
};

const digest: Row = {
  name: "digest of a week: 200,000 customers, 12 segments, 5,000,000 order lines",
  rounds: 3,
  ours: (server) => ({ name: "digest", arguments: [server(), "bench_digest"] }),
  reference: (server) => ({ name: "digest", arguments: [databaseUrl(server(), "bench_digest")] }),
  aim: { seconds: 5, ratio: 1, agreement: 1e-9 },
  prepare: ({ server }) => plantDigestShop(server(), "bench_digest", { customers: 200_000, lines }),
};

function importRow(path: string): Row {
  return {
    name: "import of 431,673 order lines, checked, against pandas and COPY unchecked",
    rounds: 3,
    ours: (server) => ({ name: "import", arguments: [server(), path] }),
    reference: (server) => ({ name: "import_orders", arguments: [server(), path] }),
    aim: { ratio: 1, seconds: 431_673 / 100_000 },
  };
}

function pipelineRow(what: string, path: string, reference: string): Row {
  return {
    name: `pipeline of ${what}: file → segments → PNG, from the start of the program`,
    rounds: 3,
    ours: (server) => ({ name: "pipeline", arguments: [server(), path], bundled: true }),
    reference: () => ({ name: reference, arguments: [path] }),
    aim: { ratio: 3, memoryShare: 0.5 },
    wholeProcess: true,
  };
}

function chartRow({ root }: Scene, warm: boolean): Row {
  const before = warm ? "10" : "0";
  return {
    name: `chart of 2,000 customers as PNG, ${warm ? "once warm" : "the first, from the start of the program"}`,
    rounds: 5,
    ours: () => ({ name: "chart", arguments: [join(root, "dist"), before] }),
    reference: () => ({ name: "chart", arguments: [before] }),
    aim: { ratio: warm ? 1.2 : 2 },
    ...(warm ? {} : { wholeProcess: true }),
  };
}

function startRows({ root }: Scene): readonly Row[] {
  const dist = join(root, "dist");
  return [
    {
      name: "start of `segmenta help`",
      rounds: 5,
      ours: () => ({ name: "start-up", arguments: [dist, "Usage", "", "help"] }),
    },
    {
      name: "start of the bot, until it takes Slack's requests",
      rounds: 5,
      ours: (server) => ({
        name: "start-up",
        arguments: [dist, "takes requests", databaseUrl(server(), "bench_bot"), "start", "bot"],
      }),
      aim: { seconds: 0.5, megabytes: 90 },
    },
    {
      name: "start of playground, bot and worker, until the page listens",
      rounds: 5,
      ours: (server) => ({
        name: "start-up",
        arguments: [dist, "http://", databaseUrl(server(), "bench_bot"), "start"],
      }),
    },
    {
      name: "start of a worker, until it takes jobs",
      rounds: 5,
      ours: (server) => ({
        name: "start-up",
        arguments: [dist, "takes jobs", databaseUrl(server(), "bench_bot"), "start", "worker"],
      }),
      aim: { seconds: 0.5, megabytes: 90 },
    },
    {
      name: "embedded PostgreSQL made, started and migrated",
      rounds: 3,
      ours: () => ({ name: "embedded", arguments: [] }),
    },
  ];
}

/** What people wait for; rows about the real files only where those are. */
export function productRows(scene: Scene): readonly Row[] {
  const folder = join(scene.root, "../shared/data");
  const orders = join(folder, "online_retail_to_2011-10-31.csv.gz");
  const customers = join(folder, "marketing_campaign.csv");
  return [
    ...(existsSync(orders) ? [importRow(orders)] : []),
    orderLines,
    orderTable,
    placed,
    scored,
    digest,
    chartRow(scene, true),
    chartRow(scene, false),
    ...startRows(scene),
    ...crowdRows(scene),
    ...(existsSync(customers) ? [pipelineRow("2,240 customers", customers, "pipeline")] : []),
    ...(existsSync(orders) ? [pipelineRow("431,673 order lines", orders, "pipeline_orders")] : []),
  ];
}
