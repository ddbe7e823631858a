import type { Localized } from "../../../lib/locale.ts";

interface Says {
  howMany: string;
  noTop(said: string): string;
  noThreshold(said: string): string;
  howMuch: Readonly<Record<"cost" | "value" | "budget", string>>;
  noAmount(said: string): string;
  bothNeeded: string;
  whichPlan: string;
  noSuchPlan(plan: string): string;
  oneRule: string;
  formHeadline(plan: string): string;
  formTitle: string;
  formSubmit: string;
  fields: Readonly<Record<"goal" | "top" | "segment" | "cost" | "value" | "budget", string>>;
}

/** What is said while a plan is asked for: by the form, and where a word is missing or wrong. */
export const askingSays: Localized<Says> = {
  en: {
    howMany: "How many? A number or a percentage.",
    noTop: (said) => `“top” needs a number of people or a percentage; “${said}” is neither.`,
    noThreshold: (said) => `A probability lies between 0 and 1 (or 1% and 99%); “${said}” does not.`,
    howMuch: {
      cost: "How much does one contact cost?",
      value: "How much does one answer bring?",
      budget: "How much may be spent?",
    },
    noAmount: (said) => `“${said}” is no amount of money.`,
    bothNeeded: "To draw the line by money I need what one contact costs and what one answer brings.",
    whichPlan: "Which plan?",
    noSuchPlan: (plan) => `There is no plan ${plan}. Make one with \`target\`.`,
    oneRule: "Choose by a goal or by a number of people, not by both.",
    formHeadline: (plan) => `Change plan ${plan}: what you send becomes a new plan.`,
    formTitle: "Whom to contact",
    formSubmit: "Plan",
    fields: {
      goal: "Goal",
      top: "Or so many of the likeliest",
      segment: "Only in segment",
      cost: "Cost of a contact",
      value: "Value of an answer",
      budget: "Budget",
    },
  },
  es: {
    howMany: "¿Cuántos? Un número o un porcentaje.",
    noTop: (said) => `«top» necesita un número de personas o un porcentaje; «${said}» no lo es.`,
    noThreshold: (said) => `Una probabilidad está entre 0 y 1 (o entre 1 % y 99 %); «${said}» no.`,
    howMuch: {
      cost: "¿Cuánto cuesta un contacto?",
      value: "¿Cuánto aporta una respuesta?",
      budget: "¿Cuánto se puede gastar?",
    },
    noAmount: (said) => `«${said}» no es una cantidad de dinero.`,
    bothNeeded:
      "Para trazar el corte por dinero necesito lo que cuesta un contacto y lo que aporta una respuesta.",
    whichPlan: "¿Qué plan?",
    noSuchPlan: (plan) => `No hay ningún plan ${plan}. Haz uno con \`objetivo\`.`,
    oneRule: "Elige por meta o por número de personas, no por ambos.",
    formHeadline: (plan) => `Cambia el plan ${plan}: lo que envíes será un plan nuevo.`,
    formTitle: "A quién contactar",
    formSubmit: "Planear",
    fields: {
      goal: "Meta",
      top: "O tantos de los más probables",
      segment: "Solo en el segmento",
      cost: "Coste de un contacto",
      value: "Valor de una respuesta",
      budget: "Presupuesto",
    },
  },
  pt: {
    howMany: "Quantos? Um número ou uma porcentagem.",
    noTop: (said) => `“top” precisa de um número de pessoas ou uma porcentagem; “${said}” não é.`,
    noThreshold: (said) => `Uma probabilidade fica entre 0 e 1 (ou entre 1% e 99%); “${said}” não.`,
    howMuch: {
      cost: "Quanto custa um contato?",
      value: "Quanto traz uma resposta?",
      budget: "Quanto se pode gastar?",
    },
    noAmount: (said) => `“${said}” não é um valor em dinheiro.`,
    bothNeeded:
      "Para traçar o corte por dinheiro preciso do que custa um contato e do que traz uma resposta.",
    whichPlan: "Qual plano?",
    noSuchPlan: (plan) => `Não há plano ${plan}. Faça um com \`objetivo\`.`,
    oneRule: "Escolha por meta ou por número de pessoas, não pelos dois.",
    formHeadline: (plan) => `Mude o plano ${plan}: o que você enviar vira um plano novo.`,
    formTitle: "Quem contatar",
    formSubmit: "Planejar",
    fields: {
      goal: "Meta",
      top: "Ou tantos dos mais prováveis",
      segment: "Só no segmento",
      cost: "Custo de um contato",
      value: "Valor de uma resposta",
      budget: "Orçamento",
    },
  },
};
