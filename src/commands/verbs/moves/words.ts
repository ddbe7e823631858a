import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

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

export const says = words({
  en: {
    /** The busiest way: counts and names are formatted. */
    headline: ({
      count,
      from,
      to,
      since,
    }: {
      readonly count: string;
      readonly from: string;
      readonly to: string;
      readonly since: string;
    }) => `${count} customers went from ${from} to ${to} since ${since}.`,
    nobodyMoved: (since: string) => `Nobody has changed segment since ${since}.`,
    fewMoved: (since: string) =>
      `A few customers changed segment since ${since}, under 5 in any one direction.`,
    /** Where larger moves would give small ones away. */
    hiddenMoved: (since: string) =>
      `Customers changed segment since ${since}, but so few that any number would point at a handful of people.`,
    changed: "Changed segment",
    ofThem: (share: string, customers: string) => `${share} of ${customers}`,
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
    inWeeks: (weeks: string) => `In ${weeks} weeks`,
    ahead: (weeks: string) =>
      `In ${weeks} weeks: the size if the moves of the last weeks go on, and between what it will be 8 times of 10; customers yet to come are not counted.`,
    hiddenCells: "Moves of fewer than 5 customers are not shown, nor others (–) that would give them away.",
    noHistory: (day: string) => `These segments were first filled on ${day}, so nobody can have moved yet.`,
    noHistoryWhy:
      "Ask again after the next import: I compare every customer's segment then with that of today.",
    export: "Get the list",
    weekly: "Tell me every Monday",
    whereFrom: (name: string) => `From ${name}`,
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
    hiddenCells:
      "Los cambios de menos de 5 clientes no se muestran, ni otros (–) que permitirían deducirlos.",
    noHistory: (day) =>
      `Estos segmentos se llenaron por primera vez el ${day}, así que aún no pudo cambiar nadie.`,
    noHistoryWhy:
      "Pregunta otra vez después de la próxima importación: entonces comparo el segmento de cada cliente con el de hoy.",
    export: "Obtener la lista",
    weekly: "Avísame cada lunes",
    whereFrom: (name) => `Desde ${name}`,
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
    hiddenCells:
      "Mudanças de menos de 5 clientes não são mostradas, nem outras (–) que permitiriam deduzi-las.",
    noHistory: (day) =>
      `Estes segmentos foram preenchidos pela primeira vez em ${day}, então ninguém pode ter mudado ainda.`,
    noHistoryWhy:
      "Pergunte de novo depois da próxima importação: aí comparo o segmento de cada cliente com o de hoje.",
    export: "Baixar a lista",
    weekly: "Avise-me toda segunda",
    whereFrom: (name) => `De ${name}`,
  },
});
