import { findCustomerId } from "../../db/people/find-customer.ts";
import { type CustomerFound, findCustomer } from "../../db/people/customers.ts";
import type { ActiveSegmentation } from "../../db/segmentations/segmentations.ts";
import { UserError } from "../../contract/errors.ts";
import { readKey, readPhone } from "../../sources/cells/keys.ts";
import type { CommandContext } from "./command.ts";
import { grammarSays } from "./words.ts";
import type { Words } from "./words-reader.ts";

/** Takes one customer: an id or an e-mail address, as typed. */
export function takeCustomer(words: Words): string {
  const word = words.take();
  if (word === undefined) throw words.missing(grammarSays[words.locale].whichCustomer);
  return word.text;
}

/** What was typed, in each way that it can be read as a key: as a number or an address, then as a telephone. */
function readingsOf(said: string): readonly string[] {
  const phone = readPhone(said);
  return [readKey(said), ...(phone === null ? [] : [phone, `+${phone}`])];
}

/**
 * The customer that is meant, by their id in the base.
 *
 * @throws {UserError} When nobody has this key.
 */
export async function pickCustomerId(
  said: string,
  { db, locale }: Pick<CommandContext, "db" | "locale">,
): Promise<number> {
  const id = await findCustomerId(db, readingsOf(said));
  if (id === undefined) throw new UserError(grammarSays[locale].noSuchCustomer(said));
  return id;
}

/**
 * The customer that is meant.
 *
 * @throws {UserError} When nobody has this key.
 */
export async function pickCustomer(
  active: ActiveSegmentation,
  said: string,
  { db, locale }: CommandContext,
): Promise<CustomerFound> {
  const found = await findCustomer(db, active, readingsOf(said));
  if (found === undefined) throw new UserError(grammarSays[locale].noSuchCustomer(said));
  return found;
}
