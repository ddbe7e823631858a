/** The languages a person may read. Everything shown exists in all three. */
export const locales = ["en", "es", "pt"] as const;
export type Locale = (typeof locales)[number];

/** A phrase in every language; a missing language does not compile. */
export type Localized<T = string> = Readonly<Record<Locale, T>>;

/** Regional forms: `pt` writes as in Brazil; `es` groups four digits too, as its readers expect in tables. */
const region: Localized = { en: "en-US", es: "es-ES", pt: "pt-BR" };

/**
 * The language for a Slack or POSIX tag such as `pt-BR` or `es_ES.UTF-8`; English when it is none of ours.
 *
 * @example
 * readLocale("pt-BR"); // => "pt"
 */
export function readLocale(tag: string | undefined): Locale {
  const language = (tag ?? "").slice(0, 2).toLowerCase();
  return locales.find((locale) => locale === language) ?? "en";
}

/** Numbers, money, shares and dates as one reader writes them. */
export interface Format {
  readonly locale: Locale;
  /** ISO 4217 code. */
  readonly currency: string;
  /** A number with `digits` decimals, so that a column lines up; by itself whole, or with one decimal below 100. */
  number(value: number, digits?: number): string;
  /** A share in [0, 1] as a percentage: `18 %`, `41.5 %`. */
  percent(share: number, digits?: number): string;
  /** An amount in cents in the team's currency: whole units from 100 on. */
  money(cents: number): string;
  /** A day, for example `31 Oct 2011`. */
  date(day: Date): string;
  /** The same day from `YYYY-MM-DD`, which is a day and no moment: it is in no time zone. */
  day(isoDay: string): string;
  /** A list with "and": `a, b and c`. */
  list(items: readonly string[]): string;
  /** A list with "or": `a, b or c`. */
  either(items: readonly string[]): string;
}

/**
 * The formats of one reader.
 *
 * @param currency ISO 4217 code, for example `EUR`.
 * @example
 * createFormat("es", "EUR").number(12345.6, 1); // => "12.345,6"
 */
export function createFormat(locale: Locale, currency: string, timeZone = "UTC"): Format {
  const tag = region[locale];
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone });
  const calendar = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone: "UTC" });
  const disjunction = new Intl.ListFormat(tag, { type: "disjunction" });
  const conjunction = new Intl.ListFormat(tag, { type: "conjunction" });
  return {
    locale,
    currency,
    number(value, digits) {
      const most = digits ?? (Math.abs(value) >= 100 ? 0 : 1);
      return value.toLocaleString(tag, {
        minimumFractionDigits: digits ?? 0,
        maximumFractionDigits: most,
        useGrouping: "always",
      });
    },
    percent(share, digits = share !== 0 && Math.abs(share) < 0.1 ? 1 : 0) {
      return share.toLocaleString(tag, { style: "percent", maximumFractionDigits: digits });
    },
    money(cents) {
      const digits = Math.abs(cents) >= 10_000 ? 0 : 2;
      return (cents / 100).toLocaleString(tag, {
        style: "currency",
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        useGrouping: "always",
      });
    },
    date: (value) => day.format(value),
    day: (isoDay) => calendar.format(new Date(isoDay)),
    list: (items) => conjunction.format(items),
    either: (items) => disjunction.format(items),
  };
}
