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

interface Says {
  whichFeature: string;
  headline(sentence: string): string;
  /** Title of the chart: the finding. */
  finding(name: string, label: string, comparison: string): string;
  nothingApart(name: string): string;
  less: string;
  more: string;
  altText(name: string, differences: string): string;
  note(text: string): string;
  fewMembers(count: string): string;
  hidden(name: string): string;
  export: string;
  compare(name: string): string;
  by(label: string): string;
  byNumber(name: string, label: string, value: string, comparison: string): string;
  byLevel(name: string, level: string, value: string, comparison: string): string;
  /** Part of the segment in the most common bin. */
  partHere(share: string, comparison: string): string;
  noValues(name: string, label: string): string;
  tooMany(label: string): string;
  yes: string;
  no: string;
  subtitle(label: string): string;
  mostLie: string;
  unknownValue: string;
  missing: string;
  otherLevels: string;
  overall: string;
  between(from: string, to: string): string;
  noSuchFeature(said: string, some: string): string;
  ambiguousFeature(said: string, names: string): string;
  profile: string;
  customersOf(count: string, share: string): string;
  salesOf(sum: string, share: string): string;
  ordersOf(count: string, share: string): string;
  trend(trend: Trend): string;
  solid(share: string): string;
  blurry(share: string): string;
  unusable(share: string): string;
  /** A name that was right once. */
  noLongerFits(name: string, today: string): string;
  rename(name: string): string;
}

interface Trend {
  readonly name: string;
  readonly weeks: string;
  readonly from: string;
  readonly to: string;
  readonly direction: "more" | "less" | "same";
}

export const says: Localized<Says> = {
  en: {
    whichFeature: "By which feature?",
    headline: (sentence) => `${sentence}.`,
    finding: (name, label, comparison) => `${name}: ${label} ${comparison}`,
    nothingApart: (name) => `${name}: much like everybody else`,
    less: "less than average",
    more: "more than average",
    altText: (name, differences) => `${name} against all customers. ${differences}.`,
    note: (text) => `Your note: ${text}`,
    fewMembers: (count) => `Only ${count} customers: read the averages as a hint.`,
    hidden: (name) => `${name} has fewer than 5 customers, so I keep their averages to myself.`,
    export: "Get the list",
    compare: (name) => `Compare with ${name}`,
    by: (label) => `Look at ${label}`,
    byNumber: (name, label, value, comparison) => `${name}: ${label} ${value}, ${comparison}.`,
    byLevel: (name, level, value, comparison) => `${name}: “${level}” ${value}, ${comparison}.`,
    partHere: (share, comparison) => `${share} of them, ${comparison}`,
    noValues: (name, label) => `${name}: nobody has a value for ${label}.`,
    tooMany: (label) => `“${label}” is different for nearly everybody, so it makes no picture.`,
    yes: "yes",
    no: "no",
    subtitle: (label) => `Share of customers by ${label}`,
    mostLie: "Most common",
    unknownValue: "not known",
    missing: "No value known",
    otherLevels: "other",
    overall: "Average",
    between: (from, to) => `${from} to ${to}`,
    noSuchFeature: (said, some) => `I know nothing called “${said}”. I know, for example: ${some}.`,
    ambiguousFeature: (said, names) => `“${said}” could be ${names}. Which one do you mean?`,
    profile: "The whole profile",
    customersOf: (count, share) => `${count} customers (${share})`,
    salesOf: (sum, share) => `${sum} of sales (${share})`,
    ordersOf: (count, share) => `${count} orders (${share})`,
    trend: ({ name, weeks, from, to, direction }) =>
      direction === "same"
        ? `${name}: ${to} customers, as ${weeks} weeks ago`
        : `${name} ${direction === "more" ? "grew" : "shrank"} from ${from} to ${to} customers in ${weeks} weeks`,
    solid: (share) => `Solid: with other customers drawn at random, ${share} of it comes back.`,
    blurry: (share) =>
      `Blurry: with other customers drawn at random, only ${share} of it comes back. Its border is a matter of taste.`,
    unusable: (share) =>
      `Don't rely on it: with other customers drawn at random, only ${share} of it comes back. Chance may have made it.`,
    noLongerFits: (name, today) =>
      `“${name}” no longer fits: by today's numbers they are rather “${today}”. Rename the segment, or keep the name if you mean them all the same.`,
    rename: (name) => `Call it “${name}”`,
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
};
