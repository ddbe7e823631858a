import type { Localized } from "../../locale.ts";

/** Columns that are no feature; their names are what a person types after `columns`. */
export const columnLabels: Localized<Readonly<Record<string, string>>> = {
  en: { id: "Customer", segment: "Segment", distance: "Distance to the typical customer" },
  es: { id: "Cliente", segment: "Segmento", distance: "Distancia al cliente típico" },
  pt: { id: "Cliente", segment: "Segmento", distance: "Distância do cliente típico" },
};
