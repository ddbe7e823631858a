import { words } from "../../../lib/words.ts";

/** What `export` asks before a list of a segment that is not solid. */
export const proofSays = words({
  en: {
    blurry: (segment: string, share: string) =>
      `${segment} is blurry: with other customers drawn at random, only ${share} of it comes back. Export it all the same?`,
    unusable: (segment: string, share: string) =>
      `${segment} should not be used: with other customers drawn at random, only ${share} of it comes back.`,
    why: "People near its border may belong elsewhere, so a campaign for it reaches partly the wrong ones.",
    onlyAnalyst: "Only an analyst may export it. Ask one, or use a solid segment.",
    second: (segment: string) =>
      `You are about to export ${segment}, a segment that chance may have made. Are you sure?`,
    secondWhy: "Other data would give another list. Don't read a difference in results as a success.",
    anyway: "Export all the same",
    understood: "I understand, export it",
    confirm: "This segment may be chance. The list leaves all the same.",
    see: "Profile",
  },
  es: {
    blurry: (segment, share) =>
      `${segment} es borroso: con otros clientes elegidos al azar solo reaparece el ${share}. ¿Exportarlo de todos modos?`,
    unusable: (segment, share) =>
      `${segment} no debería usarse: con otros clientes elegidos al azar solo reaparece el ${share}.`,
    why: "Quienes están cerca de su límite pueden pertenecer a otro, así que una campaña llegaría en parte a quien no debe.",
    onlyAnalyst: "Solo puede exportarlo un analista. Pídeselo, o usa un segmento sólido.",
    second: (segment) => `Vas a exportar ${segment}, un segmento que puede ser fruto del azar. ¿Seguro?`,
    secondWhy: "Con otros datos saldría otra lista. No tomes una diferencia en los resultados por un éxito.",
    anyway: "Exportar de todos modos",
    understood: "Lo entiendo, exportar",
    confirm: "Este segmento puede ser fruto del azar. La lista sale de todos modos.",
    see: "Perfil",
  },
  pt: {
    blurry: (segment, share) =>
      `${segment} é difuso: com outros clientes sorteados, só ${share} dele reaparece. Exportar mesmo assim?`,
    unusable: (segment, share) =>
      `${segment} não deveria ser usado: com outros clientes sorteados, só ${share} dele reaparece.`,
    why: "Quem está perto da fronteira pode pertencer a outro, então uma campanha chegaria em parte às pessoas erradas.",
    onlyAnalyst: "Só um analista pode exportá-lo. Peça a um, ou use um segmento sólido.",
    second: (segment) =>
      `Você vai exportar ${segment}, um segmento que pode ser fruto do acaso. Tem certeza?`,
    secondWhy: "Com outros dados sairia outra lista. Não tome uma diferença nos resultados por sucesso.",
    anyway: "Exportar mesmo assim",
    understood: "Entendi, exportar",
    confirm: "Este segmento pode ser fruto do acaso. A lista sai mesmo assim.",
    see: "Perfil",
  },
});
