import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "look [r3 …]",
    summary: "Candidates for new segments, side by side or one alone",
    examples: ["look", "look r3", "look r3 r4"],
  },
  es: {
    usage: "mirar [r3 …]",
    summary: "Propuestas de nuevos segmentos, una junto a otra o por separado",
    examples: ["mirar", "mirar r3", "mirar r3 r4"],
  },
  pt: {
    usage: "olhar [r3 …]",
    summary: "Propostas de novos segmentos, lado a lado ou uma só",
    examples: ["olhar", "olhar r3", "olhar r3 r4"],
  },
};

interface Says {
  none: string;
  recluster: string;
  /** `ways` is "r5 makes 4, r6 makes 3". */
  several(ways: string): string;
  makes(run: string, count: string): string;
  same: string;
  sameToo(run: string): string;
  one(run: string, count: string): string;
  inForce(version: string): string;
  run: string;
  method: string;
  segments: string;
  smallest: string;
  separation: string;
  solid: string;
  top: string;
  votes: string;
  topShare(customers: string, value: string): string;
  gain(run: string, kept: string, proof: string): string;
  keeps(kept: string, old: string): string;
  proof(solid: string): string;
  proofNow(solid: string, now: string): string;
  number: string;
  name: string;
  customers: string;
  shareOfValue: string;
  proofColumn: string;
  split(from: string, to: string): string;
  merged(from: string, to: string): string;
  born(to: string): string;
  retired(from: string): string;
  measures: Readonly<Record<"silhouette" | "inertia", string>>;
  kAxis: string;
  kTitle(k: string): string;
  kAlt(k: string, silhouette: string): string;
  stabilityTitle(solid: string, all: string): string;
  stabilityAxis: string;
  stabilityAlt(parts: string): string;
  seeInForce: string;
}

