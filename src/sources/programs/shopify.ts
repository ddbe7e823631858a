import type { Program } from "./program.ts";

/** One line per item; the order's own cells stand on its first line. */
const orders: Program = {
  id: "shopify-orders",
  title: "Shopify orders",
  kind: "orders",
  documented: "help.shopify.com/manual/fulfillment/managing-orders/exporting-orders, the table of columns",
  headers: ["Name", "Financial Status", "Lineitem quantity", "Lineitem price", "Created at"],
  columns: {
    order: ["Name"],
    customer: ["Email"],
    phone: ["Phone", "Billing Phone"],
    at: ["Created at", "Paid at"],
    status: ["Financial Status"],
    cancelledOn: ["Cancelled at"],
    total: ["Total"],
    refunded: ["Refunded Amount"],
    currency: ["Currency"],
    consent: ["Accepts Marketing"],
    product: ["Lineitem sku", "Lineitem name"],
    quantity: ["Lineitem quantity"],
    price: ["Lineitem price"],
    channel: ["Source"],
  },
  carriesDown: true,
};

const customers: Program = {
  id: "shopify-customers",
  title: "Shopify customers",
  kind: "customers",
  documented: "help.shopify.com/manual/customers/import-export-customers, the table of columns",
  headers: ["Customer ID", "Email", "Accepts Email Marketing", "Total Spent", "Total Orders"],
  columns: { customer: ["Customer ID"], consent: ["Accepts Email Marketing"] },
};

export const shopify = [orders, customers];
