import { words } from "../../../lib/words.ts";

/** The table of everything that a digest looked at. */
export const detailsSays = words({
  en: {
    fileName: "checked",
    title: (checked: string) => `All ${checked} numbers that were checked`,
    /** What, who, change, its interval's two ends, percent, p-value, verdict. */
    columns: [
      "What",
      "Who",
      "Change",
      "At least (90%)",
      "At most (90%)",
      "Change in %",
      "p-value",
      "Verdict",
    ],
    kinds: {
      overall: "all sizes together",
      size: "customers who moved, net",
      revenue: "sales in a week",
      orders: "orders in a week",
      response: "answers to a campaign",
    },
    everybody: "All customers",
    verdicts: { told: "found", smaller: "found, smaller", still: "no more than chance, or too small" },
  },
  es: {
    fileName: "revisado",
    title: (checked) => `Los ${checked} números revisados`,
    columns: [
      "Qué",
      "Quién",
      "Cambio",
      "Mínimo (90 %)",
      "Máximo (90 %)",
      "Cambio en %",
      "Valor p",
      "Veredicto",
    ],
    kinds: {
      overall: "todos los tamaños juntos",
      size: "clientes que cambiaron, neto",
      revenue: "ventas en una semana",
      orders: "pedidos en una semana",
      response: "respuestas a una campaña",
    },
    everybody: "Todos los clientes",
    verdicts: {
      told: "hallazgo",
      smaller: "hallazgo menor",
      still: "no más que por azar, o demasiado pequeño",
    },
  },
  pt: {
    fileName: "verificado",
    title: (checked) => `Os ${checked} números verificados`,
    columns: [
      "O quê",
      "Quem",
      "Mudança",
      "Mínimo (90%)",
      "Máximo (90%)",
      "Mudança em %",
      "Valor p",
      "Veredito",
    ],
    kinds: {
      overall: "todos os tamanhos juntos",
      size: "clientes que mudaram, líquido",
      revenue: "vendas em uma semana",
      orders: "pedidos em uma semana",
      response: "respostas a uma campanha",
    },
    everybody: "Todos os clientes",
    verdicts: {
      told: "achado",
      smaller: "achado menor",
      still: "não mais que o acaso, ou pequeno demais",
    },
  },
});
