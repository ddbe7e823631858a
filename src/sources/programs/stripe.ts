import type { Program } from "./program.ts";

/** One line per charge; guests have an address and no customer. Amounts are also converted to the account's currency. */
const payments: Program = {
  id: "stripe-payments",
  title: "Stripe payments",
  kind: "orders",
  documented:
    "the Dashboard's export of payments, its columns; docs.cello.so/guides/attribution/stripe-reports names them",
  headers: ["Created date (UTC)", "Amount", "Currency", "Status", "Customer ID"],
  columns: {
    order: ["id", "Invoice ID", "Invoice Number"],
    customer: ["Customer ID"],
    email: ["Customer Email"],
    at: ["Created date (UTC)", "Created (UTC)"],
    status: ["Status"],
    amount: ["Converted Amount", "Amount"],
    refunded: ["Converted Amount Refunded", "Amount Refunded"],
    currency: ["Converted Currency", "Currency"],
  },
};

const olderPayments: Program = {
  ...payments,
  id: "stripe-payments-older",
  headers: ["Created (UTC)", "Amount", "Currency", "Status", "Customer ID", "Captured"],
};

const customers: Program = {
  id: "stripe-customers",
  title: "Stripe customers",
  kind: "customers",
  documented:
    "the Dashboard's export of customers, its columns; docs.cello.so/guides/attribution/stripe-reports",
  headers: ["id", "Email", "Created (UTC)", "Delinquent"],
  columns: { customer: ["id"] },
  attributes: { joined_on: ["Created (UTC)"] },
};

/** Invoices: open, draft, void and uncollectible ones were never paid. */
const invoices: Program = {
  id: "stripe-invoices",
  title: "Stripe invoices",
  kind: "orders",
  documented: "the Dashboard's export of invoices, its columns; statuses: docs.stripe.com/invoicing/overview",
  headers: ["id", "Customer", "Amount Due", "Amount Paid", "Status"],
  columns: {
    order: ["Number", "id"],
    customer: ["Customer"],
    email: ["Customer Email"],
    at: ["Finalized At (UTC)", "Date (UTC)", "Created (UTC)"],
    status: ["Status"],
    amount: ["Amount Paid"],
    currency: ["Currency"],
  },
};

export const stripe = [payments, olderPayments, customers, invoices];
