import type { Program } from "./program.ts";

/** The list of orders, one line each. It names customers as `J. Doe`, so an export with their address is better. */
const orders: Program = {
  id: "prestashop-orders",
  title: "PrestaShop orders",
  kind: "orders",
  documented:
    "doc.prestashop.com, Orders, and its states: the columns of the list, which the export button writes",
  headers: ["ID", "Reference", "New client", "Customer", "Total", "Payment", "Status", "Date"],
  columns: {
    order: ["Reference", "ID"],
    customer: ["Email", "Customer email", "Customer"],
    at: ["Date"],
    status: ["Status"],
    amount: ["Total"],
  },
  statuses: {
    "remote payment accepted": "purchase",
    "payment remotely accepted": "purchase",
    "on backorder": "purchase",
    "on backorder paid": "purchase",
    "on backorder not paid": "none",
    "awaiting cheque payment": "none",
    "awaiting paypal payment": "none",
    "awaiting cash on delivery validation": "none",
  },
};

export const prestashop = [orders];
