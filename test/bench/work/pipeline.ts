/** A file of customers → base → segments → map as PNG, as the product does it: <server> <file>. The result is 0. */
import { writeFileSync } from "node:fs";
import type { Actor } from "../../../src/contract/actor.ts";
import { renderPng } from "../../../src/charts/render.ts";
import { readConfig } from "../../../src/lib/config.ts";
import { createLog } from "../../../src/lib/log.ts";
import { openHouse } from "../../../src/app/terminal-app.ts";
import { databaseUrl, openFresh } from "../database.ts";
import { argument, measure } from "../measurement.ts";

const actor: Actor = { user: "bench", role: "analyst", locale: "en", timeZone: "UTC" };
const log = createLog((line) => process.stderr.write(line));
await measure(async () => {
  const name = `bench_pipeline_${process.pid}`;
  await (await openFresh(argument(0), name)).close();
  const config = { ...readConfig({}), databaseUrl: databaseUrl(argument(0), name) };
  const house = await openHouse(config, { ...log, info: () => undefined });
  try {
    const { id } = await house.startImport(
      { path: argument(1), map: undefined, answers: [], isUnasked: false },
      actor,
    );
    await house.runJob(id, () => undefined);
    const { charts = [] } = await house.answer("map", actor);
    const [chart] = charts;
    if (chart === undefined) throw new Error("the map has no chart");
    writeFileSync("map.png", await renderPng(chart, "en"));
    return 0;
  } finally {
    await house.close();
  }
});
