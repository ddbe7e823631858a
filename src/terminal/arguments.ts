import { parseArgs } from "node:util";
import { type Role, roles } from "../contract/actor.ts";
import { UserError } from "../contract/errors.ts";
import { type Locale, locales, readLocale } from "../lib/locale.ts";
import { terminalSays } from "./words.ts";

/** What `segmenta` can be told to do. */
const deeds = ["start", "say", "import", "sample", "migrate", "distribute", "doctor", "help"] as const;
export type CliCommand = (typeof deeds)[number];

/** The words of a shell, read. */
export interface Arguments {
  readonly deed: CliCommand;
  /** What follows the command. */
  readonly rest: readonly string[];
  /** As given by `--lang`. */
  readonly lang: Locale | undefined;
  readonly role: Role;
  readonly user: string | undefined;
  readonly json: boolean;
  readonly out: string | undefined;
  readonly map: string | undefined;
  readonly dryRun: boolean;
  readonly set: readonly string[];
  readonly yes: boolean;
}

const options = {
  lang: { type: "string" },
  role: { type: "string" },
  as: { type: "string" },
  json: { type: "boolean", default: false },
  out: { type: "string" },
  map: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  set: { type: "string", multiple: true, default: [] as string[] },
  yes: { type: "boolean", short: "y", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/**
 * Reads the words after `segmenta`. Whoever sits at the machine of the base may do everything unless `--role` says
 * less.
 *
 * @param language The system's language tag, for messages.
 * @throws {UserError} When an option or a command is unknown.
 */
export function readArguments(words: readonly string[], language: string | undefined): Arguments {
  const { values, positionals } = parseWords(words, readLocale(language));
  const lang = oneOf(values.lang, locales, "--lang", readLocale(language));
  const locale = lang ?? readLocale(language);
  const deed = oneOf(values.help ? "help" : (positionals[0] ?? "help"), deeds, "segmenta", locale) ?? "help";
  return {
    deed,
    rest: positionals.slice(1),
    lang,
    role: oneOf(values.role, roles, "--role", locale) ?? "admin",
    user: values.as,
    json: values.json,
    out: values.out,
    map: values.map,
    dryRun: values["dry-run"],
    set: values.set,
    yes: values.yes,
  };
}

function parseWords(words: readonly string[], locale: Locale) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (cause) {
    const isArgument =
      cause instanceof TypeError && "code" in cause && String(cause.code).startsWith("ERR_PARSE_ARGS");
    if (!isArgument) throw cause;
    const option = /'(-[^' ]*)/u.exec(cause.message)?.[1] ?? words.join(" ");
    throw new UserError(terminalSays[locale].badOption(option), { hint: "segmenta --help" });
  }
}

/** The value if it is one of the choices; undefined when nothing was given. */
function oneOf<T extends string>(
  value: string | undefined,
  choices: readonly T[],
  where: string,
  locale: Locale,
): T | undefined {
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice === value);
  if (found === undefined)
    throw new UserError(terminalSays[locale].badChoice(where, value, choices.join(", ")));
  return found;
}
