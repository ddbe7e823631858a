import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "goals [<goal> <probability> | reset]",
    summary: "The four campaign goals: whom each would contact",
    examples: ["goals", "goals saver 0.4"],
  },
  es: {
    usage: "metas [<meta> <probabilidad> | restablecer]",
    summary: "Las cuatro metas de campaña: a quién contactaría cada una",
    examples: ["metas", "metas ahorro 0,4"],
  },
  pt: {
    usage: "metas [<meta> <probabilidade> | redefinir]",
    summary: "As quatro metas de campanha: quem cada uma contataria",
    examples: ["metas", "metas economia 0,4"],
  },
};

export const says = words({
  en: {
    headline: (most: string, fewest: string) =>
      `Four goals, from ${most} people to contact down to ${fewest}.`,
    goal: "Goal",
    from: "From",
    people: "People",
    answers: "Expected answers",
    precision: "Contacts who answer",
    recall: "Answers reached",
    own: "yours",
    finding: "Reach more people, or waste fewer contacts",
    x: "Cut-off (probability)",
    mark: (goal: string, people: string, recall: string) => `${goal}: ${people} people, ${recall} of answers`,
    noSuchGoal: (said: string) => `“${said}” is no goal. There are four: reach, moderate, balanced, saver.`,
    whichThreshold: "From which probability on?",
    noThreshold: (said: string) => `A cut-off lies between 0 and 1 (or 1 % and 99 %); “${said}” does not.`,
  },
  es: {
    headline: (most, fewest) => `Cuatro metas: desde ${most} personas que contactar hasta ${fewest}.`,
    goal: "Meta",
    from: "Desde",
    people: "Personas",
    answers: "Respuestas esperadas",
    precision: "Contactos que responden",
    recall: "Respuestas alcanzadas",
    own: "vuestra",
    finding: "Llegar a más gente o gastar menos contactos",
    x: "Corte (probabilidad)",
    mark: (goal, people, recall) => `${goal}: ${people} personas, ${recall} de las respuestas`,
    noSuchGoal: (said) => `«${said}» no es una meta. Hay cuatro: alcance, moderado, equilibrado, ahorro.`,
    whichThreshold: "¿Desde qué probabilidad?",
    noThreshold: (said) => `Un corte está entre 0 y 1 (o entre 1 % y 99 %); «${said}» no.`,
  },
  pt: {
    headline: (most, fewest) => `Quatro metas: de ${most} pessoas a contatar até ${fewest}.`,
    goal: "Meta",
    from: "A partir de",
    people: "Pessoas",
    answers: "Respostas esperadas",
    precision: "Contatos que respondem",
    recall: "Respostas alcançadas",
    own: "da equipe",
    finding: "Alcançar mais gente ou gastar menos contatos",
    x: "Corte (probabilidade)",
    mark: (goal, people, recall) => `${goal}: ${people} pessoas, ${recall} das respostas`,
    noSuchGoal: (said) => `“${said}” não é uma meta. Há quatro: alcance, moderado, equilibrado, economia.`,
    whichThreshold: "A partir de que probabilidade?",
    noThreshold: (said) => `Um corte fica entre 0 e 1 (ou entre 1% e 99%); “${said}” não.`,
  },
});
