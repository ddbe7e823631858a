import type { Localized } from "../../lib/locale.ts";
import type { Role } from "./roles.ts";

/** A kind of customers that a marketer has a word for. */
export interface Archetype {
  /** What must hold against the base: 1 above it, -1 below it. For recency 1 is "longer ago". */
  readonly when: Readonly<Partial<Record<Role, 1 | -1>>>;
  readonly names: Localized;
}

function kind(when: Archetype["when"], en: string, es: string, pt: string): Archetype {
  return { when, names: { en, es, pt } };
}

/** Every kind that holds is a candidate; the one that says the most about a segment gives the name. */
export const archetypes: readonly Archetype[] = [
  kind(
    { monetary: 1, frequency: 1, recency: -1 },
    "Loyal big spenders",
    "Clientes fieles de alto gasto",
    "Clientes fiéis de alto gasto",
  ),
  kind(
    { monetary: 1, frequency: 1 },
    "Frequent big spenders",
    "Clientes frecuentes de alto gasto",
    "Clientes frequentes de alto gasto",
  ),
  kind(
    { monetary: 1, recency: 1 },
    "Big spenders slipping away",
    "Grandes compradores que se alejan",
    "Grandes compradores que se afastam",
  ),
  kind({ monetary: 1 }, "Big spenders", "Clientes de alto gasto", "Clientes de alto gasto"),
  kind({ frequency: 1, recency: -1 }, "Active regulars", "Habituales activos", "Habituais ativos"),
  kind(
    { frequency: 1, recency: 1 },
    "Regulars slipping away",
    "Habituales que se alejan",
    "Habituais que se afastam",
  ),
  kind({ frequency: 1 }, "Regulars", "Compradores habituales", "Compradores habituais"),
  kind(
    { frequency: -1, recency: -1 },
    "Recent light buyers",
    "Compradores recientes y ocasionales",
    "Compradores recentes e ocasionais",
  ),
  kind({ tenure: -1, recency: -1 }, "New customers", "Clientes nuevos", "Clientes novos"),
  kind({ tenure: 1 }, "Long-standing customers", "Clientes de toda la vida", "Clientes de longa data"),
  kind({ recency: -1 }, "Recent buyers", "Compradores recientes", "Compradores recentes"),
  kind(
    { monetary: -1, frequency: -1, recency: 1 },
    "Lapsed small buyers",
    "Pequeños compradores inactivos",
    "Pequenos compradores inativos",
  ),
  kind(
    { frequency: -1, recency: 1 },
    "Lapsed occasional buyers",
    "Compradores ocasionales inactivos",
    "Compradores ocasionais inativos",
  ),
  kind({ recency: 1 }, "Lapsed customers", "Clientes inactivos", "Clientes inativos"),
  kind(
    { monetary: -1, frequency: -1 },
    "Occasional small buyers",
    "Compradores ocasionales de bajo gasto",
    "Compradores ocasionais de baixo gasto",
  ),
  kind({ monetary: -1 }, "Small spenders", "Clientes de bajo gasto", "Clientes de baixo gasto"),
  kind({ frequency: -1 }, "Occasional buyers", "Compradores ocasionales", "Compradores ocasionais"),
  kind(
    { ticket: 1, frequency: -1 },
    "Few but large orders",
    "Pocas compras, pero grandes",
    "Poucas compras, mas grandes",
  ),
  kind({ ticket: 1 }, "Large baskets", "Cestas grandes", "Cestas grandes"),
  kind(
    { income: 1, score: 1 },
    "Well-off enthusiasts",
    "Entusiastas de renta alta",
    "Entusiastas de renda alta",
  ),
  kind(
    { income: 1, score: -1 },
    "Well-off but careful",
    "Renta alta, gasto prudente",
    "Renda alta, gasto prudente",
  ),
  kind(
    { income: -1, score: 1 },
    "Enthusiasts on a budget",
    "Entusiastas de renta baja",
    "Entusiastas de renda baixa",
  ),
  kind(
    { income: -1, score: -1 },
    "Careful on a budget",
    "Renta baja, gasto prudente",
    "Renda baixa, gasto prudente",
  ),
  kind({ age: -1, score: 1 }, "Young enthusiasts", "Jóvenes entusiastas", "Jovens entusiastas"),
  kind({ age: -1, score: -1 }, "Young and careful", "Jóvenes prudentes", "Jovens prudentes"),
  kind({ age: 1, score: -1 }, "Older and careful", "Mayores prudentes", "Mais velhos e prudentes"),
  kind({ age: 1, score: 1 }, "Older enthusiasts", "Mayores entusiastas", "Mais velhos entusiastas"),
  kind({ score: 1 }, "Enthusiasts", "Entusiastas", "Entusiastas"),
  kind({ score: -1 }, "Careful spenders", "Clientes prudentes", "Clientes prudentes"),
  kind(
    { income: 1, monetary: 1 },
    "Well-off big spenders",
    "Grandes compradores de renta alta",
    "Grandes compradores de renda alta",
  ),
  kind(
    { income: 1, monetary: -1 },
    "Well-off, buying little",
    "Renta alta, poca compra",
    "Renda alta, pouca compra",
  ),
  kind(
    { income: -1, monetary: -1 },
    "Small spenders on a budget",
    "Poco gasto y renta baja",
    "Pouco gasto e renda baixa",
  ),
  kind({ income: 1 }, "Well-off customers", "Clientes de renta alta", "Clientes de renda alta"),
  kind({ income: -1 }, "Customers on a budget", "Clientes de renta baja", "Clientes de renda baixa"),
  kind(
    { children: 1, deals: 1 },
    "Families after a bargain",
    "Familias en busca de ofertas",
    "Famílias em busca de ofertas",
  ),
  kind(
    { children: 1, monetary: 1 },
    "Big-spending families",
    "Familias de alto gasto",
    "Famílias de alto gasto",
  ),
  kind({ children: 1, monetary: -1 }, "Thrifty families", "Familias ahorradoras", "Famílias econômicas"),
  kind(
    { children: -1, monetary: 1 },
    "Big spenders without children",
    "Alto gasto, sin hijos",
    "Alto gasto, sem filhos",
  ),
  kind({ children: 1 }, "Families", "Familias", "Famílias"),
  kind(
    { teenagers: 1, deals: 1 },
    "Teenagers and bargains",
    "Adolescentes en casa y ofertas",
    "Adolescentes em casa e ofertas",
  ),
  kind({ deals: 1 }, "Bargain hunters", "Cazadores de ofertas", "Caçadores de ofertas"),
  kind(
    { browsing: 1, monetary: -1 },
    "Look often, buy little",
    "Miran mucho, compran poco",
    "Olham muito, compram pouco",
  ),
  kind({ browsing: 1 }, "Frequent visitors", "Visitantes frecuentes", "Visitantes frequentes"),
  kind({ web: 1 }, "Web shoppers", "Compradores por web", "Compradores pela web"),
  kind({ store: 1 }, "Store shoppers", "Compradores en tienda", "Compradores em loja"),
  kind({ catalog: 1 }, "Catalog shoppers", "Compradores por catálogo", "Compradores por catálogo"),
  kind({ returns: 1 }, "Frequent returners", "Clientes que devuelven mucho", "Clientes que devolvem muito"),
  kind({ age: -1 }, "Young customers", "Clientes jóvenes", "Clientes jovens"),
  kind({ age: 1 }, "Older customers", "Clientes mayores", "Clientes mais velhos"),
];

