import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "list",
    summary: "Your segments: how many customers, how much of the sales",
    examples: ["list"],
  },
  es: {
    usage: "lista",
    summary: "Tus segmentos: cuántos clientes, qué parte de las ventas",
    examples: ["lista"],
  },
  pt: {
    usage: "lista",
    summary: "Seus segmentos: quantos clientes, que parte das vendas",
    examples: ["lista"],
  },
};

export const says = words({
  en: {
    /** `sentence` says the share of one segment. */
    headline: (count: string, sentence: string) => `You have ${count} segments. ${sentence}.`,
    number: "No.",
    segment: "Segment",
    customers: "Customers",
    /** Head of the small pictures of sizes. */
    lastWeeks: (weeks: number) => `Last ${weeks} weeks`,
    shareOfCustomers: "Share of customers",
    shareOfSales: "Share of sales",
    shareOfOther: (label: string) => `Share of “${label}”`,
    /** Head of the column that says how solid a segment is. */
    proof: "Found again",
    altText: (sentences: string) => `Each segment's share of customers and of value. ${sentences}.`,
    profile: (name: string) => `Profile of ${name}`,
    map: "See them on a map",
    rules: "Try RFM rules instead",
  },
  es: {
    headline: (count, sentence) => `Tienes ${count} segmentos. ${sentence}.`,
    number: "N.º",
    segment: "Segmento",
    customers: "Clientes",
    lastWeeks: (weeks) => `Últimas ${weeks} semanas`,
    shareOfCustomers: "Parte de los clientes",
    shareOfSales: "Parte de las ventas",
    shareOfOther: (label) => `Parte de «${label}»`,
    proof: "Reaparece",
    altText: (sentences) => `Parte de los clientes y del valor de cada segmento. ${sentences}.`,
    profile: (name) => `Perfil de ${name}`,
    map: "Verlos en un mapa",
    rules: "Probar reglas RFM",
  },
  pt: {
    headline: (count, sentence) => `Você tem ${count} segmentos. ${sentence}.`,
    number: "N.º",
    segment: "Segmento",
    customers: "Clientes",
    lastWeeks: (weeks) => `Últimas ${weeks} semanas`,
    shareOfCustomers: "Parte dos clientes",
    shareOfSales: "Parte das vendas",
    shareOfOther: (label) => `Parte de “${label}”`,
    proof: "Reaparece",
    altText: (sentences) => `Parte dos clientes e do valor de cada segmento. ${sentences}.`,
    profile: (name) => `Perfil de ${name}`,
    map: "Ver no mapa",
    rules: "Experimentar regras RFM",
  },
});
