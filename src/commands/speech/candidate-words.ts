import { words } from "../../lib/words.ts";

/** What all commands about candidates say. */
export const candidateSays = words({
  en: {
    whichRun: "Which candidate?",
    notARun: (said: string) => `“${said}” is no candidate: they are called r3, r4 and so on.`,
    noSuchRun: (run: string) => `There is no candidate ${run}. Old ones are thrown away.`,
    lookAll: "Look at the candidates",
    look: (run: string) => `Look at ${run}`,
    vote: (run: string) => `Vote for ${run}`,
    adopt: (run: string) => `Adopt ${run}`,
    adoptConfirm: "From then on everybody works with these segments. You can roll back.",
    notProven: "not tested",
    solidOf: (solid: string, segments: string) => `${solid} of ${segments}`,
    verdicts: { solid: "solid", blurry: "blurry", unusable: "do not use" },
  },
  es: {
    whichRun: "¿Qué propuesta?",
    notARun: (said) => `«${said}» no es una propuesta: se llaman r3, r4, etc.`,
    noSuchRun: (run) => `No hay ninguna propuesta ${run}. Las antiguas se borran.`,
    lookAll: "Ver las propuestas",
    look: (run) => `Ver ${run}`,
    vote: (run) => `Votar por ${run}`,
    adopt: (run) => `Adoptar ${run}`,
    adoptConfirm: "A partir de entonces todos trabajan con estos segmentos. Se puede revertir.",
    notProven: "sin comprobar",
    solidOf: (solid, segments) => `${solid} de ${segments}`,
    verdicts: { solid: "sólido", blurry: "borroso", unusable: "no usar" },
  },
  pt: {
    whichRun: "Qual proposta?",
    notARun: (said) => `“${said}” não é uma proposta: elas se chamam r3, r4 etc.`,
    noSuchRun: (run) => `Não existe a proposta ${run}. As antigas são apagadas.`,
    lookAll: "Ver as propostas",
    look: (run) => `Ver ${run}`,
    vote: (run) => `Votar em ${run}`,
    adopt: (run) => `Adotar ${run}`,
    adoptConfirm: "A partir daí todos trabalham com estes segmentos. Dá para reverter.",
    notProven: "não verificado",
    solidOf: (solid, segments) => `${solid} de ${segments}`,
    verdicts: { solid: "sólido", blurry: "difuso", unusable: "não usar" },
  },
});
