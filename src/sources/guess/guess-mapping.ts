import { at } from "../../lib/at.ts";
import { UserError } from "../../contract/errors.ts";
import type { ColumnProfile } from "./column-profile.ts";
import { type FileAffinities, fileAffinities, guessAttribute, spellingOf } from "./guess-columns.ts";
import { guessKind } from "./guess-kind.ts";
import { guessRoles, type RoleGuess } from "./guess-roles.ts";
import { snakeCase } from "../file/headers.ts";
import { isNameless } from "../file/layout.ts";
import type { ColumnMapping, FileKind, Mapping, Role } from "./mapping.ts";
import type { ColumnOverride, MappingOverrides } from "./mapping-file.ts";
import { findPreset, type Preset } from "./presets.ts";
import type { Reading } from "../file/reading.ts";
import type { Survey } from "../file/survey.ts";

/**
 * What a file is and what each of its columns is for, from everything that stands in them; what a person said wins.
 *
 * @throws {UserError} When the file has no column that its kind cannot do without, or the mapping file names a
 * column that the file does not have.
 */
export function guessMapping(survey: Survey, overrides: MappingOverrides, reading: Reading): Mapping {
  const { columns, layout } = survey;
  const said = saidOf(columns, overrides, reading);
  const taken = said.map((column) => column.role);
  const guessed = guessKind(columns, reading.fileName, taken);
  const kind = overrides.kind ?? guessed.kind;
  const affinities = fileAffinities(columns, layout.delimiter);
  const preset = kind === "customers" ? findPreset(layout.headers) : undefined;
  const roles = guessRoles(columns, kind, taken);
  const mapped = columns.map((profile, column) =>
    mapColumn(profile, { kind, preset, affinities, role: roles[column], said: at(said, column) }),
  );
  const mapping: Mapping = {
    kind,
    confidence: overrides.kind === undefined ? guessed.confidence : 1,
    layout,
    columns: withUniqueNames(mapped),
    eventKind: snakeCase(reading.fileName.replace(/\..*$/, "")) || "event",
    cancelPrefix: cancelPrefix(columns, mapped),
  };
  checkRoles(mapping, reading);
  return mapping;
}

/** What the person said of each column, in the order of the file. */
function saidOf(
  columns: readonly ColumnProfile[],
  overrides: MappingOverrides,
  reading: Reading,
): readonly ColumnOverride[] {
  const headers = columns.map((column) => column.header);
  const unknown = Object.keys(overrides.columns).find((header) => !headers.includes(header));
  if (unknown !== undefined) throw new UserError(reading.says.mapUnknownColumn(unknown, headers.join(", ")));
  const everywhere = {
    ...(overrides.decimal === undefined ? {} : { decimal: overrides.decimal }),
    ...(overrides.dates === undefined ? {} : { dates: overrides.dates }),
  };
  return headers.map((header) => Object.assign({}, everywhere, overrides.columns[header]));
}

interface ColumnContext {
  readonly kind: FileKind;
  readonly preset: Preset | undefined;
  readonly affinities: FileAffinities;
  readonly role: RoleGuess | undefined;
  readonly said: ColumnOverride;
}

function mapColumn(profile: ColumnProfile, context: ColumnContext): ColumnMapping {
  const { said, role: guess } = context;
  const attribute = guessAttribute(profile, context.preset);
  // Spreadsheets save empty columns at the right, without a name.
  const isNothing = profile.filled === 0 && isNameless(profile.header);
  const fallback: Role = context.kind === "customers" && !isNothing ? "attribute" : "ignored";
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
    ...rest,
    role,
    personal,
    samples: personal ? [] : [...profile.cells.keys()].slice(0, 3).map((cell) => cell.trim().slice(0, 60)),
  };
}

/** Orders named `C1001` throughout are no cancellations: the plain numbers must be the rule. */
function cancelPrefix(
  columns: readonly ColumnProfile[],
  mapped: readonly ColumnMapping[],
): Mapping["cancelPrefix"] {
  const orders = columns[mapped.findIndex((column) => column.role === "order")];
  return orders !== undefined && orders.numbers.plain > orders.filled / 2 ? "C" : "";
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

/** A file without these columns cannot be read as its kind. */
function checkRoles(mapping: Mapping, reading: Reading): void {
  const { says, fileName } = reading;
  const has = (role: Role) => mapping.columns.some((column) => column.role === role);
  const headers = mapping.columns.map((column) => column.header).join(", ");
  if (!has("customer")) throw new UserError(says.noCustomerColumn(fileName, headers));
  if ((mapping.kind === "orders" || mapping.kind === "events") && !has("at")) {
    throw new UserError(says.noDateColumn(fileName, headers));
  }
  if (mapping.kind === "orders" && !has("amount") && !has("price")) {
    throw new UserError(says.noAmountColumn(fileName, headers));
  }
}
