/**
 * Words that stand among products and are none: postage, fees, discounts. Single letters and codes are one shop's habit:
 * its program names them.
 */
const services: ReadonlySet<string> = new Set(
  [
    "postage, shipping, carriage, freight, delivery, handling, fee, fees, discount, voucher, manual, tip, tax, vat",
    "samples, adjustment, bank charges",
    "envio, envío, envios, gastos de envio, gastos de envío, portes, descuento, comisión, propina, iva, impuesto",
    "ajuste, muestra",
    "frete, entrega, desconto, taxa, comissão, gorjeta, imposto, amostra",
  ].flatMap((codes) => codes.split(", ")),
);
const longest = 20;

/**
 * Tells whether a product code is a service: its money counts, but it is no product that a customer chose.
 *
 * @param own Codes of the file's program, in lower case.
 * @example
 * createServiceFinder(["post"])("POST"); // => true
 */
export function createServiceFinder(own: readonly string[]): (code: string) => boolean {
  const all = new Set([...services, ...own]);
  return (code) => code.length < longest && all.has(code.toLowerCase());
}
