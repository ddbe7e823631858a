import type { Day } from "../../lib/day.ts";
import type { Locale } from "../../lib/locale.ts";
import type { JobContext } from "../runner/job.ts";

/** How to divide the base, and who is told how far it is. */
export interface SegmentOptions extends Pick<JobContext, "divide" | "signal" | "report"> {
  readonly locale: Locale;
  /** Today; the day of the features only where nothing in the base is dated. */
  readonly now: Date;
  /** The day of the features, `YYYY-MM-DD`; by default the day after the last thing that happened. */
  readonly asOf?: Day;
  /** By default 7. */
  readonly seed?: number;
  /** Divides anew although there are segments: for another base altogether. */
  readonly anew?: boolean;
}
