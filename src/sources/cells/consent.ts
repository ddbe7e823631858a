import { readFlag } from "./flags.ts";

/**
 * What is said of whether somebody may be contacted. `bounced`: mail to the address came back, or the program cleaned it;
 * `unknown`: never asked.
 */
export type Consent = "yes" | "no" | "bounced" | "unknown";

/** What mail programs and shops write of consent in English, Spanish and Portuguese, folded. */
const words: Readonly<Record<Consent, string>> = {
  yes: `
    subscribed, opted in, opt in, double opt in, single opt in, confirmed, active, granted, given, allowed, accepted,
    suscrito, suscrita, activo, confirmado, acepta, aceptado, inscrito, inscrita, ativo, aceita, aceito, autorizado`,
  no: `
    unsubscribed, opted out, opt out, suppressed, user suppressed, revoked, withdrawn, denied, blocked, blacklisted,
    do not contact, complained, spam, spam complaint, unsub, junk, declined,
    dado de baja, baja, no acepta, no suscrito, rechazado, bloqueado, descadastrado, descadastrada, cancelado, nao aceita`,
  bounced: `
    cleaned, bounced, hard bounce, hard bounced, soft bounce, invalid, undeliverable, mailbox unavailable,
    rebotado, rebote, invalido, devolvido, rejeitado`,
  unknown: `
    never subscribed, not subscribed, non subscribed, nonsubscribed, not set, pending, unconfirmed, not confirmed,
    transactional, archived, unknown, not opted in, no consent,
    nunca suscrito, pendiente, desconocido, sin confirmar, nunca inscrito, pendente, desconhecido, nao confirmado`,
};

const known: ReadonlyMap<string, Consent> = new Map(
  (Object.entries(words) as [Consent, string][]).flatMap(([said, list]) =>
    list.split(",").map((word) => [word.trim(), said] as const),
  ),
);

/**
 * What a cell says of consent.
 *
 * @returns undefined when it says nothing that is known.
 * @example
 * readConsent("NEVER_SUBSCRIBED"); // => "unknown"
 */
export function readConsent(cell: string): Consent | undefined {
  const word = fold(cell);
  const said = known.get(word);
  if (said !== undefined) return said;
  const flag = readFlag(cell);
  return flag === undefined ? undefined : flag ? "yes" : "no";
}

/**
 * What a list of reasons for silence says: `['USER_SUPPRESSED']`. An empty one says nothing.
 *
 * @example
 * readSuppression("['HARD_BOUNCE']"); // => "bounced"
 */
export function readSuppression(cell: string): "no" | "bounced" | undefined {
  const word = fold(cell);
  if (word === "") return undefined;
  const flag = readFlag(word);
  if (flag !== undefined) return flag ? "no" : undefined;
  return /bounce|invalid|rebot/.test(word) && !/user|unsub|spam/.test(word) ? "bounced" : "no";
}

function fold(cell: string): string {
  return cell
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
