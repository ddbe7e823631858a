import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "channels [close|open #channel]",
    summary: "Which channels get no lists of customers",
    examples: ["channels close #general", "channels"],
  },
  es: {
    usage: "canales [cerrar|abrir #canal]",
    summary: "Qué canales no reciben listas de clientes",
    examples: ["canales cerrar #general", "canales"],
  },
  pt: {
    usage: "canais [fechar|abrir #canal]",
    summary: "Quais canais não recebem listas de clientes",
    examples: ["canais fechar #general", "canais"],
  },
};

export const says = words({
  en: {
    closed: (channel: string) => `${channel} is closed to lists of customers.`,
    opened: (channel: string) => `${channel} is open to lists of customers.`,
    close: "Close it",
    open: "Open it",
    openIt: (channel: string) => `Open ${channel}`,
    noneClosed: "No channel is closed to lists.",
    areClosed: (channels: string) => `Closed to lists: ${channels}.`,
    meaning:
      "In a closed channel an exported list goes to the person who asked, directly. Totals are shown as ever.",
    whichChannel: "Which channel?",
    noChannel: (said: string) => `I know no channel “${said}”. Mention it, like #general.`,
  },
  es: {
    closed: (channel) => `${channel} está cerrado a las listas de clientes.`,
    opened: (channel) => `${channel} está abierto a las listas de clientes.`,
    close: "Cerrarlo",
    open: "Abrirlo",
    openIt: (channel) => `Abrir ${channel}`,
    noneClosed: "Ningún canal está cerrado a las listas.",
    areClosed: (channels) => `Cerrados a las listas: ${channels}.`,
    meaning:
      "En un canal cerrado, una lista exportada va directamente a quien la pidió. Los totales se muestran como siempre.",
    whichChannel: "¿Qué canal?",
    noChannel: (said) => `No conozco el canal «${said}». Menciónalo, por ejemplo #general.`,
  },
  pt: {
    closed: (channel) => `${channel} está fechado a listas de clientes.`,
    opened: (channel) => `${channel} está aberto a listas de clientes.`,
    close: "Fechar",
    open: "Abrir",
    openIt: (channel) => `Abrir ${channel}`,
    noneClosed: "Nenhum canal está fechado a listas.",
    areClosed: (channels) => `Fechados a listas: ${channels}.`,
    meaning:
      "Em um canal fechado, uma lista exportada vai diretamente a quem a pediu. Os totais são mostrados como sempre.",
    whichChannel: "Qual canal?",
    noChannel: (said) => `Não conheço o canal “${said}”. Mencione-o, por exemplo #general.`,
  },
});
