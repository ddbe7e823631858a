import type { Format } from "../../lib/locale.ts";
import { words } from "../../lib/words.ts";
import type { ReadSummary } from "../report/read-summary.ts";

/** What is asked of a file, and what each answer makes of it. */
export const questionWords = words({
  en: {
    /** By what it is about. */
    text: {
      kind: (_about: string) => "Are these people to leave alone, or simply people?",
      customer: (about: string) =>
        about === ""
          ? "No column names the customers. Shall I number the rows?"
          : `Which column names the customer: ${about}?`,
      at: (_about: string) =>
        "No column says when. Shall I give every row this day? Otherwise name the column: at=<column>, or another day: at=2026-01-31.",
      currency: (about: string) =>
        `The amounts are in several currencies (${about}), and I have no rates for all of them. Give the rates first (settings rate), or choose:`,
      decimal: (about: string) => `What does ${about} mean?`,
      total: (about: string) =>
        `“${about}” is the same on all lines of each order. Is it what the whole order came to, or what each line is worth?`,
      status: (about: string) => `I do not know these statuses: ${about}. Were these orders paid?`,
      dates: (about: string) => `In ${about}, which number is the day?`,
      outcome: (about: string) => `Is “${about}” an answer to learn, such as who left or who bought?`,
    },
    /** What an option says, before its figures: what stands before its sign, and its value. */
    choice(what: string, value: string, about: string) {
      if (what === "kind") return value === "suppressions" ? "people to leave alone" : "customers";
      if (what === "customer")
        return value === "row" ? "each row is a person; no later file can find them again" : `by ${value}`;
      if (what === "at") return `all on ${value}`;
      if (what === "currency.only") return `only the lines in ${value}`;
      if (what === "currency") return `all amounts are in ${value} already`;
      if (what === "decimal") return `as ${readAs(about, value)}`;
      if (what === "total") return "of the whole order";
      if (what === "amount") return "of each line";
      if (what === "dates") return value === "dmy" ? "the first" : "the second";
      if (what === "response") return "yes: kept as answers, and models learn from it";
      if (what === "attribute") return `no: a fact like the others`;
      return value === "purchase" ? "paid" : "not paid";
    },
    people: (count: string) => `${count} people`,
    orders: (count: string) => `${count} orders`,
    noOrders: "no orders",
    refused: (count: string) => `${count} said no`,
    days: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
    /** Above the choices. */
    stopped: (file: string, count: number) =>
      `${file} can be read in more than one way, so nothing was stored: ${count === 1 ? "one question" : `${count} questions`}.`,
    /** How to answer where nobody can be asked. */
    howToAnswer: "Add your answers, for example",
  },
  es: {
    text: {
      kind: () => "¿Son personas a las que no hay que contactar, o simplemente personas?",
      customer: (about) =>
        about === ""
          ? "Ninguna columna nombra a los clientes. ¿Numero las filas?"
          : `¿Qué columna nombra al cliente: ${about}?`,
      at: () =>
        "Ninguna columna dice cuándo. ¿Pongo este día en todas las filas? Si no, indica la columna: at=<columna>, u otro día: at=2026-01-31.",
      currency: (about) =>
        `Los importes están en varias monedas (${about}) y no tengo el cambio de todas. Da antes los cambios (settings rate), o elige:`,
      decimal: (about) => `¿Qué significa ${about}?`,
      total: (about) =>
        `«${about}» es igual en todas las líneas de cada pedido. ¿Es el total del pedido o el importe de cada línea?`,
      status: (about) => `No conozco estos estados: ${about}. ¿Se pagaron estos pedidos?`,
      dates: (about) => `En ${about}, ¿qué número es el día?`,
      outcome: (about) => `¿Es «${about}» una respuesta que aprender, como quién se fue o quién compró?`,
    },
    choice(what, value, about) {
      if (what === "kind") return value === "suppressions" ? "personas a las que no contactar" : "clientes";
      if (what === "customer")
        return value === "row"
          ? "cada fila es una persona; ningún archivo posterior podrá encontrarlas"
          : `por ${value}`;
      if (what === "at") return `todas el ${value}`;
      if (what === "currency.only") return `solo las líneas en ${value}`;
      if (what === "currency") return `todos los importes ya están en ${value}`;
      if (what === "decimal") return `como ${readAs(about, value)}`;
      if (what === "total") return "del pedido entero";
      if (what === "amount") return "de cada línea";
      if (what === "dates") return value === "dmy" ? "el primero" : "el segundo";
      if (what === "response") return "sí: se guarda como respuestas y los modelos aprenden de ella";
      if (what === "attribute") return `no: un dato como los demás`;
      return value === "purchase" ? "pagados" : "no pagados";
    },
    people: (count) => `${count} personas`,
    orders: (count) => `${count} pedidos`,
    noOrders: "ningún pedido",
    refused: (count) => `${count} dijeron que no`,
    days: (from, to) => (from === to ? from : `del ${from} al ${to}`),
    stopped: (file, count) =>
      `${file} se puede leer de más de una forma, así que no se guardó nada: ${count === 1 ? "una pregunta" : `${count} preguntas`}.`,
    howToAnswer: "Añade tus respuestas, por ejemplo",
  },
  pt: {
    text: {
      kind: () => "São pessoas que não devem ser contatadas, ou simplesmente pessoas?",
      customer: (about) =>
        about === ""
          ? "Nenhuma coluna identifica os clientes. Numero as linhas?"
          : `Qual coluna identifica o cliente: ${about}?`,
      at: () =>
        "Nenhuma coluna diz quando. Coloco este dia em todas as linhas? Senão, indique a coluna: at=<coluna>, ou outro dia: at=2026-01-31.",
      currency: (about) =>
        `Os valores estão em várias moedas (${about}) e não tenho o câmbio de todas. Informe antes os câmbios (settings rate), ou escolha:`,
      decimal: (about) => `O que significa ${about}?`,
      total: (about) =>
        `“${about}” é igual em todas as linhas de cada pedido. É o total do pedido ou o valor de cada linha?`,
      status: (about) => `Não conheço estes status: ${about}. Estes pedidos foram pagos?`,
      dates: (about) => `Em ${about}, qual número é o dia?`,
      outcome: (about) => `“${about}” é uma resposta a aprender, como quem saiu ou quem comprou?`,
    },
    choice(what, value, about) {
      if (what === "kind")
        return value === "suppressions" ? "pessoas que não devem ser contatadas" : "clientes";
      if (what === "customer")
        return value === "row"
          ? "cada linha é uma pessoa; nenhum arquivo posterior poderá encontrá-las"
          : `por ${value}`;
      if (what === "at") return `todas em ${value}`;
      if (what === "currency.only") return `só as linhas em ${value}`;
      if (what === "currency") return `todos os valores já estão em ${value}`;
      if (what === "decimal") return `como ${readAs(about, value)}`;
      if (what === "total") return "do pedido inteiro";
      if (what === "amount") return "de cada linha";
      if (what === "dates") return value === "dmy" ? "o primeiro" : "o segundo";
      if (what === "response") return "sim: fica guardada como respostas e os modelos aprendem com ela";
      if (what === "attribute") return `não: um dado como os outros`;
      return value === "purchase" ? "pagos" : "não pagos";
    },
    people: (count) => `${count} pessoas`,
    orders: (count) => `${count} pedidos`,
    noOrders: "nenhum pedido",
    refused: (count) => `${count} disseram não`,
    days: (from, to) => (from === to ? from : `de ${from} a ${to}`),
    stopped: (file, count) =>
      `${file} pode ser lido de mais de uma forma, então nada foi guardado: ${count === 1 ? "uma pergunta" : `${count} perguntas`}.`,
    howToAnswer: "Acrescente suas respostas, por exemplo",
  },
});

