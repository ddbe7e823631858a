import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: { usage: "undo", summary: "What can be undone: a file, or new segments", examples: ["undo"] },
  es: {
    usage: "deshacer",
    summary: "Qué se puede deshacer: un archivo o segmentos nuevos",
    examples: ["deshacer"],
  },
  pt: {
    usage: "desfazer",
    summary: "O que se pode desfazer: um arquivo ou segmentos novos",
    examples: ["desfazer"],
  },
};
