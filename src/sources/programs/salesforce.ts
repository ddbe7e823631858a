import type { Program } from "./program.ts";

/** A report or data export of opportunities: what is won was sold, to the account. */
const opportunities: Program = {
  id: "salesforce-opportunities",
  title: "Salesforce opportunities",
  kind: "orders",
  documented:
    "developer.salesforce.com, Object Reference, Opportunity: the fields that the data export writes",
  headers: ["Id", "AccountId", "StageName", "Amount", "CloseDate"],
  columns: {
    order: ["Id"],
    customer: ["AccountId"],
    at: ["CloseDate"],
    status: ["StageName"],
    amount: ["Amount"],
    currency: ["CurrencyIsoCode"],
  },
  statuses: {
    "closed won": "purchase",
    "closed lost": "none",
    prospecting: "none",
    qualification: "none",
    "needs analysis": "none",
    "value proposition": "none",
    "id decision makers": "none",
    "perception analysis": "none",
    "proposal price quote": "none",
    "negotiation review": "none",
  },
};

const accounts: Program = {
  id: "salesforce-accounts",
  title: "Salesforce accounts",
  kind: "customers",
  documented: "developer.salesforce.com, Object Reference, Account: the fields that the data export writes",
  headers: ["Id", "Name", "Type", "Industry", "OwnerId"],
  without: ["StageName"],
  columns: { customer: ["Id"] },
  attributes: { joined_on: ["CreatedDate"], revenue_of_company: ["AnnualRevenue"] },
};

export const salesforce = [opportunities, accounts];
