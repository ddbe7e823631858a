import type { Localized } from "../../../lib/locale.ts";
import { words } from "../../../lib/words.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "next [90d]",
    summary: "Purchases and sales to expect, and how well that was foreseen last time",
    examples: ["next", "next 30d"],
  },
  es: {
    usage: "proximas [90d]",
    summary: "Compras y ventas que se esperan, y qué tan bien se previeron la última vez",
    examples: ["proximas", "proximas 30d"],
  },
  pt: {
    usage: "proximas [90d]",
    summary: "Compras e vendas esperadas, e o quanto a previsão acertou da última vez",
    examples: ["proximas", "proximas 30d"],
  },
};

export const says = words({
  en: {
    tooFew: (there: string, needed: string) =>
      `To foresee purchases I need ${needed} customers who bought on two days; there are ${there}.`,
    badDays: (said: string) => `“${said}” is no stretch of time: say 7 to 730 days, such as 90d or 12w.`,
    headline: (days: string, purchases: string, sales: string | undefined) =>
      sales === undefined
        ? `In the next ${days} days expect about ${purchases} purchases.`
        : `In the next ${days} days expect about ${purchases} purchases, worth ${sales}.`,
    likely: "Will likely buy again",
    purchases: (count: string) => `${count} purchases expected of them`,
    slipping: "More likely gone than not",
    atRisk: (sales: string) => `${sales} at risk`,
    nobodyStops: "in these data nobody is seen to stop for good, so I name no one",
    lastTime: (day: string) => `Tried on the time since ${day}`,
    came: (count: string) => `${count} purchases came`,
    expected: (count: string) => `${count} were expected from before`,
    notTried: "The data are too short to try this on a time that is over: take it as a first guess.",
    title: (day: string, expected: string, came: string) =>
      `Since ${day}, ${expected} purchases were expected; ${came} came`,
    expectedLegend: "Expected from before",
    cameLegend: "Came",
    altText: (title: string, rows: string) => `${title}. By days bought before, expected / came: ${rows}.`,
    days: {
      just: (count: number, text: string) => (count === 1 ? "Bought on 1 day" : `Bought on ${text} days`),
      between: (least: string, most: string) => `Bought on ${least}–${most} days`,
      from: (least: string) => `Bought on ${least} days or more`,
    },
    club: "Best customers",
    target: "Whom to contact",
    other: (days: string) => `Next ${days} days`,
  },
  es: {
    tooFew: (there, needed) =>
      `Para prever compras necesito ${needed} clientes que compraron en dos días distintos; hay ${there}.`,
    badDays: (said) => `«${said}» no es un plazo: di de 7 a 730 días, por ejemplo 90d o 12w.`,
    headline: (days, purchases, sales) =>
      sales === undefined
        ? `En los próximos ${days} días se esperan unas ${purchases} compras.`
        : `En los próximos ${days} días se esperan unas ${purchases} compras, por ${sales}.`,
    likely: "Es probable que vuelvan a comprar",
    purchases: (count) => `se esperan ${count} compras suyas`,
    slipping: "Probablemente perdidos",
    atRisk: (sales) => `${sales} en riesgo`,
    nobodyStops: "en estos datos no se ve que nadie deje de comprar del todo; no nombro a nadie",
    lastTime: (day) => `Probado con el tiempo desde el ${day}`,
    came: (count) => `llegaron ${count} compras`,
    expected: (count) => `se esperaban ${count} antes de empezar`,
    notTried:
      "Los datos son muy cortos para probarlo con un tiempo ya pasado: tómalo como primera estimación.",
    title: (day, expected, came) => `Desde el ${day}, se esperaban ${expected} compras; llegaron ${came}`,
    expectedLegend: "Esperadas antes de empezar",
    cameLegend: "Llegaron",
    altText: (title, rows) => `${title}. Según los días comprados antes, esperadas / llegadas: ${rows}.`,
    days: {
      just: (count, text) => (count === 1 ? "Compró 1 día" : `Compró ${text} días`),
      between: (least, most) => `Compró de ${least} a ${most} días`,
      from: (least) => `Compró ${least} días o más`,
    },
    club: "Mejores clientes",
    target: "A quién contactar",
    other: (days) => `Próximos ${days} días`,
  },
  pt: {
    tooFew: (there, needed) =>
      `Para prever compras preciso de ${needed} clientes que compraram em dois dias diferentes; há ${there}.`,
    badDays: (said) => `“${said}” não é um prazo: diga de 7 a 730 dias, por exemplo 90d ou 12w.`,
    headline: (days, purchases, sales) =>
      sales === undefined
        ? `Nos próximos ${days} dias são esperadas cerca de ${purchases} compras.`
        : `Nos próximos ${days} dias são esperadas cerca de ${purchases} compras, no valor de ${sales}.`,
    likely: "Devem comprar de novo",
    purchases: (count) => `${count} compras esperadas deles`,
    slipping: "Provavelmente perdidos",
    atRisk: (sales) => `${sales} em risco`,
    nobodyStops: "nestes dados não se vê ninguém parar de comprar de vez; não aponto ninguém",
    lastTime: (day) => `Testado no tempo desde ${day}`,
    came: (count) => `vieram ${count} compras`,
    expected: (count) => `eram esperadas ${count} antes de começar`,
    notTried: "Os dados são curtos demais para testar em um tempo já passado: tome como primeira estimativa.",
    title: (day, expected, came) => `Desde ${day}, eram esperadas ${expected} compras; vieram ${came}`,
    expectedLegend: "Esperadas antes de começar",
    cameLegend: "Vieram",
    altText: (title, rows) => `${title}. Pelos dias comprados antes, esperadas / vindas: ${rows}.`,
    days: {
      just: (count, text) => (count === 1 ? "Comprou em 1 dia" : `Comprou em ${text} dias`),
      between: (least, most) => `Comprou em ${least} a ${most} dias`,
      from: (least) => `Comprou em ${least} dias ou mais`,
    },
    club: "Melhores clientes",
    target: "Quem contatar",
    other: (days) => `Próximos ${days} dias`,
  },
});
