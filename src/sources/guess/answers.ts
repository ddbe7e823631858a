import { UserError } from "../../contract/errors.ts";
import { type DateOrder, dateOrders } from "../cells/dates.ts";
import { type DecimalSign, decimalSigns } from "../cells/numbers.ts";
import { foldStatus, type OrderFate, orderFates } from "../cells/order-fates.ts";
import type { SourceWords } from "../report/words.ts";
import { type FileKind, fileKinds, type Role, roles } from "./mapping.ts";

/** What a person answered to questions about a file; a mapping file says more of single columns. */
export type Answers = {
  readonly kind?: FileKind;
  readonly decimal?: DecimalSign;
  readonly dates?: DateOrder;
  /** Role → header. */
  readonly columns: Readonly<Partial<Record<Role, string>>>;
  /** Whether each row is a customer of its own. */
  readonly numbersRows: boolean;
  /** The day of every row, `YYYY-MM-DD`. */
  readonly day: string;
  readonly statuses: Readonly<Record<string, OrderFate>>;
  /** ISO 4217 of every amount, whatever the file says. */
  readonly currency: string;
  readonly onlyCurrency: string;
  /** The sheet of a workbook; empty for the first. */
  readonly sheet: string;
  /** Headers of columns that look like an outcome and are none. */
  readonly noOutcome: readonly string[];
  /** All of them as they were written. */
  readonly options: readonly string[];
};

export const noAnswers: Answers = {
  columns: {},
  numbersRows: false,
  day: "",
  statuses: {},
  currency: "",
  onlyCurrency: "",
  sheet: "",
  noOutcome: [],
  options: [],
};

/**
 * Answers as `--set` and mapping files write them: `<role>=<header>`, `customer=row`, `at=2026-11-30`, `kind=orders`,
 * `decimal=,`, `dates=mdy`, `sheet=Orders`, `status.<word>=purchase`, `currency=EUR`, `currency.only=EUR`, `attribute=<header>`.
 *
 * @throws {UserError} When one cannot be read, naming those that can.
 * @example
 * readAnswers(["customer=row"], says).numbersRows; // => true
 */
export function readAnswers(options: readonly string[], says: SourceWords): Answers {
  return options.reduce((answers, option) => withAnswer(answers, option, says), noAnswers);
}

/** One answer more; what was said before of the same thing no longer counts. */
export function withAnswer(answers: Answers, option: string, says: SourceWords): Answers {
  const sign = option.indexOf("=");
  const what = option.slice(0, Math.max(0, sign)).trim();
  const value = option.slice(sign + 1).trim();
  const change = sign < 1 || value === "" ? undefined : changeOf(answers, what, value);
  if (change === undefined) throw new UserError(says.unknownAnswer(option));
  const topic = topicOf(what);
  const others = answers.options.filter((other) => topic === "attribute" || topicOf(other) !== topic);
  return { ...answers, ...change, options: [...others, option] };
}

/** `currency` and `currency.only` answer the same question; of `status.…` each word is one of its own. */
function topicOf(option: string): string {
  const [what = ""] = option.split("=", 1);
  return what === "currency.only" ? "currency" : what;
}

function changeOf(answers: Answers, what: string, value: string): Partial<Answers> | undefined {
  switch (what) {
    case "kind":
      return oneOf(fileKinds, value, (kind) => ({ kind }));
    case "decimal":
      return oneOf(decimalSigns, value, (decimal) => ({ decimal }));
    case "dates":
      return oneOf(dateOrders, value, (dates) => ({ dates }));
    case "currency":
      return currencyCode(value, (currency) => ({ currency, onlyCurrency: "" }));
    case "currency.only":
      return currencyCode(value, (onlyCurrency) => ({ onlyCurrency, currency: "" }));
    case "sheet":
      return { sheet: value };
    case "attribute":
      return { noOutcome: [...answers.noOutcome, value] };
    default:
      return what.startsWith("status.")
        ? statusAnswer(answers, what.slice("status.".length), value)
        : columnAnswer(answers, what, value);
  }
}

function oneOf<Value extends string>(
  choices: readonly Value[],
  said: string,
  change: (value: Value) => Partial<Answers>,
): Partial<Answers> | undefined {
  const choice = choices.find((possible) => possible === said);
  return choice === undefined ? undefined : change(choice);
}

function currencyCode(value: string, change: (code: string) => Partial<Answers>) {
  const code = value.toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? change(code) : undefined;
}

function statusAnswer(answers: Answers, status: string, value: string): Partial<Answers> | undefined {
  const fate = orderFates.find((possible) => possible === value);
  if (fate === undefined || foldStatus(status) === "") return undefined;
  return { statuses: { ...answers.statuses, [foldStatus(status)]: fate } };
}

function columnAnswer(answers: Answers, what: string, value: string): Partial<Answers> | undefined {
  if (what === "customer" && value === "row") return { numbersRows: true };
  if (what === "at" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return { day: value };
  const role = roles.find((possible) => possible === what);
  return role === undefined ? undefined : { columns: { ...answers.columns, [role]: value } };
}

/** Answers with those of `more` on top of them. */
export function mergeAnswers(first: Answers, more: Answers, says: SourceWords): Answers {
  return more.options.reduce((answers, option) => withAnswer(answers, option, says), first);
}
