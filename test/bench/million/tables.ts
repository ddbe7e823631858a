import { type Extrapolation, type UnitCosts } from "./cost.ts";
import type { Row } from "./run.ts";
import type { TableSize } from "./sizes.ts";

/** A table in Markdown; the first row is the head. */
function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Time and memory of every step, with the parts of those that told what they were at. */
export function stepTable(rows: readonly Row[]): string {
  const head = ["step", "time", "rows/s", "our CPU", "our peak", "server's peak", "WAL", "spilled", "load"];
  return markdown(
    head,
    rows.flatMap((row) => [cellsOf(row), ...partsOf(row)]),
  );
}

function cellsOf(row: Row): readonly string[] {
  const { count, of } = row.rows;
  return [
    row.name,
    time(row.seconds),
    `${whole(count / row.seconds)} ${of}`,
    time(row.cpuSeconds),
    `${whole(row.peakMegabytes)} MB`,
    `${whole(row.serverPeakMegabytes)} MB`,
    `${whole(row.walMegabytes)} MB`,
    `${whole(row.spilledMegabytes)} MB`,
    row.load.toFixed(1),
  ];
}

function partsOf({ parts }: Row): readonly (readonly string[])[] {
  return parts.length < 2
    ? []
    : parts.map(({ step, seconds }) => [`— ${step}`, time(seconds), "", "", "", "", "", "", ""]);
}

/** What lies on disk after the last step. */
export function sizeTable(sizes: readonly TableSize[]): string {
  const rows = sizes.map(({ table, rows: count, tableBytes, indexBytes }) => [
    table,
    whole(count),
    `${whole(tableBytes / 1e6)} MB`,
    `${whole(indexBytes / 1e6)} MB`,
    (tableBytes / count).toFixed(0),
    (indexBytes / count).toFixed(0),
  ]);
  return markdown(["table", "rows", "data", "indexes", "bytes a row", "index bytes a row"], rows);
}

/** The unit costs, and a billion order lines on some numbers of workers. */
export function costTable(costs: UnitCosts, larger: readonly Extrapolation[]): string {
  const units = markdown(
    ["cost", "measured"],
    [
      ["bytes per order line, indexes included", costs.bytesPerLine.toFixed(0)],
      ["bytes per customer, everything but orders", costs.bytesPerCustomer.toFixed(0)],
      ["import, seconds per million order lines", costs.importSecondsPerMillionLines.toFixed(2)],
      ["import, seconds per million customers", costs.importSecondsPerMillionCustomers.toFixed(2)],
      [
        "a week in, features, place, score: seconds per million order lines",
        costs.passSecondsPerMillionLines.toFixed(2),
      ],
      ["order lines per customer", costs.linesPerCustomer.toFixed(1)],
    ],
  );
  const billion = markdown(
    ["1,000,000,000 order lines on", "disk a worker", "first import, a file a worker", "weekly pass"],
    larger.map(({ workers, gigabytesPerWorker, importHours, passMinutes }) => [
      `${workers} worker${workers === 1 ? "" : "s"}`,
      `${whole(gigabytesPerWorker)} GB`,
      `${importHours.toFixed(2)} h`,
      `${passMinutes.toFixed(1)} min`,
    ]),
  );
  return `${units}\n\n${billion}`;
}

function time(seconds: number): string {
  return seconds >= 1 ? `${seconds.toFixed(1)} s` : `${whole(1_000 * seconds)} ms`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}
