import type { Import } from "../../../db/imports/imports.ts";
import type { Format } from "../../../lib/locale.ts";
import type { ReplyBody, StartedJob } from "../../../contract/reply.ts";
import { fileSays } from "./file-words.ts";
import { says } from "./words.ts";

/** The files that are in the base. */
export function overviewReply(files: readonly Import[], format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  return {
    headline: words.overview(format.number(files.length)),
    table: {
      columns: [
        { label: "", align: "left" },
        { label: words.file, align: "left" },
        { label: words.kind, align: "left" },
        { label: words.day, align: "left" },
        { label: fileSays[locale].people, align: "right" },
        { label: fileSays[locale].orders, align: "right" },
        { label: fileSays[locale].gross, align: "right" },
        { label: fileSays[locale].state, align: "left" },
      ],
      rows: files.map((file) => overviewRow(file, format)),
    },
    actions: files.slice(0, 4).map(({ id, fileName }) => ({
      label: words.otherFile(fileName),
      line: `data check f${id}`,
    })),
    data: {
      files: files.map(({ id, fileName, kind, state, totals }) => ({ id, fileName, kind, state, totals })),
    },
  };
}

function overviewRow({ id, fileName, kind, importedAt, totals, state }: Import, format: Format) {
  const { yes, no } = fileSays[format.locale];
  const hasOrders = (totals?.orders ?? 0) > 0;
  return [
    `f${id}`,
    fileName,
    says[format.locale].kinds[kind],
    format.date(importedAt),
    totals === null ? "–" : format.number(totals.people),
    totals !== null && hasOrders ? format.number(totals.orders) : "–",
    totals !== null && hasOrders ? format.money(totals.grossCents) : "–",
    state === "active" ? yes : no,
  ];
}

/** Nothing has been read in: how to begin. */
export function noFilesReply(format: Format): ReplyBody {
  const words = says[format.locale];
  return { ...importReply(format), headline: `${words.noFiles} ${words.importHeadline}` };
}

/** How a file comes in; the edges take it. */
export function importReply({ locale }: Format): ReplyBody {
  const words = says[locale];
  return {
    headline: words.importHeadline,
    paragraphs: words.importSteps,
    actions: [{ label: words.sample, line: "data sample" }],
    data: {},
  };
}

/** The sample shop is on its way. */
export function sampleReply(job: StartedJob, { locale }: Format): ReplyBody {
  const headline = says[locale].sampleStarted;
  return { headline, job, data: { job: job.id } };
}
