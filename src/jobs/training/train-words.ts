import { words } from "../../lib/words.ts";
import type { Refusal } from "../../analysis/response/refusal.ts";

type Refused<Code extends Refusal["code"]> = Extract<Refusal, { code: Code }>;

/** What training says by itself: its steps, and why it refuses. */
export const trainSays = words({
  en: {
    reading: "Reading past answers",
    training: "Learning who answers",
    scoring: "Scoring every customer",
    noResponses:
      "I know of no campaign answers yet, so I cannot learn who will answer. Import a customers’ file with a column such as “Response” (1 or 0). RFM groups and segments work today.",
    noSuchVariable: (said: string, known: string) =>
      `I know no variable “${said}” to learn from. I know: ${known}.`,
    refused: {
      "one-class": ({ answers, customers }: Refused<"one-class">) =>
        `All ${customers} customers of this campaign did the same (${answers} answered). I need both kinds to tell them apart: import the answers of everyone who was asked.`,
      "few-answers": ({ answers, needed }: Refused<"few-answers">) =>
        `I need ${needed} past answers to score; you have ${answers}. RFM groups work today.`,
      "few-non-answers": ({ nonAnswers, needed }: Refused<"few-non-answers">) =>
        `I need ${needed} customers who were asked and did not answer; you have ${nonAnswers}. Import everyone who was asked.`,
      leak: ({ variable }: Refused<"leak">) =>
        `“${variable}” gives the answer away almost by itself: it was probably written down after the campaign. Take that column out of the file and import it again.`,
      "no-variables": () => "There is no column to learn from yet. Import customers or orders first.",
    },
  },
  es: {
    reading: "Leyendo respuestas anteriores",
    training: "Aprendiendo quién responde",
    scoring: "Puntuando a todos los clientes",
    noResponses:
      "Todavía no conozco respuestas a ninguna campaña, así que no puedo aprender quién responderá. Importa un archivo de clientes con una columna como «Response» (1 o 0). Los grupos RFM y los segmentos ya funcionan.",
    noSuchVariable: (said, known) =>
      `No conozco ninguna variable «${said}» de la que aprender. Conozco: ${known}.`,
    refused: {
      "one-class": ({ answers, customers }) =>
        `Los ${customers} clientes de esta campaña hicieron lo mismo (respondieron ${answers}). Necesito ambos casos para distinguirlos: importa las respuestas de todos los contactados.`,
      "few-answers": ({ answers, needed }) =>
        `Necesito ${needed} respuestas anteriores para puntuar; tienes ${answers}. Los grupos RFM ya funcionan.`,
      "few-non-answers": ({ nonAnswers, needed }) =>
        `Necesito ${needed} clientes contactados que no respondieron; tienes ${nonAnswers}. Importa a todos los contactados.`,
      leak: ({ variable }) =>
        `«${variable}» delata la respuesta casi por sí sola: seguramente se anotó después de la campaña. Quita esa columna del archivo y vuelve a importarlo.`,
      "no-variables": () =>
        "Aún no hay ninguna columna de la que aprender. Importa primero clientes o pedidos.",
    },
  },
  pt: {
    reading: "Lendo respostas anteriores",
    training: "Aprendendo quem responde",
    scoring: "Pontuando todos os clientes",
    noResponses:
      "Ainda não conheço respostas a nenhuma campanha, então não posso aprender quem vai responder. Importe um arquivo de clientes com uma coluna como “Response” (1 ou 0). Os grupos RFM e os segmentos já funcionam.",
    noSuchVariable: (said, known) => `Não conheço a variável “${said}” com que aprender. Conheço: ${known}.`,
    refused: {
      "one-class": ({ answers, customers }) =>
        `Os ${customers} clientes desta campanha fizeram o mesmo (${answers} responderam). Preciso dos dois casos para distingui-los: importe as respostas de todos os contatados.`,
      "few-answers": ({ answers, needed }) =>
        `Preciso de ${needed} respostas anteriores para pontuar; você tem ${answers}. Os grupos RFM já funcionam.`,
      "few-non-answers": ({ nonAnswers, needed }) =>
        `Preciso de ${needed} clientes contatados que não responderam; você tem ${nonAnswers}. Importe todos os contatados.`,
      leak: ({ variable }) =>
        `“${variable}” entrega a resposta quase sozinha: provavelmente foi anotada depois da campanha. Tire essa coluna do arquivo e importe-o de novo.`,
      "no-variables": () =>
        "Ainda não há nenhuma coluna para aprender. Importe primeiro clientes ou pedidos.",
    },
  },
});

/** The sentence of a refusal. */
export function refusalSentence(refusal: Refusal, { refused }: (typeof trainSays)["en"]): string {
  if (refusal.code === "one-class") return refused["one-class"](refusal);
  if (refusal.code === "few-answers") return refused["few-answers"](refusal);
  if (refusal.code === "few-non-answers") return refused["few-non-answers"](refusal);
  if (refusal.code === "leak") return refused.leak(refusal);
  return refused["no-variables"]();
}
