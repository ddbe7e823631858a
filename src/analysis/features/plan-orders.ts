import type { Localized } from "../../lib/locale.ts";
import type { EventFacts, OrderFacts } from "./base-facts.ts";
import type { Feature } from "./feature.ts";
import type { OrderMeasure, PlannedFeature } from "./formula.ts";
import { labelOf, nameOf } from "./lexicon.ts";

/** Most channels and kinds of events that get features of their own; rarer ones are left out. */
const mostKinds = 8;

/**
 * Features from order lines; recency, frequency and monetary form segments, the others describe them.
 *
 * @example
 * planOrders({ products: false, returns: false, channels: [] }).map(({ feature }) => feature.name);
 * // => ["recency_days", "frequency", "monetary", "average_order", "basket_items", "tenure_days"]
 */
export function planOrders({ products, returns, channels }: OrderFacts): readonly PlannedFeature[] {
  return [
    { ...forming("recency", "recency_days", "days", labels.recency), never: true },
    forming("frequency", "frequency", "count", labels.frequency),
    forming("monetary", "monetary", "money", labels.monetary),
    describing("averageOrder", "average_order", "money", labels.averageOrder),
    describing("basket", "basket_items", "count", labels.basket),
    describing("tenure", "tenure_days", "days", labels.tenure),
    ...(returns ? planReturns() : []),
    ...(products ? [describing("variety", "product_variety", "count", labels.variety)] : []),
    ...(channels.length > 1 ? channels.slice(0, mostKinds).map(planChannel) : []),
  ];
}

const labels: Readonly<Record<OrderMeasure, Localized>> = {
  recency: {
    en: "Days since last order",
    es: "Días desde el último pedido",
    pt: "Dias desde o último pedido",
  },
  frequency: { en: "Orders", es: "Pedidos", pt: "Pedidos" },
  monetary: { en: "Sales", es: "Ventas", pt: "Vendas" },
  returned: { en: "Given back", es: "Devuelto", pt: "Devolvido" },
  averageOrder: { en: "Average order", es: "Pedido medio", pt: "Pedido médio" },
  basket: { en: "Items per order", es: "Artículos por pedido", pt: "Itens por pedido" },
  tenure: {
    en: "Days since first order",
    es: "Días desde el primer pedido",
    pt: "Dias desde o primeiro pedido",
  },
  returnsShare: { en: "Share returned", es: "Parte devuelta", pt: "Parte devolvida" },
  variety: { en: "Different products", es: "Productos distintos", pt: "Produtos diferentes" },
};

/** What came back, in money and as a part; without any return both would be 0 for everybody. */
function planReturns(): readonly PlannedFeature[] {
  return [
    describing("returned", "returned", "money", labels.returned),
    describing("returnsShare", "returns_share", "share", labels.returnsShare),
  ];
}

function forming(
  measure: OrderMeasure,
  name: string,
  unit: Feature["unit"],
  labels: Localized,
): PlannedFeature {
  const formula = { from: "orders", measure } as const;
  return { feature: { name, labels, unit, family: "behaviour" }, formula, use: "forms" };
}

function describing(
  measure: OrderMeasure,
  name: string,
  unit: Feature["unit"],
  labels: Localized,
): PlannedFeature {
  return { ...forming(measure, name, unit, labels), use: "derived" };
}

function planChannel(channel: string): PlannedFeature {
  const labels = {
    en: `Share spent by ${channel}`,
    es: `Parte del gasto por ${channel}`,
    pt: `Parte do gasto por ${channel}`,
  };
  const feature = { name: `channel_${nameOf(channel)}`, labels, unit: "share", family: "behaviour" } as const;
  return { feature, formula: { from: "channel", channel }, use: "derived" };
}

/**
 * Features from events: how many, how long ago, and how much where the events carry values.
 *
 * @example
 * planEvents([{ kind: "visit", valued: false }]).map(({ feature }) => feature.name);
 * // => ["visit_count", "visit_recency_days"]
 */
export function planEvents(events: readonly EventFacts[]): readonly PlannedFeature[] {
  return events.slice(0, mostKinds).flatMap(({ kind, valued }) => {
    const label = labelOf(kind);
    const known = knownEvents[kind.toLowerCase()] ?? { en: label, es: label, pt: label };
    const count = planEvent(kind, "count", { labels: known, unit: "count" });
    const recency = planEvent(kind, "recency", {
      labels: {
        en: `${known.en}: days since the last`,
        es: `${known.es}: días desde la última vez`,
        pt: `${known.pt}: dias desde a última vez`,
      },
      unit: "days",
    });
    const labels = { en: `${label}: total`, es: `${label}: total`, pt: `${label}: total` };
    return valued ? [count, recency, planEvent(kind, "sum", { labels, unit: "none" })] : [count, recency];
  });
}

/** Kinds of events that have names of their own; others are called as the file calls them. */
const knownEvents: Readonly<Record<string, Localized>> = {
  visit: { en: "Visits", es: "Visitas", pt: "Visitas" },
  app: { en: "App sessions", es: "Usos de la app", pt: "Usos do app" },
  wifi: { en: "Wi-Fi log-ins", es: "Conexiones wifi", pt: "Conexões Wi-Fi" },
};

const eventSuffix = { count: "count", recency: "recency_days", sum: "total" } as const;

function planEvent(
  kind: string,
  measure: keyof typeof eventSuffix,
  words: Pick<Feature, "labels" | "unit">,
): PlannedFeature {
  const name = `${nameOf(kind)}_${eventSuffix[measure]}`;
  const planned: PlannedFeature = {
    feature: { name, ...words, family: "behaviour" },
    formula: { from: "events", kind, measure },
    use: "forms",
  };
  return measure === "recency" ? { ...planned, never: true } : planned;
}