/** `1.200` as its reader would then say it: 1200 or 1.2. */
function readAs(cell: string, decimal: string): string {
  const digits = cell.replaceAll(/[^\d.,]/g, "");
  const grouped = decimal === "," ? "." : ",";
  return digits.includes(grouped)
    ? digits.replaceAll(grouped, "")
    : digits.replace(",", ".").replace(/0+$/, "");
}

/**
 * A reading in figures: "20 orders of 5 people, 104,214.00 EUR".
 *
 * @example
 * figuresOf({ kind: "orders", orders: 2, people: 1, … }, format); // => "2 orders, 1 people, 60.00 EUR, Jan 2, 2024"
 */
export function figuresOf(read: ReadSummary, format: Format): string {
  const say = questionWords[format.locale];
  const money = [format.number(read.grossCents / 100, 2), read.currency ?? ""].join(" ").trim();
  const isOrders = read.kind === "orders";
  return [
    ...(isOrders ? [read.orders === 0 ? say.noOrders : say.orders(format.number(read.orders))] : []),
    say.people(format.number(read.people)),
    ...(isOrders || read.grossCents > 0 ? [money] : []),
    ...(read.saidNo > 0 ? [say.refused(format.number(read.saidNo))] : []),
    ...(read.from === null || read.to === null ? [] : [say.days(format.day(read.from), format.day(read.to))]),
  ].join(", ");
}
