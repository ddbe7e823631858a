import type { Program } from "./program.ts";

/** Profiles of a list or segment: the number is Klaviyo's own, the address is what other files know. */
const profiles: Program = {
  id: "klaviyo-profiles",
  title: "Klaviyo profiles",
  kind: "customers",
  documented: "help.klaviyo.com/hc/en-us/articles/115005078947, export of a list or segment",
  headers: ["Email", "Email Marketing Consent"],
  columns: {
    customer: ["Email"],
    consent: ["Email Marketing Consent"],
    consentOn: ["Email Marketing Consent Timestamp"],
    suppressed: ["Email Suppressions"],
  },
  attributes: { joined_on: ["Profile Created On"], phone: ["Phone Number"] },
};

export const klaviyo = [profiles];
