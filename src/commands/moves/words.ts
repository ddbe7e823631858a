import type { Localized } from "../../locale.ts";
import type { About } from "../command.ts";

export const about: Localized<About> = {
  en: {
    usage: "moves [from <segment>] [to <segment>] [since 4w|<day>]",
    summary: "Who went from which segment to which",
    examples: ["moves", "moves from 2 since 8w", "moves to 1 since 2011-10-03"],
  },
  es: {
    usage: "cambios [de <segmento>] [a <segmento>] [desde 4s|<día>]",
    summary: "Quién pasó de qué segmento a cuál",
    examples: ["cambios", "cambios de 2 desde 8s", "cambios a 1 desde 2011-10-03"],
  },
  pt: {
    usage: "mudanças [de <segmento>] [para <segmento>] [desde 4s|<dia>]",
    summary: "Quem foi de qual segmento para qual",
    examples: ["mudanças", "mudanças de 2 desde 8s", "mudanças para 1 desde 2011-10-03"],
  },
};

interface Says {
  /** The busiest way: counts and names are formatted. */
  headline(way: {
    readonly count: string;
    readonly from: string;
    readonly to: string;
    readonly since: string;
  }): string;
  nobodyMoved(since: string): string;
  fewMoved(since: string): string;
  /** Where larger moves would give small ones away. */
  hiddenMoved(since: string): string;
  changed: string;
  ofThem(share: string, customers: string): string;
  gainedMost: string;
  lostMost: string;
  newcomers: string;
  leavers: string;
  segment: string;
  before: string;
  came: string;
  went: string;
  joined: string;
  left: string;
  now: string;
  inWeeks(weeks: string): string;
  ahead(weeks: string): string;
  better: string;
  worse: string;
  newcomersNode(count: string): string;
  leaversNode(count: string): string;
  altText(since: string, until: string, ways: string): string;
  matrixTitle(changed: string): string;
  toSegment: string;
  matrixAltText(ways: string): string;
  /** "96 from Wine lovers (2) to Sleeping (5)". */
  way(count: string, from: string, to: string): string;
  hiddenCells: string;
  noHistory(day: string): string;
  noHistoryWhy: string;
  export: string;
  weekly: string;
  whereFrom(name: string): string;
  whole: string;
  fromHeadline(from: string, stayed: string, before: string, since: string): string;
  fromHidden(from: string, since: string): string;
  toHidden(to: string, since: string): string;
  betweenHidden(from: string, to: string, since: string): string;
  toHeadline(to: string, came: string, since: string): string;
  between(count: string, from: string, to: string, since: string): string;
  nobodyBetween(from: string, to: string, since: string): string;
  mostWent(to: string, count: string): string;
  mostCame(from: string, count: string): string;
  shareOfSegment: string;
  stayed: string;
  customers: string;
}

