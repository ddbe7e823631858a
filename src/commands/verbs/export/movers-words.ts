import { words } from "../../../lib/words.ts";

/** What is said of a list of customers who changed segment. */
export const moversSays = words({
  en: {
    /** "customers who went from Wine lovers (2) to Sleeping (5) since Oct 4, 2011". */
    title: (from: string | undefined, to: string | undefined, since: string) =>
      from === undefined && to === undefined
        ? `customers who changed segment since ${since}`
        : `customers who went${from === undefined ? "" : ` from ${from}`}${to === undefined ? "" : ` to ${to}`} since ${since}`,
    headline: (count: string, title: string) => `${count} ${title}, ready to download.`,
    nobody: (title: string) => `There are no ${title} who may be contacted, so there is no list to export.`,
    fileName: "movers",
    back: "The moves",
  },
  es: {
    title: (from, to, since) =>
      from === undefined && to === undefined
        ? `clientes que cambiaron de segmento desde el ${since}`
        : `clientes que pasaron${from === undefined ? "" : ` de ${from}`}${to === undefined ? "" : ` a ${to}`} desde el ${since}`,
    headline: (count, title) => `${count} ${title}, listos para descargar.`,
    nobody: (title) => `No hay ${title} a quienes se pueda contactar, así que no hay lista que exportar.`,
    fileName: "cambios",
    back: "Los cambios",
  },
  pt: {
    title: (from, to, since) =>
      from === undefined && to === undefined
        ? `clientes que mudaram de segmento desde ${since}`
        : `clientes que foram${from === undefined ? "" : ` de ${from}`}${to === undefined ? "" : ` para ${to}`} desde ${since}`,
    headline: (count, title) => `${count} ${title}, prontos para baixar.`,
    nobody: (title) => `Não há ${title} que possam ser contatados, então não há lista para exportar.`,
    fileName: "mudancas",
    back: "As mudanças",
  },
});
