import { attributeWords, personalAttributes } from "./attribute-words.ts";
import { type DateOrder, dateOrder } from "../cells/dates.ts";
import { decimalSign, type DecimalSign } from "../cells/numbers.ts";
import { type ColumnProfile, dateCells, numberCells } from "./column-profile.ts";
import { type Leniency, matchHeader, snakeCase } from "../file/headers.ts";
import type { ColumnMapping } from "./mapping.ts";
import { type DataSet, dataSetWords } from "../programs/data-sets.ts";
import { foldHeader, type Program } from "../programs/program.ts";

/** What the columns of a file have in common, for those cells that prove nothing themselves. */
export interface FileAffinities {
  readonly decimal: DecimalSign;
  readonly dates: "dmy" | "mdy";
}

/** A share of cells that lets a column pass for numbers or dates although a few cells are neither. */
const most = 0.9;
const strict: Leniency = { shortest: 8, parts: false };
const dataSetLeniency: Leniency = { shortest: 5, parts: false };

/** The decimal sign and the date order that the file as a whole proves; a semicolon goes with decimal commas. */
export function fileAffinities(columns: readonly ColumnProfile[], delimiter: string): FileAffinities {
  let point = 0;
  let comma = 0;
  let dayFirst = 0;
  let monthFirst = 0;
  for (const { numbers, dates } of columns) {
    point += numbers.point;
    comma += numbers.comma;
    dayFirst += dates.dayFirst;
    monthFirst += dates.monthFirst;
  }
  const undecided = delimiter === ";" ? "," : ".";
  return {
    decimal: point === comma ? undecided : comma > point ? "," : ".",
    dates: monthFirst > dayFirst ? "mdy" : "dmy",
  };
}

/** How the numbers and dates of a column are written. */
export function spellingOf(
  profile: ColumnProfile,
  affinities: FileAffinities,
): { readonly decimal: DecimalSign; readonly dates: DateOrder; readonly datesProven: boolean } {
  const { order, proven } = dateOrder(profile.dates, affinities.dates);
  return { decimal: decimalSign(profile.numbers, affinities.decimal), dates: order, datesProven: proven };
}

const dateHeader =
  /(?:^|_)(?:date|dt|day|fecha|data|dia|since|desde|alta|cadastro|birthday|nacimiento|nascimento|at|on)(?:_|$)/;
const epochHeader = /(?:^|_)(?:time|timestamp|ts|created|updated|registered)(?:_|$)/;
const codeHeader =
  /(?:^|_)(?:code|type|class|category|group|zone|codigo|cod|tipo|clase|classe|categoria|grupo|zona)(?:_|$)/;

/** What the cells of an attribute are: all of a text column, most of a number or date column, must be readable. */
function typeOf(profile: ColumnProfile): ColumnMapping["type"] {
  const { filled, flags, dates, distinct } = profile;
  const header = snakeCase(profile.header);
  const numbers = numberCells(profile);
  if (filled === 0) return "text";
  const namesDate = dateHeader.test(header);
  if (dateCells(profile) >= filled * most && (numbers < filled * most || namesDate)) return "date";
  if (dates.serial >= filled * most && namesDate) return "date";
  if (dates.epoch >= filled * most && (namesDate || epochHeader.test(header))) return "date";
  if (flags === filled && numbers < filled) return "flag";
  if (numbers < filled * most) return "text";
  // Few whole numbers under "type" or "code" are names of groups, not amounts.
  return codeHeader.test(header) && distinct <= 20 ? "text" : "number";
}

/** Who may have named the columns. */
export interface KnownNames {
  readonly dataSet: DataSet | undefined;
  readonly program: Program | undefined;
}

/** The attribute that a column of a customers' file becomes. */
export function guessAttribute(
  profile: ColumnProfile,
  known: KnownNames,
): Pick<ColumnMapping, "name" | "campaign" | "type" | "personal" | "confidence" | "why"> {
  const { name, why, confidence } = attributeName(profile, known);
  // Who somebody is may stand under any header; better one column too many withheld than one too few.
  const personal = personalAttributes.has(name) || profile.emails + profile.phones > profile.filled / 2;
  const type = personal || name === "postal_code" ? "text" : typeOf(profile);
  return { name, why, confidence, personal, type, campaign: campaignOf(name, profile) };
}

function attributeName(
  profile: ColumnProfile,
  { dataSet, program }: KnownNames,
): Pick<ColumnMapping, "name" | "confidence" | "why"> {
  const own = snakeCase(profile.header) || "column";
  const header = foldHeader(profile.header);
  const named = Object.entries(program?.attributes ?? {}).find(([, headers]) =>
    headers.some((other) => foldHeader(other) === header),
  );
  if (named !== undefined) return { name: named[0], why: "preset", confidence: 1 };
  const known =
    dataSet === undefined ? undefined : matchHeader(profile.header, dataSetWords(dataSet), dataSetLeniency);
  if (known !== undefined) return { name: known.meaning, why: "preset", confidence: known.confidence };
  const general = matchHeader(profile.header, attributeWords(), strict);
  if (general !== undefined)
    return { name: general.meaning, why: general.why, confidence: general.confidence };
  return { name: own, why: "content", confidence: 1 };
}

/** `accepted_cmp3` and the like, with nothing but 0 and 1 in them, are answers to past campaigns as well. */
function campaignOf(name: string, profile: ColumnProfile): string {
  const campaign = /^(?:accepted|acepto|aceito|aceitou)_(.+)$/.exec(name)?.[1];
  return campaign !== undefined && profile.filled > 0 && profile.flags === profile.filled ? campaign : "";
}