/** Nothing stands out, and that is what to say. */
export const averageCustomers: Localized = {
  en: "Average customers",
  es: "Clientes medios",
  pt: "Clientes médios",
};

/** What tells two segments of one kind apart: more or less of a role than the other has. */
export const qualifiers: Readonly<Record<Role, { readonly more: Localized; readonly less: Localized }>> = {
  recency: both(
    ["longer away", "más tiempo sin comprar", "mais tempo sem comprar"],
    ["bought lately", "compra reciente", "compra recente"],
  ),
  frequency: both(
    ["more orders", "más pedidos", "mais pedidos"],
    ["fewer orders", "menos pedidos", "menos pedidos"],
  ),
  monetary: both(
    ["spending more", "mayor gasto", "maior gasto"],
    ["spending less", "menor gasto", "menor gasto"],
  ),
  ticket: both(
    ["larger orders", "pedidos mayores", "pedidos maiores"],
    ["smaller orders", "pedidos menores", "pedidos menores"],
  ),
  tenure: both(
    ["customers for longer", "más antiguos", "mais antigos"],
    ["newer", "más nuevos", "mais novos"],
  ),
  score: both(
    ["keener", "más entusiastas", "mais entusiastas"],
    ["more careful", "más prudentes", "mais prudentes"],
  ),
  income: both(
    ["higher income", "renta más alta", "renda mais alta"],
    ["lower income", "renta más baja", "renda mais baixa"],
  ),
  age: both(
    ["the older ones", "los de más edad", "os de mais idade"],
    ["the younger ones", "los más jóvenes", "os mais jovens"],
  ),
  children: both(
    ["with children", "con hijos", "com filhos"],
    ["fewer children", "menos hijos", "menos filhos"],
  ),
  teenagers: both(
    ["with teenagers", "con adolescentes", "com adolescentes"],
    ["fewer teenagers", "menos adolescentes", "menos adolescentes"],
  ),
  deals: both(
    ["fond of deals", "atentos a ofertas", "atentos a ofertas"],
    ["fewer deals", "menos ofertas", "menos ofertas"],
  ),
  web: both(
    ["more on the web", "más por web", "mais pela web"],
    ["less on the web", "menos por web", "menos pela web"],
  ),
  store: both(
    ["more in store", "más en tienda", "mais em loja"],
    ["less in store", "menos en tienda", "menos em loja"],
  ),
  catalog: both(
    ["more by catalog", "más por catálogo", "mais por catálogo"],
    ["less by catalog", "menos por catálogo", "menos por catálogo"],
  ),
  browsing: both(
    ["visiting more", "más visitas", "mais visitas"],
    ["visiting less", "menos visitas", "menos visitas"],
  ),
  returns: both(
    ["more returns", "más devoluciones", "mais devoluções"],
    ["fewer returns", "menos devoluciones", "menos devoluções"],
  ),
  variety: both(
    ["wider taste", "más variedad", "mais variedade"],
    ["narrower taste", "menos variedad", "menos variedade"],
  ),
};

function both(more: readonly [string, string, string], less: readonly [string, string, string]) {
  const localized = ([en, es, pt]: readonly [string, string, string]): Localized => ({ en, es, pt });
  return { more: localized(more), less: localized(less) };
}
