import type { Locale } from "../../locale.ts";
import type { Reply } from "../../reply.ts";
import { says } from "./words.ts";

interface Shown {
  readonly language: Locale;
  readonly timezone: string;
  readonly currency: string;
}

/** The settings in force. */
export function settingsReply(
  { language, timezone, currency }: Shown,
  { locale, changed }: { readonly locale: Locale; readonly changed: boolean },
): Reply {
  const words = says[locale];
  return {
    locale,
    outcome: "ok",
    privacy: "totals",
    headline: changed ? words.saved : words.headline,
    facts: [
      { label: words.language, value: words.languages[language] },
      { label: words.timezone, value: timezone },
      { label: words.currency, value: currency },
    ],
    data: { language, timezone, currency },
  };
}
