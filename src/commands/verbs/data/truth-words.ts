import { words } from "../../../lib/words.ts";

/** What was planted in a week of the sample shop; names of its goods stay as they are in the data. */
export const truthSays = words({
  en: {
    noWeek: "Nothing has been planted yet: load the sample shop's next week first.",
    headline: (week: string) =>
      `Week ${week} of the sample shop: what was planted, and what the digest says.`,
    planted: (week: string, planted: string, found: string) =>
      `Week ${week} of the sample shop: planted ${planted}, found ${found}.`,
    plantedLabel: "Planted",
    foundLabel: "The digest says",
    calm: "nothing: a calm week",
    wave: (customers: string) =>
      `a churn wave: ${customers} loyal families leave the store for the app's offers`,
    outage: (days: string, orders: string) =>
      `a data outage: nothing from web and app on ${days}, ${orders} orders missing`,
    prices: (families: string, share: string) =>
      `a price rise: ${families} cost ${share} more; over one week that is less than chance moves sales`,
    digest: "The digest",
    moves: "The moves",
    next: "Next week",
  },
  es: {
    noWeek: "Aún no se ha plantado nada: carga primero la semana siguiente de la tienda de ejemplo.",
    headline: (week) => `Semana ${week} de la tienda de ejemplo: lo que se plantó y lo que dice el resumen.`,
    planted: (week, planted, found) =>
      `Semana ${week} de la tienda de ejemplo: plantados ${planted}, encontrados ${found}.`,
    plantedLabel: "Plantado",
    foundLabel: "El resumen dice",
    calm: "nada: una semana tranquila",
    wave: (customers) =>
      `una fuga: ${customers} familias fieles dejan la tienda por las ofertas de la aplicación`,
    outage: (days, orders) =>
      `un fallo de datos: nada de la web ni de la aplicación el ${days}, faltan ${orders} pedidos`,
    prices: (families, share) =>
      `una subida de precios: ${families} cuestan un ${share} más; en una semana eso es menos de lo que el azar mueve las ventas`,
    digest: "El resumen",
    moves: "Los cambios",
    next: "Semana siguiente",
  },
  pt: {
    noWeek: "Nada foi plantado ainda: carregue antes a próxima semana da loja de exemplo.",
    headline: (week) => `Semana ${week} da loja de exemplo: o que foi plantado e o que diz o resumo.`,
    planted: (week, planted, found) =>
      `Semana ${week} da loja de exemplo: plantados ${planted}, encontrados ${found}.`,
    plantedLabel: "Plantado",
    foundLabel: "O resumo diz",
    calm: "nada: uma semana tranquila",
    wave: (customers) => `uma fuga: ${customers} famílias fiéis trocam a loja pelas ofertas do aplicativo`,
    outage: (days, orders) =>
      `uma falha de dados: nada da web nem do aplicativo em ${days}, faltam ${orders} pedidos`,
    prices: (families, share) =>
      `uma alta de preços: ${families} custam ${share} a mais; em uma semana isso é menos do que o acaso mexe nas vendas`,
    digest: "O resumo",
    moves: "As mudanças",
    next: "Próxima semana",
  },
});