export const says: Localized<Says> = {
  en: {
    none: "There are no candidates. Recluster to make some.",
    recluster: "Recluster",
    several: (ways) => `Other ways to divide your customers: ${ways}. Nothing changes until one is adopted.`,
    makes: (run, count) => `${run} makes ${count} segments`,
    same: "The same segments came out again, so nothing has changed.",
    sameToo: (run) => `The segments in force (${run}) came out again too.`,
    one: (run, count) => `${run} divides your customers into ${count} segments.`,
    inForce: (version) => `in force (version ${version})`,
    run: "Candidate",
    method: "Method",
    segments: "Segments",
    smallest: "Smallest",
    separation: "Silhouette",
    solid: "Solid",
    top: "Top segment",
    votes: "Votes",
    topShare: (customers, value) => `${customers} of customers, ${value} of sales`,
    gain: (run, kept, proof) => `${run} ${kept}; ${proof}.`,
    keeps: (kept, old) => `keeps ${kept} of your ${old} segments`,
    proof: (solid) => `${solid} are solid`,
    proofNow: (solid, now) => `${solid} are solid (now ${now})`,
    number: "No.",
    name: "Segment",
    customers: "Customers",
    shareOfValue: "Share of sales",
    proofColumn: "Found again",
    split: (from, to) => `${to} comes out of ${from}.`,
    merged: (from, to) => `${from} goes into ${to}.`,
    born: (to) => `${to} is new.`,
    retired: (from) => `${from} is dissolved.`,
    measures: {
      silhouette: "Separation of the segments (silhouette): higher is better",
      inertia: "Spread inside the segments: look for the bend",
    },
    kAxis: "Number of segments",
    kTitle: (k) => `Separation and spread by number of segments; shown: ${k}`,
    kAlt: (k, silhouette) =>
      `Silhouette and spread for each number of segments. At ${k} the silhouette is ${silhouette}.`,
    stabilityTitle: (solid, all) => `${solid} of ${all} segments are solid`,
    stabilityAxis: "How much of the segment comes back in resampled data",
    stabilityAlt: (parts) => `How well each segment is found again in resampled data. ${parts}.`,
    seeInForce: "Your segments",
  },
  es: {
    none: "No hay propuestas. Reagrupa para hacer algunas.",
    recluster: "Reagrupar",
    several: (ways) =>
      `Otras formas de dividir a tus clientes: ${ways}. Nada cambia hasta que se adopte una.`,
    makes: (run, count) => `${run} forma ${count} segmentos`,
    same: "Han salido los mismos segmentos, así que nada ha cambiado.",
    sameToo: (run) => `También han vuelto a salir los segmentos vigentes (${run}).`,
    one: (run, count) => `${run} divide a tus clientes en ${count} segmentos.`,
    inForce: (version) => `vigente (versión ${version})`,
    run: "Propuesta",
    method: "Método",
    segments: "Segmentos",
    smallest: "El menor",
    separation: "Silueta",
    solid: "Sólidos",
    top: "Segmento principal",
    votes: "Votos",
    topShare: (customers, value) => `${customers} de los clientes, ${value} de las ventas`,
    gain: (run, kept, proof) => `${run} ${kept}; ${proof}.`,
    keeps: (kept, old) => `conserva ${kept} de tus ${old} segmentos`,
    proof: (solid) => `son sólidos ${solid}`,
    proofNow: (solid, now) => `son sólidos ${solid} (ahora ${now})`,
    number: "N.º",
    name: "Segmento",
    customers: "Clientes",
    shareOfValue: "Parte de las ventas",
    proofColumn: "Reaparece",
    split: (from, to) => `${to} sale de ${from}.`,
    merged: (from, to) => `${from} pasa a ${to}.`,
    born: (to) => `${to} es nuevo.`,
    retired: (from) => `${from} se disuelve.`,
    measures: {
      silhouette: "Separación de los segmentos (silueta): cuanto más alta, mejor",
      inertia: "Dispersión dentro de los segmentos: busca el codo",
    },
    kAxis: "Número de segmentos",
    kTitle: (k) => `Separación y dispersión según el número de segmentos; aquí: ${k}`,
    kAlt: (k, silhouette) =>
      `Silueta y dispersión para cada número de segmentos. Con ${k}, la silueta es ${silhouette}.`,
    stabilityTitle: (solid, all) => `${solid} de ${all} segmentos son sólidos`,
    stabilityAxis: "Qué parte del segmento reaparece en datos remuestreados",
    stabilityAlt: (parts) => `En qué medida reaparece cada segmento en datos remuestreados. ${parts}.`,
    seeInForce: "Tus segmentos",
  },
  pt: {
    none: "Não há propostas. Reagrupe para criar algumas.",
    recluster: "Reagrupar",
    several: (ways) => `Outras formas de dividir seus clientes: ${ways}. Nada muda até uma ser adotada.`,
    makes: (run, count) => `${run} forma ${count} segmentos`,
    same: "Saíram os mesmos segmentos, então nada mudou.",
    sameToo: (run) => `Os segmentos em vigor (${run}) também saíram de novo.`,
    one: (run, count) => `${run} divide seus clientes em ${count} segmentos.`,
    inForce: (version) => `em vigor (versão ${version})`,
    run: "Proposta",
    method: "Método",
    segments: "Segmentos",
    smallest: "O menor",
    separation: "Silhueta",
    solid: "Sólidos",
    top: "Segmento principal",
    votes: "Votos",
    topShare: (customers, value) => `${customers} dos clientes, ${value} das vendas`,
    gain: (run, kept, proof) => `${run} ${kept}; ${proof}.`,
    keeps: (kept, old) => `mantém ${kept} dos seus ${old} segmentos`,
    proof: (solid) => `são sólidos ${solid}`,
    proofNow: (solid, now) => `são sólidos ${solid} (agora ${now})`,
    number: "N.º",
    name: "Segmento",
    customers: "Clientes",
    shareOfValue: "Parte das vendas",
    proofColumn: "Reaparece",
    split: (from, to) => `${to} sai de ${from}.`,
    merged: (from, to) => `${from} passa para ${to}.`,
    born: (to) => `${to} é novo.`,
    retired: (from) => `${from} se dissolve.`,
    measures: {
      silhouette: "Separação dos segmentos (silhueta): quanto maior, melhor",
      inertia: "Dispersão dentro dos segmentos: procure o cotovelo",
    },
    kAxis: "Número de segmentos",
    kTitle: (k) => `Separação e dispersão por número de segmentos; aqui: ${k}`,
    kAlt: (k, silhouette) =>
      `Silhueta e dispersão para cada número de segmentos. Com ${k}, a silhueta é ${silhouette}.`,
    stabilityTitle: (solid, all) => `${solid} de ${all} segmentos são sólidos`,
    stabilityAxis: "Que parte do segmento reaparece em dados reamostrados",
    stabilityAlt: (parts) => `O quanto cada segmento reaparece em dados reamostrados. ${parts}.`,
    seeInForce: "Seus segmentos",
  },
};
