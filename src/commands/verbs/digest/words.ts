import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage:
      "digest now | list | weekly mon 9:00 [#channel|direct] [lang en|es|pt] [quiet|always] | edit d3 | pause d3 2w | off d3",
    summary: "What really changed this week, once or every week",
    examples: ["digest now", "digest weekly mon 9:00", "digest pause d3 2w"],
  },
  es: {
    usage:
      "resumen ahora | lista | semanal lun 9:00 [#canal|directo] [idioma en|es|pt] [silencioso|siempre] | editar d3 | pausar d3 2s | quitar d3",
    summary: "Lo que de verdad cambió esta semana, una vez o cada semana",
    examples: ["resumen ahora", "resumen semanal lun 9:00", "resumen pausar d3 2s"],
  },
  pt: {
    usage:
      "resumo agora | lista | semanal seg 9:00 [#canal|direto] [idioma en|es|pt] [silencioso|sempre] | editar d3 | pausar d3 2s | desligar d3",
    summary: "O que realmente mudou nesta semana, uma vez ou toda semana",
    examples: ["resumo agora", "resumo semanal seg 9:00", "resumo pausar d3 2s"],
  },
};

export const says = words({
  en: {
    grew: (name: string, count: string) => `${name} grew by ${count} customers`,
    shrank: (name: string, count: string) => `${name} lost ${count} customers`,
    spentMore: (name: string, money: string) => `${name} spent ${money} more than the week before`,
    spentLess: (name: string, money: string) => `${name} spent ${money} less than the week before`,
    orderedMore: (name: string, count: string) => `${name} placed ${count} more orders than the week before`,
    orderedLess: (name: string, count: string) => `${name} placed ${count} fewer orders than the week before`,
    answeredMore: (name: string, count: string) =>
      `${name} gave ${count} more answers than the week before, for as many asked`,
    answeredLess: (name: string, count: string) =>
      `${name} gave ${count} fewer answers than the week before, for as many asked`,
    everybody: "All customers together",
    /** How sure a finding is: its interval. */
    between: (low: string, high: string) => `90% sure: between ${low} and ${high}.`,
    ofRevenue: (share: string) => `${share} of all sales`,
    mostFrom: (name: string, count: string) => `Above all from ${name}: ${count}.`,
    mostTo: (name: string, count: string) => `Above all to ${name}: ${count}.`,
    calm: (checked: string, from: string, to: string) =>
      `A calm week: nothing moved more than chance. I checked ${checked} numbers from ${from} to ${to}.`,
    /** The same of the one segment that was looked at. */
    calmIn: (name: string, from: string, to: string) =>
      `A calm week for ${name}: nothing there moved more than chance from ${from} to ${to}.`,
    fromTo: (from: string, to: string) => `From ${from} to ${to}.`,
    alsoMoved: (count: string) => `${count} more changes were smaller but real: see all moves.`,
    checked: (checked: string, from: string, to: string) =>
      `Checked ${checked} numbers from ${from} to ${to}; all others held still.`,
    firstWeek: (day: string) =>
      `The first digest needs a week to look back on: these segments stand since ${day}.`,
    firstWeekWhy: "From the next week of data on I compare every customer's segment with the week before.",
    stale: (days: string) =>
      `No file has been read in for ${days} days, so I can't say what happened this week.`,
    silence: (what: string) => `Data are missing this week, so read no change into it: ${what}.`,
    silentSource: (source: string, days: string) => `nothing came from ${source} on ${days}`,
    allOrders: "any shop",
    heldBack: "I hold my findings back until the data are complete.",
    checkData: "Check the data",
    whoCame: (name: string) => `Who came to ${name}`,
    whoWent: (name: string) => `Who left ${name}`,
    lookAt: (name: string) => `Look at ${name}`,
    lookAtAll: "Look at all segments",
    moves: "All moves",
    movers: "Get the list of movers",
  },
  es: {
    grew: (name, count) => `${name}: ${count} clientes más`,
    shrank: (name, count) => `${name}: ${count} clientes menos`,
    spentMore: (name, money) => `${name}: gastaron ${money} más que la semana anterior`,
    spentLess: (name, money) => `${name}: gastaron ${money} menos que la semana anterior`,
    orderedMore: (name, count) => `${name}: hicieron ${count} pedidos más que la semana anterior`,
    orderedLess: (name, count) => `${name}: hicieron ${count} pedidos menos que la semana anterior`,
    answeredMore: (name, count) =>
      `${name}: dieron ${count} respuestas más que la semana anterior, con los mismos preguntados`,
    answeredLess: (name, count) =>
      `${name}: dieron ${count} respuestas menos que la semana anterior, con los mismos preguntados`,
    everybody: "Todos los clientes juntos",
    between: (low, high) => `Con un 90 % de seguridad: entre ${low} y ${high}.`,
    ofRevenue: (share) => `${share} de todas las ventas`,
    mostFrom: (name, count) => `Sobre todo de ${name}: ${count}.`,
    mostTo: (name, count) => `Sobre todo a ${name}: ${count}.`,
    calm: (checked, from, to) =>
      `Semana tranquila: nada se movió más que por azar. Revisé ${checked} números del ${from} al ${to}.`,
    calmIn: (name, from, to) =>
      `Semana tranquila en ${name}: nada se movió ahí más que por azar del ${from} al ${to}.`,
    fromTo: (from, to) => `Del ${from} al ${to}.`,
    alsoMoved: (count) => `Otros ${count} cambios fueron menores pero reales: mira todos los cambios.`,
    checked: (checked, from, to) => `Revisé ${checked} números del ${from} al ${to}; los demás siguen igual.`,
    firstWeek: (day) =>
      `El primer resumen necesita una semana que mirar: estos segmentos existen desde el ${day}.`,
    firstWeekWhy:
      "A partir de la próxima semana de datos comparo el segmento de cada cliente con el de la semana anterior.",
    stale: (days) =>
      `Hace ${days} días que no se lee ningún archivo, así que no puedo decir qué pasó esta semana.`,
    silence: (what) => `Faltan datos de esta semana, así que no saques conclusiones: ${what}.`,
    silentSource: (source, days) => `no llegó nada de ${source} el ${days}`,
    allOrders: "ninguna tienda",
    heldBack: "Me guardo los hallazgos hasta que los datos estén completos.",
    checkData: "Revisar los datos",
    whoCame: (name) => `Quién llegó a ${name}`,
    whoWent: (name) => `Quién dejó ${name}`,
    lookAt: (name) => `Ver ${name}`,
    lookAtAll: "Ver todos los segmentos",
    moves: "Todos los cambios",
    movers: "Obtener la lista",
  },
  pt: {
    grew: (name, count) => `${name}: ${count} clientes a mais`,
    shrank: (name, count) => `${name}: ${count} clientes a menos`,
    spentMore: (name, money) => `${name}: gastaram ${money} a mais que na semana anterior`,
    spentLess: (name, money) => `${name}: gastaram ${money} a menos que na semana anterior`,
    orderedMore: (name, count) => `${name}: fizeram ${count} pedidos a mais que na semana anterior`,
    orderedLess: (name, count) => `${name}: fizeram ${count} pedidos a menos que na semana anterior`,
    answeredMore: (name, count) =>
      `${name}: deram ${count} respostas a mais que na semana anterior, com os mesmos consultados`,
    answeredLess: (name, count) =>
      `${name}: deram ${count} respostas a menos que na semana anterior, com os mesmos consultados`,
    everybody: "Todos os clientes juntos",
    between: (low, high) => `Com 90% de certeza: entre ${low} e ${high}.`,
    ofRevenue: (share) => `${share} de todas as vendas`,
    mostFrom: (name, count) => `Sobretudo de ${name}: ${count}.`,
    mostTo: (name, count) => `Sobretudo para ${name}: ${count}.`,
    calm: (checked, from, to) =>
      `Semana tranquila: nada mudou mais do que o acaso. Verifiquei ${checked} números de ${from} a ${to}.`,
    calmIn: (name, from, to) =>
      `Semana tranquila em ${name}: nada mudou ali mais do que o acaso de ${from} a ${to}.`,
    fromTo: (from, to) => `De ${from} a ${to}.`,
    alsoMoved: (count) => `Outras ${count} mudanças foram menores, mas reais: veja todas as mudanças.`,
    checked: (checked, from, to) =>
      `Verifiquei ${checked} números de ${from} a ${to}; os demais ficaram iguais.`,
    firstWeek: (day) =>
      `O primeiro resumo precisa de uma semana para comparar: estes segmentos existem desde ${day}.`,
    firstWeekWhy:
      "A partir da próxima semana de dados comparo o segmento de cada cliente com o da semana anterior.",
    stale: (days) =>
      `Há ${days} dias nenhum arquivo é lido, então não sei dizer o que aconteceu nesta semana.`,
    silence: (what) => `Faltam dados desta semana, então não tire conclusões: ${what}.`,
    silentSource: (source, days) => `nada veio de ${source} em ${days}`,
    allOrders: "nenhuma loja",
    heldBack: "Guardo as conclusões até que os dados estejam completos.",
    checkData: "Verificar os dados",
    whoCame: (name) => `Quem chegou a ${name}`,
    whoWent: (name) => `Quem deixou ${name}`,
    lookAt: (name) => `Ver ${name}`,
    lookAtAll: "Ver todos os segmentos",
    moves: "Todas as mudanças",
    movers: "Baixar a lista",
  },
});