export const says: Localized<Says> = {
  en: {
    headline: ({ count, from, to, since }) => `${count} customers went from ${from} to ${to} since ${since}.`,
    nobodyMoved: (since) => `Nobody has changed segment since ${since}.`,
    fewMoved: (since) => `A few customers changed segment since ${since}, under 5 in any one direction.`,
    hiddenMoved: (since) =>
      `Customers changed segment since ${since}, but so few that any number would point at a handful of people.`,
    changed: "Changed segment",
    ofThem: (share, customers) => `${share} of ${customers}`,
    gainedMost: "Gained most",
    lostMost: "Lost most",
    newcomers: "New customers",
    leavers: "No longer customers",
    segment: "Segment",
    before: "Before",
    came: "Came",
    went: "Went",
    joined: "New",
    left: "Left",
    now: "Now",
    inWeeks: (weeks) => `In ${weeks} weeks`,
    ahead: (weeks) =>
      `In ${weeks} weeks: the size if the moves of the last weeks go on, and between what it will be 8 times of 10; customers yet to come are not counted.`,
    better: "to more value",
    worse: "to less value",
    newcomersNode: (count) => `New: ${count}`,
    leaversNode: (count) => `Left: ${count}`,
    altText: (since, until, ways) => `Moves between segments from ${since} to ${until}. ${ways}.`,
    matrixTitle: (changed) => `${changed} customers changed segment`,
    toSegment: "to segment",
    matrixAltText: (ways) => `Migration matrix. ${ways}.`,
    way: (count, from, to) => `${count} from ${from} to ${to}`,
    hiddenCells: "Moves of fewer than 5 customers are not shown, nor others (–) that would give them away.",
    noHistory: (day) => `These segments were first filled on ${day}, so nobody can have moved yet.`,
    noHistoryWhy:
      "Ask again after the next import: I compare every customer's segment then with that of today.",
    export: "Get the list",
    weekly: "Tell me every Monday",
    whereFrom: (name) => `From ${name}`,
    whole: "All moves",
    fromHeadline: (from, stayed, before, since) =>
      `${stayed} of the ${before} customers who were in ${from} on ${since} are still there.`,
    fromHidden: (from, since) => `Where the customers of ${from} went since ${since}.`,
    toHidden: (to, since) => `Where the customers of ${to} came from since ${since}.`,
    betweenHidden: (from, to, since) =>
      `How many went from ${from} to ${to} since ${since} would give away a move of fewer than 5.`,
    toHeadline: (to, came, since) => `${came} customers came to ${to} since ${since}.`,
    between: (count, from, to, since) => `${count} customers went from ${from} to ${to} since ${since}.`,
    nobodyBetween: (from, to, since) => `Nobody has gone from ${from} to ${to} since ${since}.`,
    mostWent: (to, count) => `The others went above all to ${to}: ${count}.`,
    mostCame: (from, count) => `They came above all from ${from}: ${count}.`,
    shareOfSegment: "Share",
    stayed: "stayed",
    customers: "Customers",
  },
  es: {
    headline: ({ count, from, to, since }) =>
      `${count} clientes pasaron de ${from} a ${to} desde el ${since}.`,
    nobodyMoved: (since) => `Nadie ha cambiado de segmento desde el ${since}.`,
    fewMoved: (since) =>
      `Unos pocos clientes cambiaron de segmento desde el ${since}: menos de 5 en cada dirección.`,
    hiddenMoved: (since) =>
      `Hay clientes que cambiaron de segmento desde el ${since}, pero tan pocos que cualquier número señalaría a unas pocas personas.`,
    changed: "Cambiaron de segmento",
    ofThem: (share, customers) => `el ${share} de ${customers}`,
    gainedMost: "El que más ganó",
    lostMost: "El que más perdió",
    newcomers: "Clientes nuevos",
    leavers: "Ya no son clientes",
    segment: "Segmento",
    before: "Antes",
    came: "Llegaron",
    went: "Salieron",
    joined: "Nuevos",
    left: "Bajas",
    now: "Ahora",
    inWeeks: (weeks) => `En ${weeks} semanas`,
    ahead: (weeks) =>
      `En ${weeks} semanas: el tamaño si los cambios de las últimas semanas siguen, y entre qué valores quedará 8 de cada 10 veces; sin contar clientes por llegar.`,
    better: "a más valor",
    worse: "a menos valor",
    newcomersNode: (count) => `Nuevos: ${count}`,
    leaversNode: (count) => `Bajas: ${count}`,
    altText: (since, until, ways) => `Cambios entre segmentos del ${since} al ${until}. ${ways}.`,
    matrixTitle: (changed) => `${changed} clientes cambiaron de segmento`,
    toSegment: "al segmento",
    matrixAltText: (ways) => `Matriz de cambios. ${ways}.`,
    way: (count, from, to) => `${count} de ${from} a ${to}`,
    hiddenCells:
      "Los cambios de menos de 5 clientes no se muestran, ni otros (–) que permitirían deducirlos.",
    noHistory: (day) =>
      `Estos segmentos se llenaron por primera vez el ${day}, así que aún no pudo cambiar nadie.`,
    noHistoryWhy:
      "Pregunta otra vez después de la próxima importación: entonces comparo el segmento de cada cliente con el de hoy.",
    export: "Obtener la lista",
    weekly: "Avísame cada lunes",
    whereFrom: (name) => `Desde ${name}`,
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
    stayed: "siguen",
    customers: "Clientes",
  },
  pt: {
    headline: ({ count, from, to, since }) => `${count} clientes foram de ${from} para ${to} desde ${since}.`,
    nobodyMoved: (since) => `Ninguém mudou de segmento desde ${since}.`,
    fewMoved: (since) =>
      `Alguns poucos clientes mudaram de segmento desde ${since}: menos de 5 em cada direção.`,
    hiddenMoved: (since) =>
      `Houve clientes que mudaram de segmento desde ${since}, mas tão poucos que qualquer número apontaria para poucas pessoas.`,
    changed: "Mudaram de segmento",
    ofThem: (share, customers) => `${share} de ${customers}`,
    gainedMost: "O que mais ganhou",
    lostMost: "O que mais perdeu",
    newcomers: "Clientes novos",
    leavers: "Não são mais clientes",
    segment: "Segmento",
    before: "Antes",
    came: "Chegaram",
    went: "Saíram",
    joined: "Novos",
    left: "Perdidos",
    now: "Agora",
    inWeeks: (weeks) => `Em ${weeks} semanas`,
    ahead: (weeks) =>
      `Em ${weeks} semanas: o tamanho se as mudanças das últimas semanas continuarem, e entre que valores ficará 8 em cada 10 vezes; sem contar clientes que ainda virão.`,
    better: "para mais valor",
    worse: "para menos valor",
    newcomersNode: (count) => `Novos: ${count}`,
    leaversNode: (count) => `Perdidos: ${count}`,
    altText: (since, until, ways) => `Mudanças entre segmentos de ${since} a ${until}. ${ways}.`,
    matrixTitle: (changed) => `${changed} clientes mudaram de segmento`,
    toSegment: "para o segmento",
    matrixAltText: (ways) => `Matriz de mudanças. ${ways}.`,
    way: (count, from, to) => `${count} de ${from} para ${to}`,
    hiddenCells:
      "Mudanças de menos de 5 clientes não são mostradas, nem outras (–) que permitiriam deduzi-las.",
    noHistory: (day) =>
      `Estes segmentos foram preenchidos pela primeira vez em ${day}, então ninguém pode ter mudado ainda.`,
    noHistoryWhy:
      "Pergunte de novo depois da próxima importação: aí comparo o segmento de cada cliente com o de hoje.",
    export: "Baixar a lista",
    weekly: "Avise-me toda segunda",
    whereFrom: (name) => `De ${name}`,
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
    stayed: "ficaram",
    customers: "Clientes",
  },
};
