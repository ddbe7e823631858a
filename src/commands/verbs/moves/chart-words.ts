import { words } from "../../../lib/words.ts";

/** What stands on the pictures of moves, and what is read out in their place. */
export const chartSays = words({
  en: {
    better: "to more value",
    worse: "to less value",
    newcomersNode: (count: string) => `New: ${count}`,
    leaversNode: (count: string) => `Left: ${count}`,
    altText: (since: string, until: string, ways: string) =>
      `Moves between segments from ${since} to ${until}. ${ways}.`,
    matrixTitle: (changed: string) => `${changed} customers changed segment`,
    /** Where that number is not shown. */
    matrixOnly: "Who went from which segment to which",
    toSegment: "to segment",
    matrixAltText: (ways: string) => `Migration matrix. ${ways}.`,
    /** "96 from Wine lovers (2) to Sleeping (5)". */
    way: (count: string, from: string, to: string) => `${count} from ${from} to ${to}`,
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
});
