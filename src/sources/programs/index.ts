import { hubspot } from "./hubspot.ts";
import { klaviyo } from "./klaviyo.ts";
import { magento } from "./magento.ts";
import { mailPrograms } from "./mail-programs.ts";
import { mailchimp } from "./mailchimp.ts";
import { onlineRetail } from "./online-retail.ts";
import { paypal } from "./paypal.ts";
import { prestashop } from "./prestashop.ts";
import { foldHeader, type Program } from "./program.ts";
import { salesforce } from "./salesforce.ts";
import { shopify } from "./shopify.ts";
import { square } from "./square.ts";
import { stripe } from "./stripe.ts";
import { tiendanube } from "./tiendanube.ts";
import { woocommerce } from "./woocommerce.ts";

/** Every export that is known by its headers. */
export const programs: readonly Program[] = [
  ...shopify,
  ...woocommerce,
  ...stripe,
  ...hubspot,
  ...klaviyo,
  ...mailchimp,
  ...mailPrograms,
  ...magento,
  ...prestashop,
  ...tiendanube,
  ...paypal,
  ...square,
  ...salesforce,
  ...onlineRetail,
];

/**
 * The program whose export a file is; of several the one that more headers speak for.
 *
 * @returns undefined for a file of nobody's known form.
 */
export function findProgram(headers: readonly string[]): Program | undefined {
  const present = new Set(headers.map(foldHeader));
  const stands = (header: string) => present.has(foldHeader(header));
  return programs
    .filter(({ headers, without = [] }) => headers.every(stands) && !without.some(stands))
    .sort((a, b) => b.headers.length - a.headers.length)[0];
}
