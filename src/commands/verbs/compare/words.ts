import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "compare <segment> <segment>",
    summary: "How two segments differ",
    examples: ["compare 1 2"],
  },
  es: {
    usage: "comparar <segmento> <segmento>",
    summary: "En qué se diferencian dos segmentos",
    examples: ["comparar 1 2"],
  },
  pt: {
    usage: "comparar <segmento> <segmento>",
    summary: "Em que dois segmentos diferem",
    examples: ["comparar 1 2"],
  },
};

export const says = words({
  en: {
    same: (segment: string) => `I need two different segments to compare; both are “${segment}”.`,
    headline: (first: string, second: string, label: string, comparison: string) =>
      `${first} and ${second} differ most in ${label}: ${comparison}.`,
    alike: (first: string, second: string) =>
      `${first} and ${second} are alike in everything I know of them.`,
    finding: (first: string, label: string, comparison: string) => `${first}: ${label} ${comparison}`,
    altText: (first: string, second: string, differences: string) =>
      `${first} and ${second} side by side. ${differences}.`,
    average: "all customers",
    profile: (name: string) => `Profile of ${name}`,
  },
  es: {
    same: (segment) => `Necesito dos segmentos distintos para comparar; los dos son «${segment}».`,
    headline: (first, second, label, comparison) =>
      `${first} y ${second} se diferencian sobre todo en ${label}: ${comparison}.`,
    alike: (first, second) => `${first} y ${second} se parecen en todo lo que sé de ellos.`,
    finding: (first, label, comparison) => `${first}: ${label}, ${comparison}`,
    altText: (first, second, differences) => `${first} y ${second}, lado a lado. ${differences}.`,
    average: "todos los clientes",
    profile: (name) => `Perfil de ${name}`,
  },
  pt: {
    same: (segment) => `Preciso de dois segmentos diferentes para comparar; os dois são “${segment}”.`,
    headline: (first, second, label, comparison) =>
      `${first} e ${second} diferem sobretudo em ${label}: ${comparison}.`,
    alike: (first, second) => `${first} e ${second} são parecidos em tudo o que sei deles.`,
    finding: (first, label, comparison) => `${first}: ${label}, ${comparison}`,
    altText: (first, second, differences) => `${first} e ${second}, lado a lado. ${differences}.`,
    average: "todos os clientes",
    profile: (name) => `Perfil de ${name}`,
  },
});
