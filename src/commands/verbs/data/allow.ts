import { allowCustomer } from "../../../db/people/allow-customer.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import { words } from "../../../lib/words.ts";
import type { CommandContext } from "../../grammar/command.ts";
import { pickCustomerId, takeCustomer } from "../../grammar/customer-reader.ts";
import { takeText } from "../../grammar/text-reader.ts";
import type { Words } from "../../grammar/words-reader.ts";

/** Whom an admin allows to be contacted again, and why. */
export interface Allowed {
  readonly customer: string;
  readonly why: string;
}

const says = words({
  en: {
    question: "Why may they be contacted again?",
    quote: (text: string) => `Put the reason in quotation marks: “${text}”.`,
    allowed: (customer: string) => `Customer ${customer} may be contacted again.`,
    couldBe: (customer: string) => `Customer ${customer} may be contacted already; nothing was changed.`,
    unasked: (customer: string) =>
      `Customer ${customer} had not been asked; they count as someone who said yes now.`,
    kept: (why: string) => `I keep that you said so, and why: “${why}”. A later “no” counts again.`,
  },
  es: {
    question: "¿Por qué se le puede contactar otra vez?",
    quote: (text) => `Pon el motivo entre comillas: «${text}».`,
    allowed: (customer) => `Ya se puede contactar otra vez al cliente ${customer}.`,
    couldBe: (customer) => `Al cliente ${customer} ya se le podía contactar; no se cambió nada.`,
    unasked: (customer) => `Al cliente ${customer} no se le había preguntado; ahora cuenta como un sí.`,
    kept: (why) => `Guardo que lo dijiste tú y por qué: «${why}». Un «no» posterior vuelve a contar.`,
  },
  pt: {
    question: "Por que pode ser contatado de novo?",
    quote: (text) => `Ponha o motivo entre aspas: “${text}”.`,
    allowed: (customer) => `O cliente ${customer} pode ser contatado de novo.`,
    couldBe: (customer) => `O cliente ${customer} já podia ser contatado; nada foi alterado.`,
    unasked: (customer) => `Não se havia perguntado ao cliente ${customer}; agora conta como um sim.`,
    kept: (why) => `Guardo que você disse isso e por quê: “${why}”. Um “não” posterior volta a contar.`,
  },
});

export function takeAllowed(given: Words): Allowed {
  return { customer: takeCustomer(given), why: takeText(given, says[given.locale]) };
}

/** Lifts a no by name. */
export async function answerAllow({ customer, why }: Allowed, context: CommandContext): Promise<ReplyBody> {
  const { db, actor, now, locale } = context;
  const text = says[locale];
  const id = await pickCustomerId(customer, context);
  const refused = await allowCustomer(db, id, { by: actor.user, why, now });
  const headline =
    refused === null
      ? text.couldBe(customer)
      : refused === "unknown"
        ? text.unasked(customer)
        : text.allowed(customer);
  return {
    headline,
    ...(refused === null ? {} : { paragraphs: [text.kept(why)] }),
    data: { customer, refused, why },
  };
}
