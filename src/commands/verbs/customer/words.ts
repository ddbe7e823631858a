import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "customer <id or e-mail>",
    summary: "One customer: their segment, and how they differ",
    examples: ["customer 1024"],
  },
  es: {
    usage: "cliente <id o correo>",
    summary: "Un cliente: su segmento y en qué se distingue",
    examples: ["cliente 1024"],
  },
  pt: {
    usage: "cliente <id ou e-mail>",
    summary: "Um cliente: o segmento dele e no que ele se diferencia",
    examples: ["cliente 1024"],
  },
};

export const says = words({
  en: {
    headline: (customer: string, segment: string, since: string) =>
      `Customer ${customer} is in ${segment} since ${since}.`,
    notPlaced: (customer: string) =>
      `Customer ${customer} is in no segment yet: they came after the last segmentation.`,
    mayContact: "May be contacted",
    consent: { yes: "yes", unknown: "not known" },
    whyNot: {
      no: "no",
      bounced: "no, mail to them comes back",
      suppressed: "no, on the suppression list",
      unknown: "no, they were never asked",
    },
    profile: (name: string) => `Profile of ${name}`,
    list: "List the segments",
  },
  es: {
    headline: (customer, segment, since) => `El cliente ${customer} está en ${segment} desde el ${since}.`,
    notPlaced: (customer) =>
      `El cliente ${customer} aún no está en ningún segmento: llegó después de la última segmentación.`,
    mayContact: "Se le puede contactar",
    consent: { yes: "sí", unknown: "sin dato" },
    whyNot: {
      no: "no",
      bounced: "no, el correo vuelve",
      suppressed: "no, está en la lista de exclusión",
      unknown: "no, nunca se le preguntó",
    },
    profile: (name) => `Perfil de ${name}`,
    list: "Ver los segmentos",
  },
  pt: {
    headline: (customer, segment, since) => `O cliente ${customer} está em ${segment} desde ${since}.`,
    notPlaced: (customer) =>
      `O cliente ${customer} ainda não está em nenhum segmento: chegou depois da última segmentação.`,
    mayContact: "Pode ser contatado",
    consent: { yes: "sim", unknown: "sem dado" },
    whyNot: {
      no: "não",
      bounced: "não, o e-mail volta",
      suppressed: "não, está na lista de supressão",
      unknown: "não, nunca foi perguntado",
    },
    profile: (name) => `Perfil de ${name}`,
    list: "Ver os segmentos",
  },
});
