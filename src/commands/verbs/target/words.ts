import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage:
      "target [<goal> | top <N> | top <P>% | p>=<x>] [in <segment>] [cost <m> value <m>] [budget <m>] | target edit <p7>",
    summary: "Whom to contact: by goal, by number, by probability or by money",
    examples: ["target cost 3 value 11 budget 500", "target balanced", "target top 20% in 2"],
  },
  es: {
    usage:
      "objetivo [<meta> | top <N> | top <P>% | p>=<x>] [en <segmento>] [coste <m> valor <m>] [presupuesto <m>]",
    summary: "A quién contactar: por meta, por número, por probabilidad o por dinero",
    examples: ["objetivo coste 3 valor 11 presupuesto 500", "objetivo equilibrado", "objetivo top 20% en 2"],
  },
  pt: {
    usage:
      "objetivo [<meta> | top <N> | top <P>% | p>=<x>] [em <segmento>] [custo <m> valor <m>] [orcamento <m>]",
    summary: "Quem contatar: por meta, por número, por probabilidade ou por dinheiro",
    examples: ["objetivo custo 3 valor 11 orcamento 500", "objetivo equilibrado", "objetivo top 20% em 2"],
  },
};

/** What is said of a plan. */
export const says = words({
  en: {
    headline: (plan: string, people: string, answers: string) =>
      `Plan ${plan}: contact ${people} people and expect ${answers} answers.`,
    /** Why nobody: no contact pays, the budget pays for none, or nobody is as likely as asked. */
    nobody: {
      costly: "Nobody is worth contacting: one contact costs at least as much as one answer brings.",
      unpaid: "The budget does not pay for a single contact.",
      unlikely: "Nobody is worth contacting under this rule.",
    },
    rule: "Who",
    byGoal: (goal: string, threshold: string) => `goal “${goal}”: from ${threshold} on`,
    byThreshold: (threshold: string) => `everyone from ${threshold} on`,
    byTop: (people: string) => `the ${people} likeliest`,
    byBudget: (rule: string) => `${rule}, where the budget ends`,
    inSegment: (rule: string, segment: string) => `${rule}, in ${segment}`,
    rate: "Expected to answer",
    everyoneRate: (rate: string) => `${rate} of everyone`,
    overlap: "Already in a list of the last four weeks",
    profit: "Expected profit",
    interval: (low: string, high: string) => `8 of 10 such campaigns end between ${low} and ${high}`,
    everyoneProfit: "If you contact everyone",
    loss: (chance: string) => `chance of a loss: ${chance}`,
    lossChance: "Chance of a loss",
    mayLose: "With these costs the campaign may well lose money.",
    unknownConsent: (people: string) => `Consent is not known for ${people} of them.`,
    export: "Export the list",
    goals: "See the four goals",
    finding: (people: string, profit: string) => `Contact ${people} customers: ${profit} expected`,
    mark: (people: string, profit: string) => `${people} people: ${profit}`,
    markEveryone: (profit: string) => `everyone: ${profit}`,
    x: "Customers contacted, best first",
    y: (currency: string) => `Expected profit (${currency}), 80% interval`,
    change: "Change",
  },
  es: {
    headline: (plan, people, answers) =>
      `Plan ${plan}: contacta a ${people} personas y espera ${answers} respuestas.`,
    nobody: {
      costly: "No vale la pena contactar a nadie: un contacto cuesta al menos lo que aporta una respuesta.",
      unpaid: "El presupuesto no alcanza para un solo contacto.",
      unlikely: "Con esta regla no vale la pena contactar a nadie.",
    },
    rule: "A quién",
    byGoal: (goal, threshold) => `meta «${goal}»: desde el ${threshold}`,
    byThreshold: (threshold) => `todos desde el ${threshold}`,
    byTop: (people) => `los ${people} más probables`,
    byBudget: (rule) => `${rule}, hasta donde llega el presupuesto`,
    inSegment: (rule, segment) => `${rule}, en ${segment}`,
    rate: "Se espera que responda",
    everyoneRate: (rate) => `${rate} de todos`,
    overlap: "Ya en una lista de las últimas cuatro semanas",
    profit: "Beneficio esperado",
    interval: (low, high) => `8 de cada 10 campañas así terminan entre ${low} y ${high}`,
    everyoneProfit: "Si contactas a todos",
    loss: (chance) => `probabilidad de pérdida: ${chance}`,
    lossChance: "Probabilidad de pérdida",
    mayLose: "Con estos costes la campaña puede perder dinero.",
    unknownConsent: (people) => `De ${people} de ellos no se conoce el consentimiento.`,
    export: "Exportar la lista",
    goals: "Ver las cuatro metas",
    finding: (people, profit) => `Contacta a ${people} clientes: se esperan ${profit}`,
    mark: (people, profit) => `${people} personas: ${profit}`,
    markEveryone: (profit) => `todos: ${profit}`,
    x: "Clientes contactados, los mejores primero",
    y: (currency) => `Beneficio esperado (${currency}), intervalo del 80 %`,
    change: "Cambiar",
  },
  pt: {
    headline: (plan, people, answers) =>
      `Plano ${plan}: contate ${people} pessoas e espere ${answers} respostas.`,
    nobody: {
      costly: "Não vale a pena contatar ninguém: um contato custa pelo menos o que traz uma resposta.",
      unpaid: "O orçamento não paga nem um contato.",
      unlikely: "Com esta regra não vale a pena contatar ninguém.",
    },
    rule: "Quem",
    byGoal: (goal, threshold) => `meta “${goal}”: a partir de ${threshold}`,
    byThreshold: (threshold) => `todos a partir de ${threshold}`,
    byTop: (people) => `os ${people} mais prováveis`,
    byBudget: (rule) => `${rule}, até onde vai o orçamento`,
    inSegment: (rule, segment) => `${rule}, em ${segment}`,
    rate: "Espera-se que responda",
    everyoneRate: (rate) => `${rate} de todos`,
    overlap: "Já em uma lista das últimas quatro semanas",
    profit: "Lucro esperado",
    interval: (low, high) => `8 de 10 campanhas assim terminam entre ${low} e ${high}`,
    everyoneProfit: "Se você contatar todos",
    loss: (chance) => `chance de prejuízo: ${chance}`,
    lossChance: "Chance de prejuízo",
    mayLose: "Com esses custos a campanha pode dar prejuízo.",
    unknownConsent: (people) => `De ${people} deles não se conhece o consentimento.`,
    export: "Exportar a lista",
    goals: "Ver as quatro metas",
    finding: (people, profit) => `Contate ${people} clientes: ${profit} esperados`,
    mark: (people, profit) => `${people} pessoas: ${profit}`,
    markEveryone: (profit) => `todos: ${profit}`,
    x: "Clientes contatados, os melhores primeiro",
    y: (currency) => `Lucro esperado (${currency}), intervalo de 80%`,
    change: "Mudar",
  },
});
