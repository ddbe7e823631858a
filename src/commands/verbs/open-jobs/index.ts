import { type JobRow, loadOpenJobs } from "../../../db/requests/jobs.ts";
import type { Format } from "../../../lib/locale.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import { defineCommand } from "../../grammar/command.ts";
import { about, says } from "./words.ts";

export const jobs = defineCommand({
  name: "jobs",
  role: "marketer",
  privacy: "totals",
  writes: false,
  about,
  read: () => undefined,
  answer: async (_, { db, format }) => jobsReply(await loadOpenJobs(db), format),
});

function jobsReply(open: readonly JobRow[], format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const ids = open.map(({ id }) => `j${id}`);
  return {
    headline: open.length === 0 ? words.none : words.headline(format.number(open.length)),
    ...(open.length === 0 ? {} : { table: jobsTable(open, format) }),
    actions: ids.slice(0, 4).map((id) => ({ label: words.stop(id), line: `stop ${id}`, style: "danger" })),
    data: { jobs: open.map(({ id, task, state, done, total }) => ({ id, task, state, done, total })) },
  };
}

function jobsTable(open: readonly JobRow[], format: Format) {
  const words = says[format.locale];
  return {
    columns: [
      { label: words.job, align: "left" as const },
      { label: words.task, align: "left" as const },
      { label: words.step, align: "left" as const },
      { label: words.progress, align: "right" as const },
    ],
    rows: open.map(({ id, task, state, step, done, total }) => [
      `j${id}`,
      words.tasks[task],
      step ?? (state === "queued" || state === "stopping" ? words.states[state] : words.states.running),
      total > 0 ? format.percent(Math.min(1, done / total), 0) : "–",
    ]),
  };
}
