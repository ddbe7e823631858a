import type { ReadSummary } from "../../../src/sources/report/read-summary.ts";

/** What an example holds, counted by hand; `grossCents` of customers is what they ever spent. */
export type Counted = Omit<ReadSummary, "kind" | "from" | "to">;

const people = { orders: 0, grossCents: 0, returnedCents: 0, currency: null, saidNo: 0 } as const;

/** Program → its example in `examples/`, counted by hand. */
export const examples: Readonly<Record<string, Counted>> = {
  // #2001 75.00 (lines 70.00, +10.00 shipping, -5.00 discount), #2002 40.00 with 20.00 back, #2004 40.00 all back; #2003 void
  "shopify-orders": {
    people: 3,
    orders: 3,
    lines: 5,
    grossCents: 15_500,
    returnedCents: 6_000,
    currency: "BRL",
    saidNo: 2,
  },
  "shopify-customers": { ...people, people: 3, orders: 3, lines: 3, grossCents: 15_500, saidNo: 2 },
  // 700: 55.00, 701: 15.00 all back, 703: 8.00; 702 waits for its transfer
  "woocommerce-orders": {
    ...people,
    people: 3,
    orders: 3,
    lines: 5,
    grossCents: 7_800,
    returnedCents: 1_500,
  },
  "woocommerce-analytics-orders": { ...people, people: 2, orders: 2, lines: 3, grossCents: 7_000 },
  "woocommerce-customers": { ...people, people: 2, orders: 4, lines: 2, grossCents: 9_800 },
  // Converted: 18.00, 30.00 all back, 12.00 with 2.00 back; a guest is known by the address
  "stripe-payments": {
    people: 3,
    orders: 3,
    lines: 4,
    grossCents: 6_000,
    returnedCents: 3_200,
    currency: "EUR",
    saidNo: 0,
  },
  "stripe-payments-older": {
    people: 3,
    orders: 2,
    lines: 3,
    grossCents: 10_000,
    returnedCents: 6_000,
    currency: "USD",
    saidNo: 0,
  },
  "stripe-customers": { ...people, people: 3, orders: 3, lines: 3, grossCents: 9_000 },
  "stripe-invoices": {
    ...people,
    people: 3,
    orders: 2,
    lines: 4,
    grossCents: 4_000,
    currency: "EUR",
  },
  "hubspot-deals": { ...people, people: 3, orders: 2, lines: 4, grossCents: 150_050 },
  "hubspot-contacts": { ...people, people: 3, lines: 3, saidNo: 1 },
  // One unsubscribed, one bounced
  "klaviyo-profiles": { ...people, people: 4, orders: 4, lines: 4, grossCents: 16_500, saidNo: 2 },
  "mailchimp-subscribed": { ...people, people: 2, lines: 2 },
  "mailchimp-unsubscribed": { ...people, people: 3, lines: 3, saidNo: 3 },
  "mailchimp-cleaned": { ...people, people: 2, lines: 2, saidNo: 2 },
  // One on the blocklist
  "brevo-contacts": { ...people, people: 3, lines: 3, saidNo: 1 },
  // One unsubscribed, one bounced; who has not confirmed was not asked yet
  "activecampaign-contacts": { ...people, people: 4, lines: 4, saidNo: 2 },
  "mailerlite-subscribers": { ...people, people: 3, lines: 3, saidNo: 2 },
  // 40.00, 15.00 all back, 10.00 with 4.00 back; one cancelled
  "magento-orders": { ...people, people: 3, orders: 3, lines: 4, grossCents: 6_500, returnedCents: 1_900 },
  // 40.00, 10.00 all back; one not paid, one cancelled
  "prestashop-orders": { ...people, people: 2, orders: 2, lines: 4, grossCents: 5_000, returnedCents: 1_000 },
  // 35.00 as paid (lines 30.00, +10.00 shipping, -5.00 discount), 10.00 all back; one not paid
  "tiendanube-orders": {
    people: 2,
    orders: 2,
    lines: 4,
    grossCents: 4_500,
    returnedCents: 1_000,
    currency: "ARS",
    saidNo: 0,
  },
  // 50.00 + 20.00; one pending
  "paypal-activity": { ...people, people: 2, orders: 2, lines: 3, grossCents: 7_000, currency: "USD" },
  // 8.00 + 4.00 in one sale, 4.00 in another
  "square-items": { ...people, people: 2, orders: 2, lines: 3, grossCents: 1_600 },
  // 1200.00 + 80.50 won; one lost, one open
  "salesforce-opportunities": { ...people, people: 3, orders: 2, lines: 4, grossCents: 128_050 },
  "salesforce-accounts": { ...people, people: 2, lines: 2 },
  // 5.00 + 18.00 + 25.50, one line without a customer, 2.50 back
  "online-retail": { ...people, people: 2, orders: 2, lines: 4, grossCents: 4_850, returnedCents: 250 },
};
