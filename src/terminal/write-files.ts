import { createWriteStream } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createCsv } from "../lib/csv.ts";
import type { Chart, Reply, ReplyFile } from "../contract/reply.ts";
import type { House } from "./terminal-dependencies.ts";

/** What was written for a Reply; absolute or relative as `--out` was. */
export type Written = {
  readonly charts: readonly { readonly svg: string; readonly png: string }[];
  readonly files: readonly string[];
};

/** Writes the charts and files of a Reply to a folder, which is made if it is not there. */
export async function writeFiles(reply: Reply, folder: string, user: string, house: House): Promise<Written> {
  const charts = reply.charts ?? [];
  const files = reply.files ?? [];
  if (charts.length + files.length > 0) await mkdir(folder, { recursive: true });
  const writtenCharts = [];
  for (const [i, chart] of charts.entries()) {
    const repeats = charts.slice(0, i).filter(({ spec }) => spec === chart.spec).length;
    const name = repeats === 0 ? chart.spec : `${chart.spec}-${repeats + 1}`;
    writtenCharts.push(await writeChart(chart, reply, join(folder, name)));
  }
  const writtenFiles = [];
  for (const file of files) writtenFiles.push(await writeList(file, reply, { folder, user, house }));
  return { charts: writtenCharts, files: writtenFiles };
}

async function writeChart(chart: Chart, { locale }: Reply, path: string) {
  // Drawing costs a third of a second to load, and most answers at the terminal are read as words.
  const { renderPng, renderSvg } = await import("../charts/render.ts");
  const paths = { svg: `${path}.svg`, png: `${path}.png` };
  await writeFile(paths.svg, await renderSvg(chart, locale));
  await writeFile(paths.png, await renderPng(chart, locale));
  return paths;
}

interface CsvPlace {
  readonly folder: string;
  readonly user: string;
  readonly house: House;
}

/** The list is in the ledger before a byte of it can be read; a file that is there is whole. */
async function writeList(
  file: ReplyFile,
  { locale }: Reply,
  { folder, user, house }: CsvPlace,
): Promise<string> {
  const path = join(folder, file.name);
  if (file.source.kind === "text") {
    await writeFile(path, file.source.text);
    return path;
  }
  await house.recordExport(file, user);
  const rows = await house.openRows(file.source, locale);
  await pipeline(createCsv(rows, locale), createWriteStream(`${path}.part`, { mode: 0o600 }));
  await rename(`${path}.part`, path);
  return path;
}
