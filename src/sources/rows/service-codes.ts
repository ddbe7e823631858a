/**
 * Codes that stand among products and are none: postage, fees, discounts, manual entries, samples, gifts to charity.
 * Known shops' codes, and the words for them in English, Spanish and Portuguese.
 */
const services: ReadonlySet<string> = new Set(
  [
    "post, dot, d, m, s, b, c2, c3, bank charges, amazonfee, cruk, pads, adjust",
    "postage, shipping, carriage, freight, delivery, handling, fee, fees, discount, voucher, manual, tip, tax, vat",
    "samples, adjustment",
    "envio, envío, envios, gastos de envio, gastos de envío, portes, descuento, comisión, propina, iva, impuesto",
    "ajuste, muestra",
    "frete, entrega, desconto, taxa, comissão, gorjeta, imposto, amostra",
  ].flatMap((codes) => codes.split(", ")),
);

/**
 * Whether a product code is a service: its money counts, but it is no product that a customer chose.
 *
 * @example
 * isService("BANK CHARGES"); // => true
 */
export function isService(code: string): boolean {
  return code.length < 20 && services.has(code.trim().toLowerCase());
}
