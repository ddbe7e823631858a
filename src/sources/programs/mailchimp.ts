import type { Program } from "./program.ts";

const documented = "mailchimp.com/help/view-export-contacts: the three files of an audience export";

/** A contact who is in the file of subscribed contacts said yes, on the day of OPTIN_TIME. */
const subscribed: Program = {
  id: "mailchimp-subscribed",
  title: "Mailchimp subscribed contacts",
  kind: "customers",
  documented,
  headers: ["Email Address", "MEMBER_RATING", "OPTIN_TIME"],
  without: ["UNSUB_TIME", "CLEAN_TIME"],
  columns: {
    customer: ["Email Address"],
    consentOn: ["CONFIRM_TIME", "OPTIN_TIME"],
    ignored: ["LEID", "EUID", "OPTIN_IP", "CONFIRM_IP", "GMTOFF", "DSTOFF", "NOTES", "LAST_CHANGED"],
  },
  says: "yes",
};

const unsubscribed: Program = {
  id: "mailchimp-unsubscribed",
  title: "Mailchimp unsubscribed contacts",
  kind: "suppressions",
  documented,
  headers: ["Email Address", "UNSUB_TIME"],
  columns: { customer: ["Email Address"], consentOn: ["UNSUB_TIME"] },
};

const cleaned: Program = {
  id: "mailchimp-cleaned",
  title: "Mailchimp cleaned contacts",
  kind: "suppressions",
  documented,
  headers: ["Email Address", "CLEAN_TIME"],
  columns: { customer: ["Email Address"], consentOn: ["CLEAN_TIME"] },
  says: "bounced",
};

export const mailchimp = [subscribed, unsubscribed, cleaned];
