import { words } from "../../../lib/words.ts";
import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: 'note <segment> "<text>"',
    summary: "Write a note on a segment for the team",
    examples: ['note 2 "Send the catalogue in September"'],
  },
  es: {
    usage: 'nota <segmento> "<texto>"',
    summary: "Escribe una nota sobre un segmento para el equipo",
    examples: ['nota 2 "Enviar el catálogo en septiembre"'],
  },
  pt: {
    usage: 'nota <segmento> "<texto>"',
    summary: "Escreva uma nota sobre um segmento para a equipe",
    examples: ['nota 2 "Enviar o catálogo em setembro"'],
  },
};

export const says = words({
  en: {
    question: "What shall the note say?",
    quote: (text: string) => `Put the note in quotation marks, so that I take all of it: “${text}”.`,
    tooLong: (limit: string) => `A note may have ${limit} characters at most. Please shorten it.`,
    noted: (segment: string, text: string) => `Noted on ${segment}: “${text}”.`,
    removed: (segment: string) => `The note on ${segment} is gone.`,
    profile: "Profile",
    remove: "Remove the note",
  },
  es: {
    question: "¿Qué va a decir la nota?",
    quote: (text) => `Escribe la nota entre comillas, para que la tome entera: «${text}».`,
    tooLong: (limit) => `Una nota puede tener ${limit} caracteres como máximo. Acórtala, por favor.`,
    noted: (segment, text) => `Anotado en ${segment}: «${text}».`,
    removed: (segment) => `Se ha quitado la nota de ${segment}.`,
    profile: "Perfil",
    remove: "Quitar la nota",
  },
  pt: {
    question: "O que a nota vai dizer?",
    quote: (text) => `Escreva a nota entre aspas, para eu ler a nota inteira: “${text}”.`,
    tooLong: (limit) => `Uma nota pode ter no máximo ${limit} caracteres. Encurte-a, por favor.`,
    noted: (segment, text) => `Anotado em ${segment}: “${text}”.`,
    removed: (segment) => `A nota de ${segment} foi removida.`,
    profile: "Perfil",
    remove: "Remover a nota",
  },
});
