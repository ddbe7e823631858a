import type { Program } from "./program.ts";

const deals: Program = {
  id: "hubspot-deals",
  title: "HubSpot deals",
  kind: "orders",
  documented: "knowledge.hubspot.com/import-and-export/export-records, with the default properties of deals",
  headers: ["Deal Name", "Deal Stage", "Amount", "Close Date"],
  columns: {
    order: ["Record ID", "Deal ID"],
    customer: [
      "Associated Contact Email",
      "Associated Contact Emails",
      "Associated Contact",
      "Associated Contact IDs",
    ],
    at: ["Close Date", "Create Date"],
    status: ["Deal Stage"],
    amount: ["Amount in company currency", "Amount"],
    currency: ["Currency"],
  },
  statuses: {
    "closed won": "purchase",
    "closed lost": "none",
    "appointment scheduled": "none",
    "qualified to buy": "none",
    "presentation scheduled": "none",
    "decision maker bought in": "none",
    "contract sent": "none",
  },
};

const contacts: Program = {
  id: "hubspot-contacts",
  title: "HubSpot contacts",
  kind: "customers",
  documented:
    "knowledge.hubspot.com/import-and-export/export-records, with the default properties of contacts",
  headers: ["Record ID", "First Name", "Last Name", "Email", "Lifecycle Stage"],
  columns: { customer: ["Email"], optOut: ["Unsubscribed from all email"] },
  attributes: { hubspot_id: ["Record ID"], joined_on: ["Create Date"] },
};

export const hubspot = [deals, contacts];
