import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "club [N | P%]",
    summary: "Your best customers as a club: who is in, what they are worth, where the line lies",
    examples: ["club", "club 500", "club 10%"],
  },
  es: {
    usage: "club [N | P%]",
    summary: "Tus mejores clientes como club: quién está, cuánto valen, dónde está el límite",
    examples: ["club", "club 500", "club 10%"],
  },
  pt: {
    usage: "clube [N | P%]",
    summary: "Seus melhores clientes como clube: quem está, quanto valem, onde fica a linha",
    examples: ["clube", "clube 500", "clube 10%"],
  },
};

/** A club's part of customers and of what is bought, as texts. */
interface Parts {
  readonly customers: string;
  readonly share: string;
  readonly sales: string;
}

export const says = words({
  en: {
    noValue: "A club needs to know what customers are worth, and nothing in your data is money they spent.",
    badSize: (said: string, most: string) =>
      `“${said}” is no size for a club: say 5 to ${most} customers, or a share such as 10%.`,
    bySegment: (name: string, { customers, share, sales }: Parts) =>
      `${name} is your club: ${customers} customers (${share}) with ${sales} of sales.`,
    byValue: ({ customers, share, sales }: Parts) =>
      `Your ${customers} best customers (${share}) bring ${sales} of sales.`,
    /** Names of the rows and columns of the table. */
    bestByValue: (count: string) => `The best ${count} by sales`,
    tenth: "The best 10% by sales",
    club: "Club",
    customers: "Customers",
    sales: "Sales",
    orders: "Orders",
    items: "Items",
    common: (count: string, share: string) => `${count} customers are in both, ${share} of the segment.`,
    entry: (label: string, border: string) => `In by sales: ${label} from ${border} on.`,
    exit: (label: string, low: string) =>
      `Out: ${label} below ${low}. The gap keeps people from going in and out by chance.`,
    justBelow: (low: string, high: string, missing: string) =>
      `The 20 just below the line stand at ${low} to ${high}; ${missing} more takes the last of them in.`,
    nobodyBelow: "Fewer than 20 customers are below the line.",
    stable: (stays: string, low: string, high: string) =>
      `Drawn anew from the same kind of customers, the line would lie between ${low} and ${high}, and ${stays} of the club would stay.`,
    leavers: (left: string, were: string, expected: string) =>
      `In the last four weeks ${left} of ${were} left the segment; expect about ${expected} in the next four.`,
    silent: (count: string, days: string) =>
      `${count} of the best by sales have not ordered for over ${days} days: ask them back first.`,
    title: (name: string, sales: string, others: string, theirs: string) =>
      `${name}: ${sales} of sales. ${others}: ${theirs}`,
    altText: (rows: string) => `The club as a segment beside the best by sales. ${rows}.`,
    export: "Get the list",
    profile: (name: string) => `Profile of ${name}`,
    other: "The best 10%",
  },
  es: {
    noValue: "Un club necesita saber cuánto vale cada cliente, y nada en tus datos es dinero gastado.",
    badSize: (said, most) =>
      `«${said}» no es un tamaño de club: di de 5 a ${most} clientes, o una parte como 10 %.`,
    bySegment: (name, { customers, share, sales }) =>
      `${name} es tu club: ${customers} clientes (${share}) con el ${sales} de las ventas.`,
    byValue: ({ customers, share, sales }) =>
      `Tus ${customers} mejores clientes (${share}) aportan el ${sales} de las ventas.`,
    bestByValue: (count) => `Los ${count} mejores por ventas`,
    tenth: "El mejor 10 % por ventas",
    club: "Club",
    customers: "Clientes",
    sales: "Ventas",
    orders: "Pedidos",
    items: "Artículos",
    common: (count, share) => `${count} clientes están en los dos, el ${share} del segmento.`,
    entry: (label, border) => `Se entra por ventas: ${label} desde ${border}.`,
    exit: (label, low) =>
      `Se sale: ${label} por debajo de ${low}. El margen evita que la gente entre y salga por azar.`,
    justBelow: (low, high, missing) =>
      `Los 20 justo por debajo están entre ${low} y ${high}; con ${missing} más entra el último de ellos.`,
    nobodyBelow: "Menos de 20 clientes quedan por debajo del límite.",
    stable: (stays, low, high) =>
      `Con otros clientes del mismo tipo, el límite estaría entre ${low} y ${high}, y seguiría el ${stays} del club.`,
    leavers: (left, were, expected) =>
      `En las últimas cuatro semanas ${left} de ${were} salieron del segmento; espera unos ${expected} en las próximas cuatro.`,
    silent: (count, days) =>
      `${count} de los mejores por ventas llevan más de ${days} días sin pedir: recupéralos primero.`,
    title: (name, sales, others, theirs) => `${name}: ${sales} de las ventas. ${others}: ${theirs}`,
    altText: (rows) => `El club como segmento junto a los mejores por ventas. ${rows}.`,
    export: "Descargar la lista",
    profile: (name) => `Perfil de ${name}`,
    other: "El mejor 10 %",
  },
  pt: {
    noValue: "Um clube precisa saber quanto vale cada cliente, e nada nos seus dados é dinheiro gasto.",
    badSize: (said, most) =>
      `“${said}” não é um tamanho de clube: diga de 5 a ${most} clientes, ou uma parte como 10%.`,
    bySegment: (name, { customers, share, sales }) =>
      `${name} é o seu clube: ${customers} clientes (${share}) com ${sales} das vendas.`,
    byValue: ({ customers, share, sales }) =>
      `Seus ${customers} melhores clientes (${share}) trazem ${sales} das vendas.`,
    bestByValue: (count) => `Os ${count} melhores por vendas`,
    tenth: "Os 10% melhores por vendas",
    club: "Clube",
    customers: "Clientes",
    sales: "Vendas",
    orders: "Pedidos",
    items: "Itens",
    common: (count, share) => `${count} clientes estão nos dois, ${share} do segmento.`,
    entry: (label, border) => `Entra-se por vendas: ${label} a partir de ${border}.`,
    exit: (label, low) =>
      `Sai-se: ${label} abaixo de ${low}. A margem evita que as pessoas entrem e saiam por acaso.`,
    justBelow: (low, high, missing) =>
      `Os 20 logo abaixo da linha estão entre ${low} e ${high}; com mais ${missing} entra o último deles.`,
    nobodyBelow: "Menos de 20 clientes ficam abaixo da linha.",
    stable: (stays, low, high) =>
      `Com outros clientes do mesmo tipo, a linha ficaria entre ${low} e ${high}, e ${stays} do clube continuaria.`,
    leavers: (left, were, expected) =>
      `Nas últimas quatro semanas ${left} de ${were} saíram do segmento; espere cerca de ${expected} nas próximas quatro.`,
    silent: (count, days) =>
      `${count} dos melhores por vendas não pedem há mais de ${days} dias: reconquiste-os primeiro.`,
    title: (name, sales, others, theirs) => `${name}: ${sales} das vendas. ${others}: ${theirs}`,
    altText: (rows) => `O clube como segmento ao lado dos melhores por vendas. ${rows}.`,
    export: "Baixar a lista",
    profile: (name) => `Perfil de ${name}`,
    other: "Os 10% melhores",
  },
});
