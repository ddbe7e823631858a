import type { Program } from "./program.ts";

/** The grid of orders, one line each; the base total is in the shop's own currency. */
const orders: Program = {
  id: "magento-orders",
  title: "Magento orders",
  kind: "orders",
  documented: "docs.magento.com/user-guide/sales/orders-workspace.html, the columns of the orders grid",
  headers: [
    "ID",
    "Purchase Point",
    "Purchase Date",
    "Bill-to Name",
    "Grand Total (Base)",
    "Status",
    "Customer Email",
  ],
  columns: {
    order: ["ID"],
    customer: ["Customer Email"],
    at: ["Purchase Date"],
    status: ["Status"],
    amount: ["Grand Total (Base)"],
    refunded: ["Total Refunded"],
    channel: ["Purchase Point"],
  },
  statuses: { closed: "refunded", "suspected fraud": "none", "payment review": "none" },
};

export const magento = [orders];
