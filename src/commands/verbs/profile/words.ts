import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "profile <segment> [by <feature>]",
    summary: "What sets a segment apart from all customers",
    examples: ["profile 2", "profile 2 by recency"],
  },
  es: {
    usage: "perfil <segmento> [por <característica>]",
    summary: "Lo que distingue a un segmento de todos los clientes",
    examples: ["perfil 2", "perfil 2 por recency"],
  },
  pt: {
    usage: "perfil <segmento> [por <característica>]",
    summary: "O que diferencia um segmento de todos os clientes",
    examples: ["perfil 2", "perfil 2 por recency"],
  },
};

interface Trend {
  readonly name: string;
  readonly weeks: string;
  readonly from: string;
  readonly to: string;
  readonly direction: "more" | "less" | "same";
}

export const says = words({
  en: {
    whichFeature: "By which feature?",
    headline: (sentence: string) => `${sentence}.`,
    /** Title of the chart: the finding. */
    finding: (name: string, label: string, comparison: string) => `${name}: ${label} ${comparison}`,
    nothingApart: (name: string) => `${name}: much like everybody else`,
    less: "less than average",
    more: "more than average",
    altText: (name: string, differences: string) => `${name} against all customers. ${differences}.`,
    note: (text: string) => `Your note: ${text}`,
    fewMembers: (count: string) => `Only ${count} customers: read the averages as a hint.`,
    hidden: (name: string) => `${name} has fewer than 5 customers, so I keep their averages to myself.`,
    export: "Get the list",
    compare: (name: string) => `Compare with ${name}`,
    by: (label: string) => `Look at ${label}`,
    byNumber: (name: string, label: string, value: string, comparison: string) =>
      `${name}: ${label} ${value}, ${comparison}.`,
    byLevel: (name: string, level: string, value: string, comparison: string) =>
      `${name}: “${level}” ${value}, ${comparison}.`,
    /** Part of the segment in the most common bin. */
    partHere: (share: string, comparison: string) => `${share} of them, ${comparison}`,
    noValues: (name: string, label: string) => `${name}: nobody has a value for ${label}.`,
    tooMany: (label: string) => `“${label}” is different for nearly everybody, so it makes no picture.`,
    yes: "yes",
    no: "no",
    subtitle: (label: string) => `Share of customers by ${label}`,
    mostLie: "Most common",
    unknownValue: "not known",
    missing: "No value known",
    otherLevels: "other",
    overall: "Average",
    between: (from: string, to: string) => `${from} to ${to}`,
    noSuchFeature: (said: string, some: string) =>
      `I know nothing called “${said}”. I know, for example: ${some}.`,
    ambiguousFeature: (said: string, names: string) => `“${said}” could be ${names}. Which one do you mean?`,
    profile: "The whole profile",
    customersOf: (count: string, share: string) => `${count} customers (${share})`,
    salesOf: (sum: string, share: string) => `${sum} of sales (${share})`,
    ordersOf: (count: string, share: string) => `${count} orders (${share})`,
    trend: ({ name, weeks, from, to, direction }: Trend) =>
      direction === "same"
        ? `${name}: ${to} customers, as ${weeks} weeks ago`
        : `${name} ${direction === "more" ? "grew" : "shrank"} from ${from} to ${to} customers in ${weeks} weeks`,
    solid: (share: string) => `Solid: with other customers drawn at random, ${share} of it comes back.`,
    blurry: (share: string) =>
      `Blurry: with other customers drawn at random, only ${share} of it comes back. Its border is a matter of taste.`,
    unusable: (share: string) =>
      `Don't rely on it: with other customers drawn at random, only ${share} of it comes back. Chance may have made it.`,
    /** A name that was right once. */
    noLongerFits: (name: string, today: string) =>
      `“${name}” no longer fits: by today's numbers they are rather “${today}”. Rename the segment, or keep the name if you mean them all the same.`,
    rename: (name: string) => `Call it “${name}”`,
  },
  es: {
    whichFeature: "¿Por qué característica?",
    headline: (sentence) => `${sentence}.`,
    finding: (name, label, comparison) => `${name}: ${label}, ${comparison}`,
    nothingApart: (name) => `${name}: muy parecido a los demás`,
    less: "menos que la media",
    more: "más que la media",
    altText: (name, differences) => `${name} frente a todos los clientes. ${differences}.`,
    note: (text) => `Tu nota: ${text}`,
    fewMembers: (count) => `Solo ${count} clientes: toma las medias como una pista.`,
    hidden: (name) => `${name} tiene menos de 5 clientes, así que no muestro sus medias.`,
    export: "Descargar la lista",
    compare: (name) => `Comparar con ${name}`,
    by: (label) => `Ver ${label}`,
    byNumber: (name, label, value, comparison) => `${name}: ${label}, ${value}; ${comparison}.`,
    byLevel: (name, level, value, comparison) => `${name}: «${level}», ${value}; ${comparison}.`,
    partHere: (share, comparison) => `el ${share} de ellos, ${comparison}`,
    noValues: (name, label) => `${name}: nadie tiene un valor de ${label}.`,
    tooMany: (label) => `«${label}» es distinto en casi cada cliente, así que no da para un gráfico.`,
    yes: "sí",
    no: "no",
    subtitle: (label) => `Parte de los clientes según ${label}`,
    mostLie: "Lo más común",
    unknownValue: "sin dato",
    missing: "Sin dato",
    otherLevels: "otros",
    overall: "Media",
    between: (from, to) => `de ${from} a ${to}`,
    noSuchFeature: (said, some) => `No conozco nada llamado «${said}». Conozco, por ejemplo: ${some}.`,
    ambiguousFeature: (said, names) => `«${said}» puede ser ${names}. ¿Cuál es?`,
    profile: "El perfil completo",
    customersOf: (count, share) => `${count} clientes (${share})`,
    salesOf: (sum, share) => `${sum} de ventas (${share})`,
    ordersOf: (count, share) => `${count} pedidos (${share})`,
    trend: ({ name, weeks, from, to, direction }) =>
      direction === "same"
        ? `${name}: ${to} clientes, como hace ${weeks} semanas`
        : `${name}: de ${from} a ${to} clientes en ${weeks} semanas`,
    solid: (share) => `Sólido: con otros clientes elegidos al azar reaparece el ${share}.`,
    blurry: (share) =>
      `Borroso: con otros clientes elegidos al azar solo reaparece el ${share}. Su límite es cuestión de gusto.`,
    unusable: (share) =>
      `No te fíes de él: con otros clientes elegidos al azar solo reaparece el ${share}. Puede ser fruto del azar.`,
    noLongerFits: (name, today) =>
      `«${name}» ya no encaja: según los números de hoy son más bien «${today}». Cambia el nombre, o déjalo si te sigue sirviendo.`,
    rename: (name) => `Llamarlo «${name}»`,
  },
  pt: {
    whichFeature: "Por qual característica?",
    headline: (sentence) => `${sentence}.`,
    finding: (name, label, comparison) => `${name}: ${label}, ${comparison}`,
    nothingApart: (name) => `${name}: muito parecido com os demais`,
    less: "menos que a média",
    more: "mais que a média",
    altText: (name, differences) => `${name} em comparação com todos os clientes. ${differences}.`,
    note: (text) => `Sua nota: ${text}`,
    fewMembers: (count) => `Só ${count} clientes: leia as médias como uma pista.`,
    hidden: (name) => `${name} tem menos de 5 clientes, por isso não mostro as médias.`,
    export: "Baixar a lista",
    compare: (name) => `Comparar com ${name}`,
    by: (label) => `Ver ${label}`,
    byNumber: (name, label, value, comparison) => `${name}: ${label}, ${value}; ${comparison}.`,
    byLevel: (name, level, value, comparison) => `${name}: “${level}”, ${value}; ${comparison}.`,
    partHere: (share, comparison) => `${share} deles, ${comparison}`,
    noValues: (name, label) => `${name}: ninguém tem valor de ${label}.`,
    tooMany: (label) => `“${label}” é diferente em quase todo cliente, por isso não dá um gráfico.`,
    yes: "sim",
    no: "não",
    subtitle: (label) => `Parte dos clientes por ${label}`,
    mostLie: "Mais comum",
    unknownValue: "sem dado",
    missing: "Sem dado",
    otherLevels: "outros",
    overall: "Média",
    between: (from, to) => `de ${from} a ${to}`,
    noSuchFeature: (said, some) => `Não conheço nada chamado “${said}”. Conheço, por exemplo: ${some}.`,
    ambiguousFeature: (said, names) => `“${said}” pode ser ${names}. Qual deles?`,
    profile: "O perfil completo",
    customersOf: (count, share) => `${count} clientes (${share})`,
    salesOf: (sum, share) => `${sum} de vendas (${share})`,
    ordersOf: (count, share) => `${count} pedidos (${share})`,
    trend: ({ name, weeks, from, to, direction }) =>
      direction === "same"
        ? `${name}: ${to} clientes, como há ${weeks} semanas`
        : `${name}: de ${from} para ${to} clientes em ${weeks} semanas`,
    solid: (share) => `Sólido: com outros clientes sorteados, ${share} dele reaparece.`,
    blurry: (share) =>
      `Difuso: com outros clientes sorteados, só ${share} dele reaparece. A fronteira é questão de gosto.`,
    unusable: (share) =>
      `Não confie nele: com outros clientes sorteados, só ${share} dele reaparece. Pode ser fruto do acaso.`,
    noLongerFits: (name, today) =>
      `“${name}” já não combina: pelos números de hoje são mais “${today}”. Mude o nome, ou mantenha-o se ainda servir.`,
    rename: (name) => `Chamar de “${name}”`,
  },
});
