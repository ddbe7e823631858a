import { at } from "../../lib/at.ts";
import { UserError } from "../../contract/errors.ts";
import { guessRoles } from "./choose-roles.ts";
import type { ColumnProfile } from "./column-profile.ts";
import { currencyOfHeaders } from "./currency-headers.ts";
import { measuresOf } from "./customer-measures.ts";
import {
  type FileAffinities,
  fileAffinities,
  guessAttribute,
  type KnownNames,
  spellingOf,
} from "./guess-columns.ts";
import { guessKind } from "./guess-kind.ts";
import type { RoleGuess } from "./guess-roles.ts";
import type { ColumnMapping, FileKind, Mapping, OrderRules, Role } from "./mapping.ts";
import type { ColumnOverride, MappingOverrides } from "./mapping-file.ts";
import { programRoles } from "./program-roles.ts";
import { staysTheSame } from "./settle-money.ts";
import { snakeCase } from "../file/headers.ts";
import type { Reading } from "../file/reading.ts";
import type { Survey } from "../file/survey.ts";
import { findDataSet } from "../programs/data-sets.ts";
import { findProgram } from "../programs/index.ts";
import type { Program } from "../programs/program.ts";

/**
 * What a file is and what each of its columns is for: a known program's export as that program says, any other from
 * everything that stands in it; what a person said wins.
 *
 * @throws {UserError} When what the person said names a column that the file does not have.
 */
export function guessMapping(survey: Survey, overrides: MappingOverrides, reading: Reading): Mapping {
  const { columns, layout } = survey;
  const said = saidOf(columns, overrides, reading);
  const taken = said.map((column) => column.role);
  const { answers } = overrides;
  const saidKind = answers.kind ?? overrides.kind;
  const known = findProgram(layout.headers);
  const program = saidKind === undefined || saidKind === known?.kind ? known : undefined;
  const guessed =
    program === undefined
      ? guessKind(columns, reading.fileName, taken)
      : { kind: program.kind, confidence: 1 };
  const kind = saidKind ?? guessed.kind;
  const names: KnownNames = {
    program,
    dataSet: kind === "customers" && program === undefined ? findDataSet(layout.headers) : undefined,
  };
  const affinities = fileAffinities(columns, layout.delimiter);
  const roles =
    program === undefined ? guessRoles(columns, kind, taken) : programRoles(program, columns, taken);
  const guesses = columns.map((profile, column) =>
    mapColumn(profile, { kind, names, affinities, role: roles[column], said: at(said, column) }),
  );
  const mapped = withUniqueNames(answers.currency === "" ? guesses : guesses.map(withoutCurrency));
  const measures = kind === "customers" ? measuresOf(mapped, columns) : [];
  return {
    kind,
    confidence: saidKind === undefined ? guessed.confidence : 1,
    program: program?.id ?? "",
    layout,
    columns: mapped.map((column, place) => Object.assign({}, column, { measure: measures[place] ?? "" })),
    numbersRows: answers.numbersRows,
    says: program?.says ?? (kind === "suppressions" ? "no" : ""),
    eventKind: snakeCase(reading.fileName.replace(/\..*$/, "")) || "event",
    orders: orderRules(columns, mapped, program, overrides),
    // The day of one file is not that of the next.
    answers: answers.options.filter((option) => option !== `at=${answers.day}`),
  };
}

function orderRules(
  columns: readonly ColumnProfile[],
  mapped: readonly ColumnMapping[],
  program: Program | undefined,
  { answers }: MappingOverrides,
): OrderRules {
  return {
    statuses: { ...program?.statuses, ...answers.statuses },
    carriesDown: program === undefined ? leavesBlanks(columns, mapped) : program.carriesDown === true,
    services: program?.services ?? [],
    cancelPrefix: hasPlainNumbers(columns, mapped) ? (program?.cancelPrefix ?? "") : "",
    currency: answers.currency || currencyOfHeaders(mapped),
    onlyCurrency: answers.onlyCurrency,
    day: answers.day,
  };
}

