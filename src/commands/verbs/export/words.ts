import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "export <segment | p7 | movers> [columns <column> …]",
    summary: "The customers of a segment or a plan, or those who changed segment, as a file",
    examples: ["export 2", "export 2 columns recency_days, monetary", "export movers since 4w"],
  },
  es: {
    usage: "exportar <segmento | p7 | movidos> [columnas <columna> …]",
    summary: "Los clientes de un segmento o de un plan, o los que cambiaron de segmento, en un archivo",
    examples: ["exportar 2", "exportar 2 columnas recency_days, monetary", "exportar movidos desde 4s"],
  },
  pt: {
    usage: "exportar <segmento | p7 | movidos> [colunas <coluna> …]",
    summary: "Os clientes de um segmento ou de um plano, ou os que mudaram de segmento, em um arquivo",
    examples: ["exportar 2", "exportar 2 colunas recency_days, monetary", "exportar movidos desde 4s"],
  },
};

/** Columns that are no feature; their names are what a person types after `columns`. */
export const columnLabels: Localized<Readonly<Record<string, string>>> = {
  en: {
    id: "Customer",
    segment: "Segment",
    previous: "Segment before",
    distance: "Distance to the typical customer",
    probability: "Probability to answer",
    goal: "Goal",
  },
  es: {
    id: "Cliente",
    segment: "Segmento",
    previous: "Segmento anterior",
    distance: "Distancia al cliente típico",
    probability: "Probabilidad de responder",
    goal: "Meta",
  },
  pt: {
    id: "Cliente",
    segment: "Segmento",
    previous: "Segmento anterior",
    distance: "Distância do cliente típico",
    probability: "Probabilidade de responder",
    goal: "Meta",
  },
};

export const says = words({
  en: {
    whichColumns: "Which columns?",
    headline: (customers: string, segment: string) =>
      `${customers} customers of ${segment}, ready to download.`,
    nobody: (segment: string) => `Nobody in ${segment} may be contacted, so there is no list to export.`,
    noSuchColumn: (said: string, some: string) =>
      `There is no column “${said}”. There are, for example: ${some}.`,
    columns: "Columns",
    /** The last of a list that is too long: how many more there are. */
    more: (count: string) => `${count} more`,
    leftOut: "Left out",
    refused: (count: string) => `${count} who said no to being contacted`,
    bounced: (count: string) => `${count} whose mail comes back`,
    suppressed: (count: string) => `${count} on the suppression list`,
    unasked: (count: string) => `${count} who were never asked`,
    nobodyLeftOut: "nobody",
    personal: "This list tells who your customers are. Keep it safe, and delete it after use.",
    unknownConsent: (count: string) => `Consent not known: ${count}`,
    title: (segment: string) => `Customers of ${segment}`,
    profile: "Profile",
    fileName: "segment",
    plan: (plan: string) => `plan ${plan}`,
    planFile: "plan",
    noSuchPlan: (plan: string) => `There is no plan ${plan}. Make one with \`target\`.`,
    goals: "See the four goals",
  },
  es: {
    whichColumns: "¿Qué columnas?",
    headline: (customers, segment) => `${customers} clientes de ${segment}, listos para descargar.`,
    nobody: (segment) => `No se puede contactar a nadie de ${segment}, así que no hay lista que exportar.`,
    noSuchColumn: (said, some) => `No hay ninguna columna «${said}». Hay, por ejemplo: ${some}.`,
    columns: "Columnas",
    more: (count) => `${count} más`,
    leftOut: "Quedan fuera",
    refused: (count) => `${count} que no quieren que se les contacte`,
    bounced: (count) => `${count} cuyo correo vuelve`,
    suppressed: (count) => `${count} de la lista de exclusión`,
    unasked: (count) => `${count} a quienes nunca se preguntó`,
    nobodyLeftOut: "nadie",
    personal: "Esta lista dice quiénes son tus clientes. Guárdala bien y bórrala después de usarla.",
    unknownConsent: (count) => `Consentimiento sin dato: ${count}`,
    title: (segment) => `Clientes de ${segment}`,
    profile: "Perfil",
    fileName: "segmento",
    plan: (plan) => `tu plan ${plan}`,
    planFile: "plan",
    noSuchPlan: (plan) => `No hay ningún plan ${plan}. Haz uno con \`objetivo\`.`,
    goals: "Ver las cuatro metas",
  },
  pt: {
    whichColumns: "Quais colunas?",
    headline: (customers, segment) => `${customers} clientes de ${segment}, prontos para baixar.`,
    nobody: (segment) => `Ninguém de ${segment} pode ser contatado, então não há lista para exportar.`,
    noSuchColumn: (said, some) => `Não existe a coluna “${said}”. Existem, por exemplo: ${some}.`,
    columns: "Colunas",
    more: (count) => `mais ${count}`,
    leftOut: "Ficaram de fora",
    refused: (count) => `${count} que não querem ser contatados`,
    bounced: (count) => `${count} cujo e-mail volta`,
    suppressed: (count) => `${count} da lista de supressão`,
    unasked: (count) => `${count} a quem nunca se perguntou`,
    nobodyLeftOut: "ninguém",
    personal: "Esta lista diz quem são os seus clientes. Guarde-a bem e apague-a depois de usar.",
    unknownConsent: (count) => `Consentimento sem dado: ${count}`,
    title: (segment) => `Clientes de ${segment}`,
    profile: "Perfil",
    fileName: "segmento",
    plan: (plan) => `seu plano ${plan}`,
    planFile: "plano",
    noSuchPlan: (plan) => `Não há plano ${plan}. Faça um com \`objetivo\`.`,
    goals: "Ver as quatro metas",
  },
});
