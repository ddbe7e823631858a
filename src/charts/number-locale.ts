import type { Locale } from "../lib/locale.ts";
import { createFormat } from "../lib/locale.ts";

/** How d3 writes numbers and dates: `config.locale` of a Vega-Lite spec. */
export interface ChartLocale {
  readonly number: {
    readonly decimal: string;
    readonly thousands: string;
    readonly grouping: readonly number[];
    readonly currency: readonly [string, string];
    readonly percent: string;
    readonly minus: string;
  };
  readonly time: {
    readonly dateTime: string;
    readonly date: string;
    readonly time: string;
    readonly periods: readonly [string, string];
    readonly days: readonly string[];
    readonly shortDays: readonly string[];
    readonly months: readonly string[];
    readonly shortMonths: readonly string[];
  };
}

/** The reader's forms, read off the same formats that the words use, so that axis and label agree. */
export function chartLocale(locale: Locale): ChartLocale {
  const thousand = createFormat(locale, "EUR").number(1000.5, 1);
  const percent = createFormat(locale, "EUR").percent(0.5);
  return {
    number: {
      decimal: thousand.slice(-2, -1),
      thousands: thousand.slice(1, 2),
      grouping: [3],
      currency: ["", ""],
      percent: percent.replace("50", ""),
      minus: "\u2212",
    },
    time: {
      dateTime: "%-d %b %Y, %H:%M",
      date: "%-d %b %Y",
      time: "%H:%M",
      periods: ["AM", "PM"],
      days: names(locale, "weekday", "long"),
      shortDays: names(locale, "weekday", "short"),
      months: names(locale, "month", "long"),
      shortMonths: names(locale, "month", "short"),
    },
  };
}

/** Twelve months from January, or seven days from Sunday. */
function names(locale: Locale, part: "weekday" | "month", style: "long" | "short"): string[] {
  const format = new Intl.DateTimeFormat(locale, { [part]: style, timeZone: "UTC" });
  const isMonth = part === "month";
  // 1 January 2023 was a Sunday, so that one year serves both lists.
  return Array.from({ length: isMonth ? 12 : 7 }, (_, i) => {
    const day = isMonth ? Date.UTC(2023, i, 1) : Date.UTC(2023, 0, 1 + i);
    return format.format(day).replace(".", "");
  });
}
