import { createFormat, type Locale } from "../../lib/locale.ts";
import { plain } from "../render/escape.ts";
import type { FollowedJob } from "../edge.ts";
import { says } from "../render/words.ts";

const barLength = 12;

/**
 * How far a job is, in one line: its step, the share done as a bar and in percent, and the time left once it can be
 * told from the pace of this step.
 *
 * @param rateLimiter How long this step has been watched, and what was done when that began.
 */
export function describeProgress(
  job: Pick<FollowedJob, "state" | "step" | "done" | "total">,
  rateLimiter: { readonly elapsedMs: number; readonly from: number },
  locale: Locale,
): string {
  const words = says[locale];
  if (job.state === "stopping") return words.stopping;
  if (job.state === "queued" || job.step === null) return words.queued;
  if (job.total <= 0) return `${plain(job.step)}…`;
  const share = Math.min(1, job.done / job.total);
  const bar = "▓".repeat(Math.round(share * barLength)).padEnd(barLength, "░");
  const percent = createFormat(locale, "EUR").percent(Math.floor(share * 100) / 100, 0);
  const left = timeLeftMs(job, rateLimiter);
  return [
    `${plain(job.step)}  ${bar} ${percent}`,
    ...(left === undefined ? [] : [words.timeLeft(left)]),
  ].join(" · ");
}

/** @returns Milliseconds; undefined while too little was seen to say. */
function timeLeftMs(
  { done, total }: Pick<FollowedJob, "done" | "total">,
  { elapsedMs, from }: { readonly elapsedMs: number; readonly from: number },
): number | undefined {
  const progress = done - from;
  return elapsedMs < 2_000 || progress <= 0 ? undefined : (elapsedMs * (total - done)) / progress;
}
