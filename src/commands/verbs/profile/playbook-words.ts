import { words } from "../../../lib/words.ts";

/** A segment's rule in one sentence, and what to do for it. */
export const playbookSays = words({
  en: {
    rule: (conditions: string, precision: string, coverage: string) =>
      `In one rule: ${conditions}. ${precision} of those it picks are in the segment, and it finds ${coverage} of the segment (on customers it was not made from).`,
    atLeast: (label: string, border: string) => `${label} at least ${border}`,
    below: (label: string, border: string) => `${label} below ${border}`,
    between: (label: string, from: string, below: string) => `${label} from ${from} to below ${below}`,
    /** Heads of the list of plays. */
    todo: "What to do, and why",
    plays: {
      channel: "Write to them where they buy",
      "channel-part": "Write to them where they buy",
      product: "Put in front what they like",
      "product-part": "Put in front what they like",
      "answers-more": "Ask them in every campaign",
      "answers-less": "Write to them rarely",
      deals: "Lead with an offer",
      browsing: "Turn looking into buying with a reminder",
      "win-back": "Win them back",
      keep: "Write while it is fresh",
      reward: "Thank them, without a discount",
      "next-order": "Give a reason for the next order",
      "larger-basket": "Offer bundles",
      awaken: "Ask what would make them buy",
      "better-range": "Show the better range",
      "good-value": "Show good value first",
    },
    /** The fact behind a play, for the members and for everybody. */
    mean: (label: string, value: string, base: string) => `${label} ${value} (everybody: ${base})`,
    channelPart: (label: string, value: string, base: string) =>
      `${label} are ${value} of their purchases (everybody: ${base})`,
    bought: (name: string, value: string, base: string) =>
      `${value} have bought “${name}” (everybody: ${base})`,
    spent: (label: string, value: string, base: string) =>
      `${label}, ${value} of all they spend (everybody: ${base})`,
    answered: (value: string, base: string) =>
      `${value} of those asked answered past campaigns (everybody: ${base})`,
  },
  es: {
    rule: (conditions, precision, coverage) =>
      `En una regla: ${conditions}. El ${precision} de quienes la cumplen está en el segmento, y encuentra al ${coverage} del segmento (en clientes con los que no se hizo).`,
    atLeast: (label, border) => `${label} de ${border} o más`,
    below: (label, border) => `${label} por debajo de ${border}`,
    between: (label, from, below) => `${label} de ${from} a menos de ${below}`,
    todo: "Qué hacer, y por qué",
    plays: {
      channel: "Escríbeles donde compran",
      "channel-part": "Escríbeles donde compran",
      product: "Pon delante lo que les gusta",
      "product-part": "Pon delante lo que les gusta",
      "answers-more": "Cuenta con ellos en cada campaña",
      "answers-less": "Escríbeles pocas veces",
      deals: "Empieza por una oferta",
      browsing: "Convierte la visita en compra con un recordatorio",
      "win-back": "Recupéralos",
      keep: "Escríbeles mientras está reciente",
      reward: "Dales las gracias, sin descuento",
      "next-order": "Dales un motivo para el próximo pedido",
      "larger-basket": "Ofrece lotes",
      awaken: "Pregunta qué les haría comprar",
      "better-range": "Enseña la gama alta",
      "good-value": "Enseña primero lo económico",
    },
    mean: (label, value, base) => `${label}: ${value} (todos: ${base})`,
    channelPart: (label, value, base) => `${label}: el ${value} de sus compras (todos: ${base})`,
    bought: (name, value, base) => `el ${value} ha comprado «${name}» (todos: ${base})`,
    spent: (label, value, base) => `${label}, el ${value} de todo lo que gastan (todos: ${base})`,
    answered: (value, base) =>
      `el ${value} de las consultas en campañas pasadas tuvo respuesta (todos: ${base})`,
  },
  pt: {
    rule: (conditions, precision, coverage) =>
      `Em uma regra: ${conditions}. ${precision} de quem a cumpre está no segmento, e ela encontra ${coverage} do segmento (em clientes com os quais não foi feita).`,
    atLeast: (label, border) => `${label} a partir de ${border}`,
    below: (label, border) => `${label} abaixo de ${border}`,
    between: (label, from, below) => `${label} de ${from} até menos de ${below}`,
    todo: "O que fazer, e por quê",
    plays: {
      channel: "Escreva onde eles compram",
      "channel-part": "Escreva onde eles compram",
      product: "Coloque na frente o que eles gostam",
      "product-part": "Coloque na frente o que eles gostam",
      "answers-more": "Conte com eles em cada campanha",
      "answers-less": "Escreva para eles raramente",
      deals: "Comece por uma oferta",
      browsing: "Transforme a visita em compra com um lembrete",
      "win-back": "Reconquiste-os",
      keep: "Escreva enquanto está recente",
      reward: "Agradeça, sem desconto",
      "next-order": "Dê um motivo para o próximo pedido",
      "larger-basket": "Ofereça combos",
      awaken: "Pergunte o que os faria comprar",
      "better-range": "Mostre a linha melhor",
      "good-value": "Mostre primeiro o que é econômico",
    },
    mean: (label, value, base) => `${label}: ${value} (todos: ${base})`,
    channelPart: (label, value, base) => `${label}: ${value} das compras deles (todos: ${base})`,
    bought: (name, value, base) => `${value} já compraram “${name}” (todos: ${base})`,
    spent: (label, value, base) => `${label}, ${value} de tudo o que gastam (todos: ${base})`,
    answered: (value, base) =>
      `${value} dos contatos em campanhas passadas tiveram resposta (todos: ${base})`,
  },
});
