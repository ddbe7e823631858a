import type { Localized } from "../../../lib/locale.ts";
import type { About } from "../../grammar/about.ts";

export const about: Localized<About> = {
  en: {
    usage: "watch <segment> [size|value|moves] [now | mon 9:00 #channel]",
    summary: "An alert when a segment really changes, silent otherwise",
    examples: ["watch 2", "watch 2 value", "watch 2 size now"],
  },
  es: {
    usage: "vigilar <segmento> [tamaño|valor|cambios] [ahora | lun 9:00 #canal]",
    summary: "Un aviso cuando un segmento cambia de verdad; si no, silencio",
    examples: ["vigilar 2", "vigilar 2 valor", "vigilar 2 tamaño ahora"],
  },
  pt: {
    usage: "vigiar <segmento> [tamanho|valor|mudanças] [agora | seg 9:00 #canal]",
    summary: "Um aviso quando um segmento muda de verdade; senão, silêncio",
    examples: ["vigiar 2", "vigiar 2 valor", "vigiar 2 tamanho agora"],
  },
};
