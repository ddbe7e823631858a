import { createHelp } from "./help/index.ts";
import type { Verb } from "./verbs.ts";

/**
 * The language: every command with its verbs, in the order of `help`. A new command is one line here; verbs are
 * written folded (lower case, no accents), the first of a language being the one its readers are shown.
 */
export const verbs: readonly Verb[] = [
  { command: createHelp(() => verbs), en: ["help"], es: ["ayuda"], pt: ["ajuda"] },
];