/** Orders named `C1001` throughout are no cancellations: the plain numbers must be the rule. */
function hasPlainNumbers(columns: readonly ColumnProfile[], mapped: readonly ColumnMapping[]): boolean {
  const orders = columns[mapped.findIndex((column) => column.role === "order")];
  return orders !== undefined && orders.numbers.plain > orders.filled / 2;
}

/** Whether orders of several lines leave who and when blank after the first: then neither stands on most lines. */
function leavesBlanks(columns: readonly ColumnProfile[], mapped: readonly ColumnMapping[]): boolean {
  const find = (role: Role) => columns[mapped.findIndex((column) => column.role === role)];
  const order = find("order");
  const day = find("at");
  if (order === undefined || day === undefined) return false;
  return day.missing > 0 && (order.missing > 0 || staysTheSame(day, order));
}

/** What the person said of each column, in the order of the file. */
function saidOf(
  columns: readonly ColumnProfile[],
  overrides: MappingOverrides,
  reading: Reading,
): readonly ColumnOverride[] {
  const headers = columns.map((column) => column.header);
  const { answers } = overrides;
  const named = [...Object.keys(overrides.columns), ...Object.values(answers.columns), ...answers.noOutcome];
  const unknown = named.find((header) => !headers.includes(header));
  if (unknown !== undefined) throw new UserError(reading.says.mapUnknownColumn(unknown, headers.join(", ")));
  const decimal = answers.decimal ?? overrides.decimal;
  const dates = answers.dates ?? overrides.dates;
  const everywhere = {
    ...(decimal === undefined ? {} : { decimal }),
    ...(dates === undefined ? {} : { dates }),
  };
  const answered = new Map(Object.entries(answers.columns).map(([role, header]) => [header, role as Role]));
  return headers.map((header) => {
    const role = answered.get(header);
    return Object.assign({}, everywhere, overrides.columns[header], role === undefined ? {} : { role });
  });
}

interface ColumnContext {
  readonly kind: FileKind;
  readonly names: KnownNames;
  readonly affinities: FileAffinities;
  readonly role: RoleGuess | undefined;
  readonly said: ColumnOverride;
}

function mapColumn(
  profile: ColumnProfile,
  context: ColumnContext,
): Omit<ColumnMapping, "measure"> & { measure: "" } {
  const { said, role: guess } = context;
  const attribute = guessAttribute(profile, context.names);
  // A column that nobody filled in is nothing: spreadsheets save some at the right, programs all that they have.
  const fallback: Role = context.kind === "customers" && profile.filled > 0 ? "attribute" : "ignored";
  const role = said.role ?? guess?.role ?? fallback;
  const campaign =
    role === "response" ? snakeCase(profile.header) : role === "attribute" ? attribute.campaign : "";
  const personal = said.personal ?? (attribute.personal && role !== "consent");
  const { role: _, ...rest } = said;
  return {
    header: profile.header,
    ...attribute,
    ...spellingOf(profile, context.affinities),
    ...(guess === undefined ? {} : { confidence: guess.confidence, why: guess.why }),
    ...(said.role === undefined && said.name === undefined ? {} : { confidence: 1, why: "person" as const }),
    ...(said.dates === undefined ? {} : { datesProven: true }),
    campaign,
    measure: "",
    ...rest,
    role,
    personal,
    samples: personal ? [] : [...profile.cells.keys()].slice(0, 3).map((cell) => cell.slice(0, 60)),
  };
}

/** Where a person said what every amount is in, the column that says something else is not read. */
function withoutCurrency(column: ColumnMapping): ColumnMapping {
  return column.role === "currency" ? { ...column, role: "ignored" } : column;
}

/** Two columns that would become the same attribute are told apart by a number. */
function withUniqueNames(columns: readonly ColumnMapping[]): ColumnMapping[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    if (column.role !== "attribute") return column;
    const times = (seen.get(column.name) ?? 0) + 1;
    seen.set(column.name, times);
    return times === 1 ? column : Object.assign({}, column, { name: `${column.name}_${times}` });
  });
}
