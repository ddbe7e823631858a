import type { Import } from "../../../db/imports/imports.ts";
import type { JobRow } from "../../../db/requests/jobs.ts";
import type { ActiveSegmentation } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import { decapitalize } from "../../speech/comparison.ts";
import { says } from "./words.ts";

interface Actions {
  /** Newest first. */
  readonly files: readonly Import[];
  readonly jobs: readonly JobRow[];
}

/** How fresh the data are, what the segments rest on, and what is running. */
export function statusReply(active: ActiveSegmentation, { files, jobs }: Actions, format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const [customers, k] = [format.number(active.customers), format.number(active.segments.length)];
  const [latest] = files;
  const basis = active.features.filter(({ name }) => active.placement.features.includes(name));
  return {
    headline: words.headline(customers, k, format.day(active.asOf)),
    facts: [
      { label: words.segmentation, value: words.version(String(active.version), k) },
      { label: words.basis, value: format.list(basis.map(({ labels }) => decapitalize(labels[locale]))) },
      ...(latest === undefined
        ? []
        : [{ label: words.files, value: words.latestFile(latest.fileName, format.date(latest.importedAt)) }]),
      { label: words.running, value: jobs.length === 0 ? words.noJobs : format.number(jobs.length) },
    ],
    actions: [
      { label: words.list, line: "list" },
      { label: words.check, line: "data check" },
      ...(jobs.length === 0 ? [] : [{ label: words.jobs, line: "jobs" }]),
    ],
    data: {
      asOf: active.asOf,
      customers: active.customers,
      segments: active.segments.length,
      version: active.version,
      files: files.length,
      jobs: jobs.length,
    },
  };
}

/** Nothing has been read in. */
export function emptyReply({ locale }: Format): ReplyBody {
  const words = says[locale];
  return {
    headline: words.empty,
    actions: [
      { label: words.sample, line: "data sample", style: "primary" },
      { label: words.import, line: "data import" },
    ],
    data: { customers: 0 },
  };
}

/** Files are in, but nothing to group customers by. */
export function unsegmentedReply(files: readonly Import[], { locale }: Format): ReplyBody {
  const words = says[locale];
  return {
    headline: words.unsegmented(files.map(({ fileName }) => fileName).join(", ")),
    actions: [
      { label: words.check, line: "data check" },
      { label: words.import, line: "data import" },
    ],
    data: { files: files.length },
  };
}
