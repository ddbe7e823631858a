import { type ColumnProfile, dateCells, numberCells } from "./column-profile.ts";
import { shareOfConsents, shareOfCurrencies, shareOfFates } from "./cell-shares.ts";
import { roleWords } from "./header-words.ts";
import { matchHeader, snakeCase } from "../file/headers.ts";
import type { ColumnMapping, FileKind, Role } from "./mapping.ts";

/** The role of a column, and how sure it is. */
export type RoleGuess = Pick<ColumnMapping, "role" | "confidence" | "why">;

/** A column that may have a role, with what speaks for it. */
export type Candidate = RoleGuess & {
  readonly column: number;
  readonly profile: ColumnProfile;
  /** What it goes before others by; its confidence, but for addresses beside numbers of the shop's own. */
  readonly rank: number;
};

/** Roles that several columns of a file may have. */
export const sharedRoles: ReadonlySet<Role> = new Set(["ignored", "response"]);
/** "id" alone may be the number of the line. */
const bareId = 0.7;
/** In orders, deals and events an address says who it was, better than a number of which nothing says whose it is. */
const addressOfBuyer = 0.85;
/** In lists of people any number of the shop's own goes before the address, which is found there all the same. */
const addressBesideNumbers = 0.4;

/** People who sell, and groups of people: neither is a customer. */
const seller =
  /(?:^|_)(?:owner|rep|agent|seller|sales_?person|sales_?rep|staff|cashier|employee|assignee|assigned|vendedor|vendedora|agente|cajero|empleado|funcionario|responsable|responsavel|store|shop|tienda|loja|supplier|vendor)(?:_|$)/;
const group =
  /(?:^|_)(?:tier|level|type|segment|group|class|category|status|rank|grade|nivel|tipo|segmento|grupo|clase|categoria|classe|rango)(?:_|$)/;
/** Days of other things than the purchase. */
const otherDay =
  /birth|nacim|nasc|(?:^|_)(?:due|expir\w*|deliver\w*|ship\w*|estimated|updated|modified|last|first|joined|sign_?up|signed_up|regist\w*|since|alta|cadastro|cancel\w*|refund\w*|entrega|envio|vencimiento|vencimento|ultima|ultimo)(?:_|$)/;

/**
 * Every column that may have a role in such a file: by header, confirmed by the cells. An empty column may have none.
 *
 * @param taken Roles that a person gave, by column; they are left alone and given to no other.
 */
export function roleCandidates(
  columns: readonly ColumnProfile[],
  kind: FileKind,
  taken: readonly (Role | undefined)[],
): readonly Candidate[] {
  const words = roleWords(kind);
  const given = new Set(taken);
  const found = columns.flatMap((profile, column) => {
    if (taken[column] !== undefined || profile.filled === 0) return [];
    return guessesOf(profile, kind, words).map((guess) => Object.assign({}, guess, { column, profile }));
  });
  const free = found.filter(({ role }) => sharedRoles.has(role) || !given.has(role));
  if (given.has("customer") || free.some(({ role }) => role === "customer")) return free;
  const only = onlyKey(columns, taken);
  return only === undefined ? free : [...free, only];
}

function guessesOf(
  profile: ColumnProfile,
  kind: FileKind,
  words: ReadonlyMap<string, Role>,
): readonly (RoleGuess & Pick<Candidate, "rank">)[] {
  const match = matchHeader(profile.header, words);
  const name = snakeCase(profile.header);
  const guesses: (RoleGuess & Pick<Candidate, "rank">)[] = [];
  if (match !== undefined && cellsAgree(profile, match.meaning, kind) && headerAllows(name, match.meaning)) {
    const confidence = name === "id" ? bareId : match.confidence;
    guesses.push({ role: match.meaning, why: match.why, confidence, rank: confidence });
  }
  if (isAddress(profile) && !seller.test(name)) {
    const isBuyer = kind === "orders" || kind === "events";
    const rank = isBuyer ? addressOfBuyer : addressBesideNumbers;
    guesses.push({ role: "customer", why: "content", confidence: addressOfBuyer, rank });
    if (isBuyer) guesses.push({ role: "email", why: "content", confidence: addressOfBuyer, rank });
  }
  return guesses;
}

export function isAddress({ filled, emails }: ColumnProfile): boolean {
  return filled > 0 && emails > filled * 0.8;
}

function headerAllows(name: string, role: Role): boolean {
  if (role === "customer") return !seller.test(name) && !group.test(name);
  return role !== "at" || !otherDay.test(name);
}

/** The only column of a file whose cells can be keys: no text, no tags. */
function onlyKey(
  columns: readonly ColumnProfile[],
  taken: readonly (Role | undefined)[],
): Candidate | undefined {
  const [profile] = columns;
  if (profile === undefined || columns.length > 1 || taken[0] !== undefined) return undefined;
  const keys = [...profile.cells.keys()].filter((cell) => /^[^\s<>{}]+$/.test(cell) || cell.includes("@"));
  if (keys.length < profile.cells.size * 0.8) return undefined;
  return { role: "customer", why: "content", confidence: 0.8, rank: 0.8, column: 0, profile };
}

/** Whether at least half of the cells can be what the header promises. */
function cellsAgree(profile: ColumnProfile, role: Role, kind: FileKind): boolean {
  const half = profile.filled / 2;
  switch (role) {
    case "customer":
      return mayBeCustomer(profile, kind);
    case "at":
    case "cancelledOn":
    case "consentOn":
      return dateCells(profile) > half || profile.dates.serial > half || profile.dates.epoch > half;
    case "quantity":
    case "price":
    case "amount":
    case "total":
    case "refunded":
    case "shipping":
    case "tax":
    case "discount":
    case "value":
      return numberCells(profile) > half;
    case "consent":
    case "optOut":
    case "suppressed":
      return shareOfConsents(profile) >= 0.9;
    case "response":
      return profile.flags >= profile.filled * 0.9;
    case "kind":
      return numberCells(profile) <= half;
    case "status":
      return mayBeStatus(profile);
    case "currency":
      return shareOfCurrencies(profile) >= 0.9;
    case "order":
    case "email":
    case "phone":
    case "product":
    case "channel":
    case "attribute":
    case "ignored":
    default:
      return true;
  }
}

/** A key of customers tells them apart; "id" in a list of what they did is the number of the line if no two are alike. */
function mayBeCustomer(profile: ColumnProfile, kind: FileKind): boolean {
  const { filled, distinct, distinctIsExact, header } = profile;
  const half = filled / 2;
  if (kind === "customers" && distinctIsExact && distinct < half) return false;
  const isEachOnce = distinctIsExact && distinct === filled;
  if (kind !== "customers" && kind !== "suppressions" && isEachOnce && snakeCase(header) === "id")
    return false;
  return dateCells(profile) <= half || numberCells(profile) > half;
}

const mostStatuses = 40;

/** Words, few of them; where none is known they may still be the shop's own. */
function mayBeStatus(profile: ColumnProfile): boolean {
  if (shareOfFates(profile) > 0.5) return true;
  return profile.distinctIsExact && profile.distinct <= mostStatuses && numberCells(profile) === 0;
}
