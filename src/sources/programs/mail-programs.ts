import type { Program } from "./program.ts";

/** All contacts; those on the blocklist said no or bounced. */
const brevo: Program = {
  id: "brevo-contacts",
  title: "Brevo contacts",
  kind: "customers",
  documented: "help.brevo.com, Export your contacts: attributes in capitals, with the state of the blocklist",
  headers: ["EMAIL", "EMAIL_BLACKLISTED"],
  columns: { customer: ["EMAIL"], suppressed: ["EMAIL_BLACKLISTED"] },
  attributes: { joined_on: ["ADDED_TIME"], phone: ["SMS"] },
};

const activeCampaign: Program = {
  id: "activecampaign-contacts",
  title: "ActiveCampaign contacts",
  kind: "customers",
  documented: "help.activecampaign.com, Export contacts: the state on the list and its words",
  headers: ["Email", "First Name", "Last Name", "Phone", "Date Created", "Status"],
  columns: { customer: ["Email"], consent: ["Status"] },
  attributes: { joined_on: ["Date Created"], activecampaign_id: ["ID"] },
};

const mailerLite: Program = {
  id: "mailerlite-subscribers",
  title: "MailerLite subscribers",
  kind: "customers",
  documented:
    "www.mailerlite.com/help, How to export subscribers: status, counts and days of each subscriber",
  headers: ["Subscriber", "Status", "Subscribed"],
  columns: { customer: ["Subscriber"], consent: ["Status"], consentOn: ["Unsubscribed", "Subscribed"] },
};

export const mailPrograms = [brevo, activeCampaign, mailerLite];
