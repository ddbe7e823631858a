import type { Localized } from "../../lib/locale.ts";
import { labelOf, nameOf } from "./lexicon.ts";

/** Columns that many files have, by their names; what a file alone has is called as the file calls it. */
const known: Readonly<Record<string, Localized>> = {
  income: { en: "Income", es: "Ingresos", pt: "Renda" },
  spending_score: { en: "Spending score", es: "Puntuación de gasto", pt: "Pontuação de gasto" },
  gender: { en: "Gender", es: "Género", pt: "Gênero" },
  education: { en: "Education", es: "Educación", pt: "Escolaridade" },
  marital_status: { en: "Marital status", es: "Estado civil", pt: "Estado civil" },
  children: { en: "Children", es: "Hijos", pt: "Filhos" },
  kidhome: { en: "Kids at home", es: "Niños en casa", pt: "Crianças em casa" },
  teenhome: { en: "Teens at home", es: "Adolescentes en casa", pt: "Adolescentes em casa" },
  language: { en: "Language", es: "Idioma", pt: "Idioma" },
  country: { en: "Country", es: "País", pt: "País" },
  region: { en: "Region", es: "Región", pt: "Região" },
  city: { en: "City", es: "Ciudad", pt: "Cidade" },
  num_web_purchases: { en: "Web purchases", es: "Compras web", pt: "Compras na web" },
  num_catalog_purchases: { en: "Catalog purchases", es: "Compras por catálogo", pt: "Compras por catálogo" },
  num_store_purchases: { en: "Store purchases", es: "Compras en tienda", pt: "Compras na loja" },
  num_deals_purchases: { en: "Purchases on offer", es: "Compras en oferta", pt: "Compras em promoção" },
  num_web_visits_month: { en: "Web visits a month", es: "Visitas web al mes", pt: "Visitas à web por mês" },
  mnt_wines: { en: "Spent on wines", es: "Gasto en vinos", pt: "Gasto em vinhos" },
  mnt_fruits: { en: "Spent on fruits", es: "Gasto en frutas", pt: "Gasto em frutas" },
  mnt_meat_products: { en: "Spent on meat products", es: "Gasto en carnes", pt: "Gasto em carnes" },
  mnt_fish_products: { en: "Spent on fish products", es: "Gasto en pescados", pt: "Gasto em peixes" },
  mnt_sweet_products: { en: "Spent on sweet products", es: "Gasto en dulces", pt: "Gasto em doces" },
  mnt_gold_prods: { en: "Spent on gold", es: "Gasto en oro", pt: "Gasto em ouro" },
  total_purchases: { en: "Total purchases", es: "Total de compras", pt: "Total de compras" },
};

/**
 * What a reader calls a column of the customers' file.
 *
 * @example
 * labelsOf("Income").pt; // => "Renda"
 * @example
 * labelsOf("num_shoe_size").es; // => "Shoe size"
 */
export function labelsOf(header: string): Localized {
  const label = labelOf(header);
  return knownLabels(header) ?? { en: label, es: label, pt: label };
}

/**
 * The same of a column that many files have.
 *
 * @example
 * knownLabels("num_shoe_size"); // => undefined
 */
export function knownLabels(header: string): Localized | undefined {
  return known[nameOf(header)];
}
