import { fateOf, foldStatus } from "../cells/order-fates.ts";
import type { ColumnProfile } from "../guess/column-profile.ts";
import { rivalCustomers } from "../guess/choose-roles.ts";
import { bareList } from "../guess/guess-kind.ts";
import type { Mapping, Role } from "../guess/mapping.ts";
import type { MappingOverrides } from "../guess/mapping-file.ts";
import { isOutcome } from "../guess/outcome.ts";
import { staysTheSame } from "../guess/settle-money.ts";
import type { Survey } from "../file/survey.ts";

export type DoubtId =
  | "kind"
  | "customer"
  | "at"
  | "currency"
  | "decimal"
  | "total"
  | "status"
  | "dates"
  | "outcome";

/** Something of a file that can be read in more than one way. */
export interface Doubt {
  readonly id: DoubtId;
  /** Answers, the likelier first. */
  readonly options: readonly string[];
  /** The column, or the cells, that it is about. */
  readonly about: string;
  /** Whether it is asked whatever it moves: the file cannot be read without, or it decides who may be contacted. */
  readonly asksAlways: boolean;
}

/** What is known of the world around a file. */
export interface AroundFile {
  readonly now: Date;
  /** ISO 4217 of currencies whose amounts can be added: the team's own, and those that it gave a rate for. */
  readonly convertible: ReadonlySet<string>;
}

/** Everything of a file that can be read in more than one way, the weightiest first. */
export function findDoubts(
  { columns, layout }: Survey,
  mapping: Mapping,
  overrides: MappingOverrides,
  around: AroundFile,
): readonly Doubt[] {
  const file: File = { columns, mapping, overrides, delimiter: layout.delimiter, ...around };
  return [kind, customer, day, currency, decimal, total, status, dates, outcome].flatMap(
    (find) => find(file) ?? [],
  );
}

interface File extends AroundFile {
  readonly columns: readonly ColumnProfile[];
  readonly mapping: Mapping;
  readonly overrides: MappingOverrides;
  readonly delimiter: string;
}

type Found = Doubt | undefined;

/** A bare list of addresses: people to leave alone, or simply people. */
function kind({ mapping }: File): Found {
  if (mapping.kind !== "suppressions" || mapping.confidence > bareList) return undefined;
  const options = ["kind=suppressions", "kind=customers"];
  return { id: "kind", options, about: mapping.layout.headers[0] ?? "", asksAlways: true };
}

/** Nothing that names the customers, or two columns that could. */
function customer({ columns, mapping, overrides }: File): Found {
  if (mapping.numbersRows || mapping.program !== "") return undefined;
  if (find(mapping, "customer") === -1) {
    if (mapping.kind !== "customers") return undefined;
    return { id: "customer", options: ["customer=row"], about: "", asksAlways: true };
  }
  const isSaid = mapping.columns[find(mapping, "customer")]?.why === "person";
  if (isSaid) return undefined;
  const taken = columns.map(({ header }) => overrides.columns[header]?.role);
  const rivals = rivalCustomers(columns, mapping.kind, taken);
  if (rivals.length < 2) return undefined;
  const options = rivals.slice(0, 3).map(({ profile }) => `customer=${profile.header}`);
  const about = rivals.map(({ profile }) => profile.header).join(", ");
  return { id: "customer", options, about, asksAlways: false };
}

function day({ mapping, now }: File): Found {
  if (mapping.kind !== "orders" && mapping.kind !== "events") return undefined;
  if (find(mapping, "at") !== -1 || mapping.orders.day !== "") return undefined;
  const today = now.toISOString().slice(0, 10);
  return { id: "at", options: [`at=${today}`], about: today, asksAlways: true };
}

/** Several currencies of which not all can be converted. */
function currency({ columns, mapping, overrides, convertible }: File): Found {
  const column = columns[find(mapping, "currency")];
  const { currency: said, onlyCurrency } = overrides.answers;
  if (column === undefined || mapping.kind !== "orders" || said !== "" || onlyCurrency !== "")
    return undefined;
  const counts = new Map<string, number>();
  for (const [cell, count] of column.cells)
    counts.set(cell.toUpperCase(), (counts.get(cell.toUpperCase()) ?? 0) + count);
  const codes = [...counts].sort(([, a], [, b]) => b - a).map(([code]) => code);
  if (codes.length < 2 || codes.every((code) => convertible.has(code))) return undefined;
  const main = codes.find((code) => convertible.has(code)) ?? codes[0] ?? "";
  const options = [`currency.only=${main}`, `currency=${main}`];
  return { id: "currency", options, about: codes.join(", "), asksAlways: true };
}

