import type { Program } from "./program.ts";

/** One line per movement of the account; a refund is a line of its own with a minus. Amounts are in the line's currency. */
const activity: Program = {
  id: "paypal-activity",
  title: "PayPal activity",
  kind: "orders",
  documented:
    "the activity report's default fields, as hledger's public rules for it name them (paypal.rules)",
  headers: [
    "Date",
    "Time",
    "Type",
    "Status",
    "Currency",
    "Gross",
    "Fee",
    "Net",
    "From Email Address",
    "Transaction ID",
  ],
  columns: {
    order: ["Transaction ID"],
    customer: ["From Email Address"],
    at: ["Date"],
    status: ["Status"],
    amount: ["Gross"],
    currency: ["Currency"],
    product: ["Item Title"],
  },
  statuses: {
    completed: "purchase",
    "partially refunded": "purchase",
    "temporary hold": "none",
    removed: "none",
  },
};

export const paypal = [activity];
