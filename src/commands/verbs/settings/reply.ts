import type { Format, Locale } from "../../../lib/locale.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import type { Floors } from "../digest/checks.ts";
import { says } from "./words.ts";

interface Shown {
  readonly language: Locale;
  readonly timezone: string;
  readonly currency: string;
  /** The smallest changes that a digest tells of. */
  readonly floors: Floors;
  /** Whether people who were never asked are in no list. */
  readonly leavesUnknownOut: boolean;
}

/** The settings in force. */
export function settingsReply(
  { language, timezone, currency, floors, leavesUnknownOut }: Shown,
  { format, changed }: { readonly format: Format; readonly changed: boolean },
): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const [segment, revenue] = [format.percent(floors.segment), format.percent(floors.revenue)];
  return {
    spokenIn: locale,
    headline: changed ? words.saved : words.headline,
    facts: [
      { label: words.language, value: words.languages[language] },
      { label: words.timezone, value: timezone },
      { label: words.currency, value: currency },
      { label: words.floor, value: words.floors(segment, revenue) },
      { label: words.unknown, value: leavesUnknownOut ? words.out : words.in },
    ],
    data: { language, timezone, currency, floors: { ...floors }, leavesUnknownOut },
  };
}
