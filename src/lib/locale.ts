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
  const day = dayFormat(tag, timeZone);
  const calendar = dayFormat(tag, "UTC");
  const disjunction = listFormat(tag, "disjunction");
  const conjunction = listFormat(tag, "conjunction");
  return {
    locale,
    currency,
    number(value, digits) {
      const most = digits ?? (Math.abs(value) >= 100 ? 0 : 1);
      return numberFormat(tag, digits ?? 0, most).format(value);
    },
    percent(share, digits = share !== 0 && Math.abs(share) < 0.1 ? 1 : 0) {
      return percentFormat(tag, digits).format(share);
    },
    money(cents) {
      return moneyFormat(tag, currency, Math.abs(cents) >= 10_000 ? 0 : 2).format(cents / 100);
    },
    date: (value) => day.format(value),
    day: (isoDay) => calendar.format(new Date(isoDay)),
    list: (items) => conjunction.format(items),
    either: (items) => disjunction.format(items),
  };
}

// Making one of these costs a hundred times what using it does, and an answer writes hundreds of numbers.
const numberFormat = remembered(
  (tag: string, minimumFractionDigits: number, maximumFractionDigits: number) =>
    new Intl.NumberFormat(tag, { minimumFractionDigits, maximumFractionDigits, useGrouping: "always" }),
);
const percentFormat = remembered(
  (tag: string, maximumFractionDigits: number) =>
    new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits }),
);
const moneyFormat = remembered((tag: string, currency: string, digits: number) => {
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(tag, { style: "currency", currency, ...places, useGrouping: "always" });
});
const dayFormat = remembered(
  (tag: string, timeZone: string) => new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone }),
);
const listFormat = remembered(
  (tag: string, type: "conjunction" | "disjunction") => new Intl.ListFormat(tag, { type }),
);

/** The same function, which makes each thing once: there are as many as languages, currencies, digits and time zones. */
function remembered<Given extends readonly (string | number)[], Made>(
  make: (...given: Given) => Made,
): (...given: Given) => Made {
  const made = new Map<string, Made>();
  return (...given) => {
    const key = given.join(" ");
    const known = made.get(key) ?? make(...given);
    made.set(key, known);
    return known;
  };
}
