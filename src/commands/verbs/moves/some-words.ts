import { words } from "../../../lib/words.ts";

/** What is said of the moves from one segment, to one, or between two. */
export const someSays = words({
  en: {
    whole: "All moves",
    fromHeadline: (from: string, stayed: string, before: string, since: string) =>
      `${stayed} of the ${before} customers who were in ${from} on ${since} are still there.`,
    fromHidden: (from: string, since: string) => `Where the customers of ${from} went since ${since}.`,
    toHidden: (to: string, since: string) => `Where the customers of ${to} came from since ${since}.`,
    betweenHidden: (from: string, to: string, since: string) =>
      `How many went from ${from} to ${to} since ${since} would give away a move of fewer than 5.`,
    toHeadline: (to: string, came: string, since: string) =>
      `${came} customers came to ${to} since ${since}.`,
    between: (count: string, from: string, to: string, since: string) =>
      `${count} customers went from ${from} to ${to} since ${since}.`,
    nobodyBetween: (from: string, to: string, since: string) =>
      `Nobody has gone from ${from} to ${to} since ${since}.`,
    mostWent: (to: string, count: string) => `The others went above all to ${to}: ${count}.`,
    mostCame: (from: string, count: string) => `They came above all from ${from}: ${count}.`,
    shareOfSegment: "Share",
    customers: "Customers",
  },
  es: {
    whole: "Todos los cambios",
    fromHeadline: (from, stayed, before, since) =>
      `${stayed} de los ${before} clientes que estaban en ${from} el ${since} siguen ahí.`,
    fromHidden: (from, since) => `Adónde fueron los clientes de ${from} desde el ${since}.`,
    toHidden: (to, since) => `De dónde llegaron los clientes de ${to} desde el ${since}.`,
    betweenHidden: (from, to, since) =>
      `Decir cuántos pasaron de ${from} a ${to} desde el ${since} delataría un cambio de menos de 5.`,
    toHeadline: (to, came, since) => `${came} clientes llegaron a ${to} desde el ${since}.`,
    between: (count, from, to, since) => `${count} clientes pasaron de ${from} a ${to} desde el ${since}.`,
    nobodyBetween: (from, to, since) => `Nadie ha pasado de ${from} a ${to} desde el ${since}.`,
    mostWent: (to, count) => `Los demás pasaron sobre todo a ${to}: ${count}.`,
    mostCame: (from, count) => `Llegaron sobre todo de ${from}: ${count}.`,
    shareOfSegment: "Parte",
    customers: "Clientes",
  },
  pt: {
    whole: "Todas as mudanças",
    fromHeadline: (from, stayed, before, since) =>
      `${stayed} dos ${before} clientes que estavam em ${from} em ${since} continuam lá.`,
    fromHidden: (from, since) => `Para onde foram os clientes de ${from} desde ${since}.`,
    toHidden: (to, since) => `De onde vieram os clientes de ${to} desde ${since}.`,
    betweenHidden: (from, to, since) =>
      `Dizer quantos foram de ${from} para ${to} desde ${since} revelaria uma mudança de menos de 5.`,
    toHeadline: (to, came, since) => `${came} clientes chegaram a ${to} desde ${since}.`,
    between: (count, from, to, since) => `${count} clientes foram de ${from} para ${to} desde ${since}.`,
    nobodyBetween: (from, to, since) => `Ninguém foi de ${from} para ${to} desde ${since}.`,
    mostWent: (to, count) => `Os outros foram sobretudo para ${to}: ${count}.`,
    mostCame: (from, count) => `Vieram sobretudo de ${from}: ${count}.`,
    shareOfSegment: "Parte",
    customers: "Clientes",
  },
});
