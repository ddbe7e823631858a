import type { ImportQuestion } from "../../../contract/import-questions.ts";
import type { Fact, Form, FormField, ReplyBody } from "../../../contract/reply.ts";
import { createFormat, type Format } from "../../../lib/locale.ts";
import type { FileKind, Mapping, Role } from "../../../sources/guess/mapping.ts";
import type { Finding, FindingCode } from "../../../sources/report/quality.ts";
import type { ReadSummary } from "../../../sources/report/read-summary.ts";
import type { Understanding } from "../../../sources/report/understanding.ts";
import { findingTexts } from "./finding-words.ts";
import { roleTexts } from "./role-words.ts";
import { understoodSays } from "./understood-words.ts";
import { says } from "./words.ts";

/** A file that was sent, with how it is understood. */
export type UnderstoodFile = Understanding & { readonly id: number; readonly fileName: string };

/** What I understood of a file, what I would do with it, and the buttons to agree or not. */
export function understoodReply(file: UnderstoodFile, format: Format): ReplyBody {
  const { id, fileName, mapping, read, questions } = file;
  const { locale } = format;
  const words = understoodSays[locale];
  return {
    headline: words.headline(fileName, says[locale].kinds[mapping.kind]),
    facts: factsOf(read, format),
    paragraphs: [...treatments(file.findings, format), ...questions.map((each) => asked(each, format))],
    caveat: words.nothingStored,
    actions: [
      { label: words.right, line: `data import u${id} confirm`, style: "primary" },
      { label: words.cancel, line: `data import u${id} cancel` },
    ],
    form: changeForm(file, format),
    data: { file: id, fileName, mapping, read: { ...read, questions } },
  };
}

function factsOf(read: ReadSummary, format: Format): readonly Fact[] {
  const words = understoodSays[format.locale];
  const hasMoney = read.grossCents !== 0 || read.returnedCents !== 0;
  const { from, to } = read;
  return [
    { label: words.people, value: format.number(read.people) },
    ...(read.orders === 0
      ? []
      : [
          {
            label: words.orders,
            value: words.ordersIn(format.number(read.orders), format.number(read.lines)),
          },
        ]),
    ...(hasMoney ? [{ label: words.money, value: money(read, format) }] : []),
    ...(from === null || to === null ? [] : [{ label: words.days, value: words.fromTo(from, to) }]),
    { label: words.saidNo, value: format.number(read.saidNo) },
  ];
}

/** In the file's own currency where it names one; several are not added up into one that would be wrong. */
function money({ grossCents, returnedCents, currency }: ReadSummary, format: Format): string {
  const amount = (cents: number) =>
    currency === null ? format.number(cents / 100) : createFormat(format.locale, currency).money(cents);
  const words = understoodSays[format.locale];
  return returnedCents === 0
    ? amount(grossCents)
    : words.withReturns(amount(grossCents), amount(returnedCents));
}

/** What decides over money and people is told before anything is stored; the rest stands in `data check`. */
const told: ReadonlySet<FindingCode> = new Set([
  "cancelled_orders",
  "unpaid_orders",
  "refunded_orders",
  "unknown_status",
  "other_currency",
  "cancelled_lines",
  "returned_lines",
  "anonymous_lines",
  "no_customer",
  "unreadable_date",
  "unreadable_number",
  "ragged_row",
  "future_dated",
  "repaired_letters",
  "no_order_column",
  "assumed_date_order",
]);

function treatments(findings: readonly Finding[], format: Format): readonly string[] {
  const texts = findings
    .filter(({ code }) => told.has(code))
    .map(({ code, count, column }) => {
      const [what, done] = findingTexts[format.locale][code];
      return column === undefined
        ? `${format.number(count)} ${what}: ${done}`
        : `${column}: ${format.number(count)} ${what}: ${done}`;
    });
  return texts.length === 0 ? [] : [texts.join("; ")];
}

function asked({ text, choices }: ImportQuestion, format: Format): string {
  return understoodSays[format.locale].asked(text, choices[0]?.effect ?? "");
}

/** The columns that a file of each kind stands on. */
const keyRoles: Readonly<Record<FileKind, readonly Role[]>> = {
  orders: ["customer", "order", "at", "total", "amount", "refunded", "status", "currency"],
  customers: ["customer", "consent", "optOut"],
  events: ["customer", "at", "kind"],
  suppressions: ["customer"],
};
/** Fields that a person goes through without tiring. */
const mostFields = 8;
const longestChoice = 75;

/** The questions first, then the columns, the most doubtful first; each answer is a word of `data import u3 set`. */
function changeForm({ id, mapping, questions }: UnderstoodFile, { locale }: Format): Form {
  const words = understoodSays[locale];
  const asked = new Set(questions.map((question) => question.id));
  const roles = keyRoles[mapping.kind]
    .filter((role) => !asked.has(role))
    .map((role) => ({ role, sure: sureness(mapping, role) }))
    .toSorted((one, other) => one.sure - other.sure)
    .map(({ role }) => columnField(mapping, role, roleTexts[locale][role]));
  return {
    title: words.changeTitle,
    submit: words.submit,
    open: words.change,
    line: `data import u${id} set`,
    fields: [...questions.map(questionField), ...roles].slice(0, mostFields),
  };
}

/** A column that was not found may be there under another name: it comes after the doubtful ones, before the sure. */
function sureness({ columns }: Mapping, role: Role): number {
  return columns.find((column) => column.role === role)?.confidence ?? 0.95;
}

function questionField({ text, choices }: ImportQuestion): FormField {
  const [first] = choices;
  return {
    name: "",
    label: text,
    kind: "choice",
    choices: choices.map(({ option, effect }) => ({ label: effect, value: option })).filter(fits),
    ...(first === undefined ? {} : { value: first.option }),
  };
}

function columnField({ columns }: Mapping, role: Role, label: string): FormField {
  const chosen = columns.find((column) => column.role === role);
  return {
    name: "",
    label,
    kind: "choice",
    choices: columns.map(({ header }) => ({ label: header, value: `${role}=${header}` })).filter(fits),
    optional: true,
    ...(chosen === undefined ? {} : { value: `${role}=${chosen.header}` }),
  };
}

/** A value that Slack would cut would name another column. */
function fits({ value }: { readonly value: string }): boolean {
  return value.length <= longestChoice;
}
