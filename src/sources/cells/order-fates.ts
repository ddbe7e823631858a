/**
 * What an order's status makes of it: a `purchase`; a `refunded` one, bought and given back; a `cancelled` one, which
 * is none unless money was given back; `none`: not paid (yet), refused, lost or only a draft.
 */
export const orderFates = ["purchase", "refunded", "cancelled", "none"] as const;
export type OrderFate = (typeof orderFates)[number];

/** Statuses as programs and people write them in English, Spanish and Portuguese, folded by `foldStatus`. */
const words: Readonly<Record<OrderFate, string>> = {
  purchase: `
    paid, complete, completed, fulfilled, captured, closed won, won, succeeded, success, successful, processing, shipped,
    delivered, invoiced, approved, partially refunded, partially fulfilled, partial refund, partial, partially paid,
    settled, done, ok, sold, confirmed, accepted, authorised and captured, payment accepted, ready for pickup, dispatched,
    in transit, in production, preparation in progress, handling, ready for handling, invoice,
    pagado, pagada, cobrado, completado, completada, finalizado, enviado, enviada, entregado, entregada, facturado,
    procesando, en proceso, aprobado, aprobada, aceptado, confirmado, confirmada, ganado, ganada, pago aceptado, en camino,
    reembolsado parcialmente, parcialmente reembolsado, vendido,
    pago, paga, concluido, concluida, completo, enviada, entregue, faturado, faturada, processando, em processamento,
    aprovado, aprovada, aceito, pagamento aprovado, pagamento aceito, ganho, preparando entrega, pronto para manuseio,
    parcialmente reembolsado, reembolsado parcialmente`,
  refunded: `
    refunded, fully refunded, refund, charged back, chargeback, charge back, dispute lost, returned, reversed,
    reembolsado, reembolsada, devuelto, devuelta, contracargo, devolucion, reintegrado,
    reembolso, devolvido, devolvida, estornado, estornada, estorno, chargeback perdido`,
  cancelled: `
    cancelled, canceled, voided, void, cancelled by customer, cancellation requested,
    cancelado, cancelada, anulado, anulada, cancelamento solicitado`,
  none: `
    pending, failed, failure, expired, draft, lost, closed lost, open, on hold, pending payment, payment pending, unpaid,
    authorized, authorised, declined, denied, rejected, refused, abandoned, uncollectible, new, created, requires payment method,
    requires action, requires capture, incomplete, unfulfilled, checkout draft, quote, awaiting payment, waiting payment,
    payment error, blocked, uncaptured, awaiting check payment, awaiting bank wire payment,
    pendiente, pendiente de pago, fallido, fallida, caducado, vencido, borrador, perdido, perdida, abierto, abierta, en espera,
    no pagado, impagado, rechazado, rechazada, abandonado, abandonada, presupuesto, error de pago,
    pendente, pagamento pendente, aguardando pagamento, falhou, falha, expirado, rascunho, perdida, aberto, aberta,
    em espera, nao pago, recusado, recusada, negado, orcamento, erro no pagamento, em aberto`,
};

const known: ReadonlyMap<string, OrderFate> = new Map(
  orderFates.flatMap((fate) => words[fate].split(",").map((word) => [foldStatus(word), fate] as const)),
);

/**
 * A status as it is compared: without accents, capitals and signs, `wc-` of WooCommerce included.
 *
 * @example
 * foldStatus("wc-On-Hold"); // => "on hold"
 */
export function foldStatus(cell: string): string {
  return cell
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^wc /, "");
}

/**
 * What a status makes of its order.
 *
 * @param own What the file's program, or a person, says of its statuses, folded; "other" is for all that nobody knows.
 * @returns undefined for a status that nobody knows.
 * @example
 * fateOf("Cancelada", {}); // => "cancelled"
 */
export function fateOf(cell: string, own: Readonly<Record<string, OrderFate>>): OrderFate | undefined {
  const status = foldStatus(cell);
  return own[status] ?? known.get(status) ?? own["other"];
}