const moneyRoles: ReadonlySet<Role> = new Set(["price", "amount", "total", "refunded"]);

/** Money of which every cell with a sign is like `1.200`, in a file that nowhere proves what its signs mean. */
function decimal({ columns, mapping, overrides, delimiter }: File): Found {
  if (overrides.answers.decimal !== undefined || overrides.decimal !== undefined) return undefined;
  if (columns.some(({ numbers }) => numbers.point > 0 || numbers.comma > 0)) return undefined;
  const place = mapping.columns.findIndex(({ role, measure, header }, column) => {
    const { pointOrGroup = 0, commaOrGroup = 0 } = columns[column]?.numbers ?? {};
    const isMoney = moneyRoles.has(role) || measure === "spent";
    return isMoney && pointOrGroup + commaOrGroup > 0 && overrides.columns[header]?.decimal === undefined;
  });
  const column = columns[place];
  if (column === undefined) return undefined;
  const options = delimiter === ";" ? ["decimal=,", "decimal=."] : ["decimal=.", "decimal=,"];
  const example = [...column.cells.keys()].find((cell) => /\d[.,]\d{3}/.test(cell)) ?? "";
  return { id: "decimal", options, about: example, asksAlways: false };
}

/** Lines that may have repeated what their order came to by chance. */
const fewRepeats = 3;

/** An amount that is the same on all lines of every order: the line's, or the order's. */
function total({ columns, mapping }: File): Found {
  const amount = columns[find(mapping, "amount")];
  const order = columns[find(mapping, "order")];
  if (mapping.kind !== "orders" || amount === undefined || order === undefined) return undefined;
  const isSaid = mapping.columns[find(mapping, "amount")]?.why === "person" || mapping.program !== "";
  if (isSaid || find(mapping, "total") !== -1 || amount.distinct < fewRepeats) return undefined;
  if (order.repeated < fewRepeats || !staysTheSame(amount, order)) return undefined;
  const options = [`total=${amount.header}`, `amount=${amount.header}`];
  return { id: "total", options, about: amount.header, asksAlways: false };
}

/** Statuses that nobody knows. */
function status({ columns, mapping }: File): Found {
  const column = columns[find(mapping, "status")];
  if (column === undefined || mapping.kind !== "orders") return undefined;
  const unknown = [...column.cells.keys()].filter(
    (cell) => fateOf(cell, mapping.orders.statuses) === undefined,
  );
  if (unknown.length === 0) return undefined;
  const [only] = unknown;
  const name = unknown.length === 1 && only !== undefined ? foldStatus(only) : "other";
  const options = [`status.${name}=purchase`, `status.${name}=none`];
  return { id: "status", options, about: unknown.slice(0, 5).join(", "), asksAlways: false };
}

/** Days that are all below 13: day and month can be swapped. */
function dates({ columns, mapping }: File): Found {
  const place = find(mapping, "at");
  const column = mapping.columns[place];
  if (column === undefined || column.datesProven) return undefined;
  if (mapping.kind !== "orders" && mapping.kind !== "events") return undefined;
  const cells = [...(columns[place]?.cells.keys() ?? [])];
  const example = cells.find((cell) => !/^\s*(\d+)\D+\1\D/.test(cell));
  if (example === undefined) return undefined;
  const options = column.dates === "mdy" ? ["dates=mdy", "dates=dmy"] : ["dates=dmy", "dates=mdy"];
  return { id: "dates", options, about: example, asksAlways: true };
}

/** A column that looks like the answer a model is to learn; asked only where something is asked anyway. */
function outcome({ columns, mapping, overrides }: File): Found {
  if (mapping.kind !== "customers") return undefined;
  const place = mapping.columns.findIndex((column, place) => {
    const profile = columns[place];
    return (
      profile !== undefined &&
      isOutcome(column, profile) &&
      !overrides.answers.noOutcome.includes(column.header)
    );
  });
  const header = mapping.columns[place]?.header;
  if (header === undefined) return undefined;
  return {
    id: "outcome",
    options: [`response=${header}`, `attribute=${header}`],
    about: header,
    asksAlways: false,
  };
}

function find(mapping: Mapping, role: Role): number {
  return mapping.columns.findIndex((column) => column.role === role);
}
