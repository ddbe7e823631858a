import type { Localized } from "../../../lib/locale.ts";

interface ChartSays {
  better: string;
  worse: string;
  newcomersNode(count: string): string;
  leaversNode(count: string): string;
  altText(since: string, until: string, ways: string): string;
  matrixTitle(changed: string): string;
  /** Where that number is not shown. */
  matrixOnly: string;
  toSegment: string;
  matrixAltText(ways: string): string;
  /** "96 from Wine lovers (2) to Sleeping (5)". */
  way(count: string, from: string, to: string): string;
}

/** What stands on the pictures of moves, and what is read out in their place. */
export const chartSays: Localized<ChartSays> = {
  en: {
    better: "to more value",
    worse: "to less value",
    newcomersNode: (count) => `New: ${count}`,
    leaversNode: (count) => `Left: ${count}`,
    altText: (since, until, ways) => `Moves between segments from ${since} to ${until}. ${ways}.`,
    matrixTitle: (changed) => `${changed} customers changed segment`,
    matrixOnly: "Who went from which segment to which",
    toSegment: "to segment",
    matrixAltText: (ways) => `Migration matrix. ${ways}.`,
    way: (count, from, to) => `${count} from ${from} to ${to}`,
  },
  es: {
    better: "a más valor",
    worse: "a menos valor",
    newcomersNode: (count) => `Nuevos: ${count}`,
    leaversNode: (count) => `Bajas: ${count}`,
    altText: (since, until, ways) => `Cambios entre segmentos del ${since} al ${until}. ${ways}.`,
    matrixTitle: (changed) => `${changed} clientes cambiaron de segmento`,
    matrixOnly: "Quién pasó de qué segmento a cuál",
    toSegment: "al segmento",
    matrixAltText: (ways) => `Matriz de cambios. ${ways}.`,
    way: (count, from, to) => `${count} de ${from} a ${to}`,
  },
  pt: {
    better: "para mais valor",
    worse: "para menos valor",
    newcomersNode: (count) => `Novos: ${count}`,
    leaversNode: (count) => `Perdidos: ${count}`,
    altText: (since, until, ways) => `Mudanças entre segmentos de ${since} a ${until}. ${ways}.`,
    matrixTitle: (changed) => `${changed} clientes mudaram de segmento`,
    matrixOnly: "Quem foi de qual segmento para qual",
    toSegment: "para o segmento",
    matrixAltText: (ways) => `Matriz de mudanças. ${ways}.`,
    way: (count, from, to) => `${count} de ${from} para ${to}`,
  },
};
