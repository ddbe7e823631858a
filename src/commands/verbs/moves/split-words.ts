import { words } from "../../../lib/words.ts";

/** "The customer changed" against "the line moved", for many and for one. */
export const splitSays = words({
  en: {
    why: "Why they moved",
    customersChanged: (share: string) => `customers changed: ${share}`,
    lineMoved: (share: string) => `the line moved: ${share}`,
    /** Since when nobody has drawn the lines anew. */
    sameLines: (since: string) =>
      `The lines between the segments are those of ${since}: whoever moved did so by buying differently.`,
    redrawn: (since: string, version: string, moved: string, all: string) =>
      `The segments were drawn anew after ${since} (version ${version}): ${moved} of ${all} customers are in another segment than the one they were in that day. The counts here leave that out: they take today's lines on both days.`,
    /** Of one customer. */
    was: (segment: string, since: string) => `On ${since} this customer was in ${segment}.`,
    because: {
      customer: "The customer changed; the lines would not have moved them.",
      line: "The line moved: the segments were drawn anew, and the customer did not change.",
      both: "Half and half: the customer changed, and the segments were drawn anew.",
    },
  },
  es: {
    why: "Por qué cambiaron",
    customersChanged: (share) => `cambió el cliente: ${share}`,
    lineMoved: (share) => `se movió el límite: ${share}`,
    sameLines: (since) =>
      `Los límites entre los segmentos son los del ${since}: quien cambió lo hizo porque compra de otra manera.`,
    redrawn: (since, version, moved, all) =>
      `Los segmentos se trazaron de nuevo después del ${since} (versión ${version}): ${moved} de ${all} clientes están en otro segmento que aquel día. Estos recuentos lo dejan fuera: usan los límites de hoy en ambas fechas.`,
    was: (segment, since) => `El ${since} este cliente estaba en ${segment}.`,
    because: {
      customer: "Cambió el cliente; los límites no lo habrían movido.",
      line: "Se movió el límite: los segmentos se trazaron de nuevo y el cliente no cambió.",
      both: "Mitad y mitad: cambió el cliente y los segmentos se trazaron de nuevo.",
    },
  },
  pt: {
    why: "Por que mudaram",
    customersChanged: (share) => `o cliente mudou: ${share}`,
    lineMoved: (share) => `a fronteira mudou: ${share}`,
    sameLines: (since) =>
      `As fronteiras entre os segmentos são as de ${since}: quem mudou foi porque passou a comprar de outro jeito.`,
    redrawn: (since, version, moved, all) =>
      `Os segmentos foram redesenhados depois de ${since} (versão ${version}): ${moved} de ${all} clientes estão em outro segmento que naquele dia. Estas contagens deixam isso de fora: usam as fronteiras de hoje nos dois dias.`,
    was: (segment, since) => `Em ${since} este cliente estava em ${segment}.`,
    because: {
      customer: "O cliente mudou; as fronteiras não o teriam movido.",
      line: "A fronteira mudou: os segmentos foram redesenhados e o cliente não mudou.",
      both: "Meio a meio: o cliente mudou e os segmentos foram redesenhados.",
    },
  },
});
