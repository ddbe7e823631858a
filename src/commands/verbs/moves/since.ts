import { addDays, type Day, isDay } from "../../../lib/day.ts";
import { words } from "../../../lib/words.ts";
import type { Period } from "../../../db/moves/moves.ts";
import type { ActiveSegmentation } from "../../../db/segmentations/segmentations.ts";
import { UserError } from "../../../contract/errors.ts";
import type { Format } from "../../../lib/locale.ts";
import type { Words } from "../../grammar/words-reader.ts";

/** How far back: so many days before the data's day, or from a day on. */
export type Since = { readonly days: number } | { readonly day: Day };

const says = words({
  en: {
    whichTime: "Since when?",
    noSuchTime: (said: string) =>
      `I can't read “${said}” as a time. Write for example 4w, 30d, 2m or a day such as 2011-10-03.`,
    dataEnd: (end: string, since: string) => `Your data end on ${end}, so nothing is known since ${since}.`,
  },
  es: {
    whichTime: "¿Desde cuándo?",
    noSuchTime: (said) =>
      `No entiendo «${said}» como tiempo. Escribe por ejemplo 4s, 30d, 2m o un día como 2011-10-03.`,
    dataEnd: (end, since) => `Tus datos terminan el ${end}, así que no se sabe nada desde el ${since}.`,
  },
  pt: {
    whichTime: "Desde quando?",
    noSuchTime: (said) =>
      `Não entendo “${said}” como tempo. Escreva por exemplo 4s, 30d, 2m ou um dia como 2011-10-03.`,
    dataEnd: (end, since) => `Seus dados terminam em ${end}, então não se sabe nada desde ${since}.`,
  },
});

/** Days of each unit by its folded names in the three languages. */
const units: readonly { readonly days: number; readonly names: readonly string[] }[] = [
  { days: 1, names: ["d", "day", "days", "dia", "dias"] },
  { days: 7, names: ["w", "week", "weeks", "s", "sem", "semana", "semanas"] },
  { days: 30, names: ["m", "month", "months", "mes", "meses"] },
];

/**
 * Days of a length of time such as `4w` or `4 semanas`, folded.
 *
 * @returns Undefined when it is none, or nothing at all.
 * @example
 * daysOf("4w"); // => 28
 */
export function daysOf(text: string): number | undefined {
  const [, count = "", name = ""] = /^(\d{1,4}) ?([a-z]+)$/u.exec(text) ?? [];
  const unit = units.find(({ names }) => names.includes(name));
  const days = Number(count) * (unit?.days ?? 0);
  return days > 0 ? days : undefined;
}

/** Takes `4w`, `4 weeks` or `2011-10-03`. */
export function takeSince(words: Words): Since {
  const word = words.take();
  if (word === undefined) throw words.missing(says[words.locale].whichTime);
  if (isDay(word.text)) return { day: word.text };
  const days = daysOf(word.folded) ?? daysOf(`${word.folded} ${takeUnit(words, word.folded)}`);
  if (days === undefined)
    throw new UserError(says[words.locale].noSuchTime(word.text), { hint: words.about.examples[0] });
  return { days };
}

function takeUnit(words: Words, count: string): string {
  const isCount = /^\d+$/u.test(count);
  return (isCount ? words.take()?.folded : undefined) ?? "";
}

/** @throws {UserError} When the day meant is later than the data's day. */
export function refuseLater(since: Since, asOf: Day, format: Format): void {
  if ("day" in since && since.day > asOf) {
    throw new UserError(says[format.locale].dataEnd(format.day(asOf), format.day(since.day)), {
      hint: "moves since 4w",
    });
  }
}

/** From the day meant, or the first that is known, to the data's day. */
export function periodSince({ asOf }: ActiveSegmentation, since: Since, firstDay: Day): Period {
  const wanted = "day" in since ? since.day : addDays(asOf, -since.days);
  const from = [wanted, firstDay].sort().at(-1) ?? firstDay;
  return { from: from < asOf ? from : asOf, to: asOf };
}
