import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { UserError } from "../../contract/errors.ts";
import { type Answers, noAnswers, readAnswers } from "./answers.ts";
import { type DateOrder, dateOrders } from "../cells/dates.ts";
import { type DecimalSign, decimalSigns } from "../cells/numbers.ts";
import {
  type ColumnMapping,
  type Delimiter,
  delimiters,
  type Encoding,
  encodings,
  type FileKind,
  fileKinds,
  type Role,
  roles,
} from "./mapping.ts";
import type { SourceWords } from "../report/words.ts";

const types = ["number", "text", "date", "flag"] as const;

/** What a person says of one column; the rest stays guessed. */
export type ColumnOverride = {
  readonly role?: Role;
  readonly name?: string;
  readonly campaign?: string;
  readonly type?: ColumnMapping["type"];
  readonly decimal?: DecimalSign;
  readonly dates?: DateOrder;
  readonly personal?: boolean;
};

/**
 * A mapping file: what a person knows better than the guess. Every entry may be left out; a column is named by its
 * header, and is given a role or an object; `set` holds answers to questions as `--set` takes them.
 *
 * ```json
 * {
 *   "kind": "orders",
 *   "encoding": "windows-1252",
 *   "delimiter": ";",
 *   "decimal": ",",
 *   "dates": "dmy",
 *   "columns": {
 *     "Kunde": "customer",
 *     "Betrag": { "role": "amount", "decimal": "," },
 *     "Filiale": { "role": "attribute", "name": "shop", "type": "text" },
 *     "Notiz": "ignored"
 *   },
 *   "set": ["status.unterwegs=purchase"]
 * }
 * ```
 */
export type MappingOverrides = {
  readonly kind?: FileKind;
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** Of a workbook. */
  readonly sheet?: string;
  readonly decimal?: DecimalSign;
  readonly dates?: DateOrder;
  readonly columns: Readonly<Record<string, ColumnOverride>>;
  readonly answers: Answers;
};

/** Nothing said: everything is guessed. */
export const noOverrides: MappingOverrides = { columns: {}, answers: noAnswers };

/**
 * Reads a mapping file from disk.
 *
 * @throws {UserError} When it is missing, no JSON, or says something that is not possible, naming what is.
 */
export async function readMappingFile(path: string, says: SourceWords): Promise<MappingOverrides> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new UserError(says.mapNotFound(basename(path)));
  });
  return parseMapping(text.replace(/^\ufeff/, ""), basename(path), says);
}

function parseMapping(text: string, file: string, says: SourceWords): MappingOverrides {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    throw new UserError(says.mapNotJson(file));
  }
  if (!isObject(said)) throw new UserError(says.mapNotJson(file));
  const columns = isObject(said["columns"]) ? said["columns"] : {};
  const set = Array.isArray(said["set"]) ? said["set"].map(String) : [];
  return {
    ...choice(said, "kind", fileKinds, says),
    ...choice(said, "encoding", encodings, says),
    ...choice(said, "delimiter", delimiters, says),
    ...(typeof said["sheet"] === "string" ? { sheet: said["sheet"] } : {}),
    ...choice(said, "decimal", decimalSigns, says),
    ...choice(said, "dates", dateOrders, says),
    columns: Object.fromEntries(
      Object.entries(columns).map(([header, column]) => [header, readColumn(column, says)]),
    ),
    answers: readAnswers(set, says),
  };
}

function readColumn(said: unknown, says: SourceWords): ColumnOverride {
  const column = isObject(said) ? said : { role: said };
  return {
    ...choice(column, "role", roles, says),
    ...choice(column, "type", types, says),
    ...choice(column, "decimal", decimalSigns, says),
    ...choice(column, "dates", dateOrders, says),
    ...(typeof column["name"] === "string" ? { name: column["name"] } : {}),
    ...(typeof column["campaign"] === "string" ? { campaign: column["campaign"] } : {}),
    ...(typeof column["personal"] === "boolean" ? { personal: column["personal"] } : {}),
  };
}

/** One entry as `{ [name]: value }`, or nothing when it is not said. */
function choice<Name extends string, Value extends string>(
  said: Readonly<Record<string, unknown>>,
  name: Name,
  choices: readonly Value[],
  says: SourceWords,
): { readonly [N in Name]?: Value } {
  const value = said[name];
  if (value === undefined) return {};
  const chosen = choices.find((possible) => possible === value);
  if (chosen === undefined)
    throw new UserError(says.mapUnknownValue(name, JSON.stringify(value), choices.join(", ")));
  return { [name]: chosen } as { readonly [N in Name]?: Value };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
