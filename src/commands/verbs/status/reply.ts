import type { Import } from "../../../db/imports/imports.ts";
import type { JobRow } from "../../../db/requests/jobs.ts";
import type { ActiveSegmentation } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import type { BaseTotals } from "../../../db/imports/base-totals.ts";
import type { Fact, ReplyBody } from "../../../contract/reply.ts";
import { decapitalize } from "../../speech/comparison.ts";
import { says } from "./words.ts";

interface Actions {
  /** Newest first. */
  readonly files: readonly Import[];
  readonly base: BaseTotals;
  readonly jobs: readonly JobRow[];
}

/** How fresh the data are, what the segments rest on, and what is running. */
export function statusReply(
  active: ActiveSegmentation,
  { files, jobs, base }: Actions,
  format: Format,
): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const [customers, k] = [format.number(active.customers), format.number(active.segments.length)];
  const [latest] = files;
  const basis = active.features.filter(({ name }) => active.placement.features.includes(name));
  return {
    headline: words.headline(customers, k, format.day(active.asOf)),
    facts: [
      ...baseFacts(base, format),
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
      base: { ...base, currency: format.currency },
    },
  };
}

/** What the base holds, in a few figures. */
function baseFacts(base: BaseTotals, format: Format): readonly Fact[] {
  const words = says[format.locale];
  const { people, contactable, saidNo, orders, netCents, grossCents, returnedCents } = base;
  const sales =
    returnedCents > 0.01 * grossCents
      ? words.net(format.money(netCents), format.money(grossCents), format.money(returnedCents))
      : format.money(netCents);
  return [
    {
      label: words.people,
      value: words.reach(format.number(people), format.number(contactable), format.number(saidNo)),
    },
    ...(orders === 0 ? [] : [{ label: words.sales, value: words.inOrders(sales, format.number(orders)) }]),
  ];
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
export function unsegmentedReply(files: readonly Import[], base: BaseTotals, format: Format): ReplyBody {
  const words = says[format.locale];
  return {
    headline: words.unsegmented(files.map(({ fileName }) => fileName).join(", ")),
    facts: baseFacts(base, format),
    actions: [
      { label: words.check, line: "data check" },
      { label: words.import, line: "data import" },
    ],
    data: { files: files.length, base: { ...base, currency: format.currency } },
  };
}
