import type { Program } from "./program.ts";

/** One line per item sold; a refund is a line of its own with a minus. Net sales are after discounts, before tax. */
const items: Program = {
  id: "square-items",
  title: "Square items",
  kind: "orders",
  documented:
    "the Items Detail export of the Dashboard's transactions, its columns as public schemas of it name them",
  headers: [
    "Date",
    "Time",
    "Time Zone",
    "Item",
    "Qty",
    "Net Sales",
    "Transaction ID",
    "Event Type",
    "Customer ID",
  ],
  columns: {
    order: ["Transaction ID"],
    customer: ["Customer ID"],
    at: ["Date"],
    product: ["Item"],
    quantity: ["Qty"],
    amount: ["Net Sales"],
    channel: ["Location"],
  },
};

export const square = [items];
