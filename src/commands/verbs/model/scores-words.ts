import { words } from "../../../lib/words.ts";

/** What `model scores` says: how the probabilities are spread over the segments. */
export const scoresSays = words({
  en: {
    headline: (segment: string, mean: string, base: string) =>
      `${segment} is the likeliest to answer: ${mean} on average, against ${base} of everyone asked.`,
    nobody: "Nobody has a score yet.",
    segment: "Segment",
    customers: "Customers",
    mean: "On average",
    median: "Half of them from",
    middle: "Middle half",
    range: (lower: string, upper: string) => `${lower} to ${upper}`,
    target: (segment: string) => `Whom in ${segment}?`,
    x: "Probability to answer",
    base: "everyone asked",
  },
  es: {
    headline: (segment, mean, base) =>
      `${segment} es el que más responderá: ${mean} de media, frente al ${base} de todos los contactados.`,
    nobody: "Todavía nadie tiene puntuación.",
    segment: "Segmento",
    customers: "Clientes",
    mean: "De media",
    median: "La mitad desde",
    middle: "Mitad central",
    range: (lower, upper) => `de ${lower} a ${upper}`,
    target: (segment) => `¿A quién de ${segment}?`,
    x: "Probabilidad de responder",
    base: "todos los contactados",
  },
  pt: {
    headline: (segment, mean, base) =>
      `${segment} é o que mais vai responder: ${mean} em média, contra ${base} de todos os contatados.`,
    nobody: "Ninguém tem pontuação ainda.",
    segment: "Segmento",
    customers: "Clientes",
    mean: "Em média",
    median: "Metade a partir de",
    middle: "Metade central",
    range: (lower, upper) => `de ${lower} a ${upper}`,
    target: (segment) => `Quem de ${segment}?`,
    x: "Probabilidade de responder",
    base: "todos os contatados",
  },
});
