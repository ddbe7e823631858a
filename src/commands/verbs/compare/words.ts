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

interface Says {
  same(segment: string): string;
  headline(first: string, second: string, label: string, comparison: string): string;
  alike(first: string, second: string): string;
  finding(first: string, label: string, comparison: string): string;
  altText(first: string, second: string, differences: string): string;
  average: string;
  profile(name: string): string;
}

export const says: Localized<Says> = {
  en: {
    same: (segment) => `I need two different segments to compare; both are “${segment}”.`,
    headline: (first, second, label, comparison) =>
      `${first} and ${second} differ most in ${label}: ${comparison}.`,
    alike: (first, second) => `${first} and ${second} are alike in everything I know of them.`,
    finding: (first, label, comparison) => `${first}: ${label} ${comparison}`,
    altText: (first, second, differences) => `${first} and ${second} side by side. ${differences}.`,
    average: "all customers",
    profile: (name) => `Profile of ${name}`,
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
};
