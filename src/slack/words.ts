import type { Localized } from "../locale.ts";

/** What this edge itself says; everything else is already in the Reply. */
interface SlackWords {
  rowsCut(shown: number, all: number): string;
  columnsCut(shown: number, all: number): string;
  factsCut(shown: number, all: number): string;
  buttonsCut(shown: number, all: number): string;
  readonly textCut: string;
  readonly openForm: string;
  readonly confirmTitle: string;
  readonly yes: string;
  readonly no: string;
  readonly cancel: string;
  readonly emptyCell: string;
}

export const says: Localized<SlackWords> = {
  en: {
    rowsCut: (shown, all) => `${shown} of ${all} rows are shown.`,
    columnsCut: (shown, all) => `${shown} of ${all} columns are shown.`,
    factsCut: (shown, all) => `${shown} of ${all} facts are shown.`,
    buttonsCut: (shown, all) => `${shown} of ${all} buttons are shown.`,
    textCut: "Long texts are shortened.",
    openForm: "Fill in the form",
    confirmTitle: "Are you sure?",
    yes: "Yes",
    no: "No",
    cancel: "Cancel",
    emptyCell: "–",
  },
  es: {
    rowsCut: (shown, all) => `Se muestran ${shown} de ${all} filas.`,
    columnsCut: (shown, all) => `Se muestran ${shown} de ${all} columnas.`,
    factsCut: (shown, all) => `Se muestran ${shown} de ${all} datos.`,
    buttonsCut: (shown, all) => `Se muestran ${shown} de ${all} botones.`,
    textCut: "Los textos largos están recortados.",
    openForm: "Rellenar el formulario",
    confirmTitle: "¿Seguro?",
    yes: "Sí",
    no: "No",
    cancel: "Cancelar",
    emptyCell: "–",
  },
  pt: {
    rowsCut: (shown, all) => `${shown} de ${all} linhas são mostradas.`,
    columnsCut: (shown, all) => `${shown} de ${all} colunas são mostradas.`,
    factsCut: (shown, all) => `${shown} de ${all} dados são mostrados.`,
    buttonsCut: (shown, all) => `${shown} de ${all} botões são mostrados.`,
    textCut: "Os textos longos foram encurtados.",
    openForm: "Preencher o formulário",
    confirmTitle: "Tem certeza?",
    yes: "Sim",
    no: "Não",
    cancel: "Cancelar",
    emptyCell: "–",
  },
};
