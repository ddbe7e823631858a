import { words } from "../../lib/words.ts";
import { createHash } from "node:crypto";
import { saveReceipt } from "../../db/requests/receipts.ts";
import type { ActiveSegmentation } from "../../db/segmentations/segmentations.ts";
import type { CommandContext } from "../grammar/command.ts";

const says = words({
  en: {
    asOf: (day: string) => `Data as of ${day}`,
    customers: (count: string) => `${count} customers`,
    version: (version: string) => `version ${version}`,
    receipt: (id: string) => `receipt ${id}`,
  },
  es: {
    asOf: (day) => `Datos a ${day}`,
    customers: (count) => `${count} clientes`,
    version: (version) => `versión ${version}`,
    receipt: (id) => `recibo ${id}`,
  },
  pt: {
    asOf: (day) => `Dados de ${day}`,
    customers: (count) => `${count} clientes`,
    version: (version) => `versão ${version}`,
    receipt: (id) => `recibo ${id}`,
  },
});

/** Keeps the receipt of an answer and says it, with what the answer was computed from. */
export async function signFooter(
  active: ActiveSegmentation,
  { db, line, privacy, locale, format }: CommandContext,
): Promise<readonly string[]> {
  const basis = {
    asOf: active.asOf,
    featureSetId: active.featureSetId,
    segmentationId: active.id,
    seed: active.seed,
  };
  const id = receiptId([line, ...Object.values(basis)]);
  await saveReceipt(db, { id, line, privacy, ...basis });
  const words = says[locale];
  return [
    words.asOf(format.day(active.asOf)),
    words.customers(format.number(active.customers)),
    words.version(String(active.version)),
    words.receipt(id),
  ];
}

/** Forty bits of a hash, so that the same question on the same data has the same receipt. */
function receiptId(basis: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(basis)).digest("hex").slice(0, 10);
}
