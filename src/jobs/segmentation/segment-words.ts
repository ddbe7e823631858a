import { words } from "../../lib/words.ts";

/** The steps of dividing a base, as a progress line shows them. */
export const segmentSteps = words({
  en: {
    features: "Measuring customers",
    choose: "Looking for groups",
    prove: "Testing how solid they are",
    place: "Placing everyone",
    /** Of new segments, so that they have a past. */
    past: "Placing everyone in earlier weeks",
  },
  es: {
    features: "Midiendo a los clientes",
    choose: "Buscando grupos",
    prove: "Comprobando su solidez",
    place: "Asignando a todos",
    past: "Asignando a todos en semanas anteriores",
  },
  pt: {
    features: "Medindo os clientes",
    choose: "Procurando grupos",
    prove: "Verificando a solidez deles",
    place: "Classificando todos",
    past: "Classificando todos em semanas anteriores",
  },
});
