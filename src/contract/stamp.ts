import type { Locale } from "../lib/locale.ts";
import { narrowClass } from "./privacy.ts";
import type { PrivacyClass, Reply, ReplyBody } from "./reply.ts";

/**
 * Makes a Reply of what a command said: whose language it is in, that it is an answer, and who may see it.
 *
 * @example
 * stamp({ headline: "Two files", data: {} }, { locale: "en", widest: "totals" }).privacy; // => "totals"
 */
export function stamp(
  { shows = {}, spokenIn, ...body }: ReplyBody,
  { locale, widest }: { readonly locale: Locale; readonly widest: PrivacyClass },
): Reply {
  const privacy = narrowClass(widest, { ...body, shows });
  return { ...body, locale: spokenIn ?? locale, outcome: "ok", privacy };
}
