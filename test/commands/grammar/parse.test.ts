import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at } from "../../../src/lib/at.ts";
import { verbs } from "../../../src/commands/grammar/table.ts";
import { commandName, parse } from "../../../src/commands/grammar/parse.ts";
import { fold } from "../../../src/commands/grammar/spelling.ts";
import { tokenize } from "../../../src/commands/grammar/tokens.ts";
import { forms } from "../../../src/commands/grammar/verbs.ts";
import { UserError } from "../../../src/contract/errors.ts";
import { type Locale, locales } from "../../../src/lib/locale.ts";

const allForms = verbs.flatMap(forms);

/** What the parser makes of a line: a command, or a sentence for the person. Anything else that is thrown is a defect. */
function read(
  line: string,
  locale: Locale = "en",
): { readonly command?: string; readonly sentence?: string } {
  try {
    return { command: parse(line, { locale, role: "admin" }, verbs).command.name };
  } catch (thrown) {
    if (thrown instanceof UserError) return { sentence: thrown.message };
    throw thrown;
  }
}

function commandOf(line: string): string | undefined {
  return read(line).command;
}

const word = fc.oneof(
  fc.constantFrom(
    ...allForms,
    "2",
    "#3",
    "by",
    "por",
    "columns",
    "y",
    "segment",
    "cluster",
    "k=4",
    "30%",
    "0,3",
    "f1",
    "j2",
  ),
  fc.constantFrom(
    '"',
    "“",
    "'",
    "«",
    "=",
    ",",
    "<mailto:a@b|a@b>",
    "&amp;",
    "p>=0.3",
    "=cmd()",
    "\u202E",
    "\u0000",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);
const line = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(word, { maxLength: 8 }).map((words) => words.join(" ")),
);

describe("the parser", () => {
  it("answers ten thousand random lines with a sentence, or a command whose verb stands in the line", () => {
    fc.assert(
      fc.property(line, fc.constantFrom(...locales), (said, locale) => {
        const { command, sentence } = read(said, locale);
        const [first] = tokenize(said).words;
        const isInTable = first !== undefined && allForms.includes(first.folded);
        expect(command === undefined ? (sentence ?? "").length > 10 : isInTable).toBe(true);
      }),
      { numRuns: 10_000, seed: 7 },
    );
  });

  it("never runs a verb that is not literally in the table, however near", () => {
    const misspelled = fc
      .tuple(fc.constantFrom(...allForms), fc.nat(), fc.constantFrom("drop", "double", "swap", "replace"))
      .map(([form, place, slip]) => misspell(form, place % form.length, slip))
      .filter((form) => !allForms.includes(form));
    fc.assert(
      fc.property(
        misspelled,
        fc.constantFrom('2 "X"', "2", "", "language pt", "j1", "sample"),
        (verb, rest) => {
          expect(commandOf(`${verb} ${rest}`)).toBeUndefined();
        },
      ),
      { numRuns: 5000, seed: 7 },
    );
  });

  it.each([
    'rename 2 "X" again',
    "rename 2 Loyal families",
    'note 2 "X" "Y"',
    "export 2 now",
    'export "Loyal" families',
    'export 2 "columns" email',
    "stop j1 j2",
    "settings language pt please",
    "data sample now",
    "data import orders.csv",
  ])("does not run %s, in which words are left over", (said) => {
    expect(commandOf(said)).toBeUndefined();
  });
});

function misspell(form: string, place: number, slip: "drop" | "double" | "swap" | "replace"): string {
  const letters = form.split("");
  const letter = at(letters, place);
  if (slip === "drop") letters.splice(place, 1);
  if (slip === "double") letters.splice(place, 0, letter);
  if (slip === "replace") letters.splice(place, 1, letter === "x" ? "y" : "x");
  if (slip === "swap") letters.splice(place, 2, ...letters.slice(place, place + 2).reverse());
  return letters.join("");
}

describe("the name of a command for a log", () => {
  it("is that of its verb in any language, and never a word that was typed", () => {
    expect(commandName("/segment perfil 2", verbs)).toBe("profile");
    expect(commandName("ann@shop.test", verbs)).toBe("unread");
    expect(commandName("", verbs)).toBe("unread");
  });
});

describe("the table of verbs", () => {
  it("gives no form to two commands", () => {
    const owners = new Map<string, Set<string>>();
    for (const verb of verbs) {
      for (const form of forms(verb)) {
        owners.set(form, (owners.get(form) ?? new Set()).add(verb.command.name));
      }
    }
    expect([...owners].filter(([, names]) => names.size > 1)).toEqual([]);
  });

  it("holds every command under its own name, all forms folded", () => {
    for (const verb of verbs) expect(verb.en[0]).toBe(verb.command.name);
    expect(allForms.filter((form) => form !== fold(form))).toEqual([]);
  });

  it("shows only examples that are understood, in every language", () => {
    for (const { command } of verbs) {
      for (const locale of locales) {
        for (const example of command.about[locale].examples) {
          expect([example, commandOf(example)]).toEqual([example, command.name]);
        }
      }
    }
  });

  it.each([
    ["Perfil 2", "profile"],
    ["AYUDA", "help"],
    ["situação", "status"],
    ["exportar grupo 2", "export"],
    ["compare cluster 1 with cluster 2", "compare"],
    ["comparar 1 y 2", "compare"],
    ["/segment profile #2", "profile"],
    ["segmenta perfil “Familias fieles” por edad", "profile"],
    ["profile loyal families by total spent", "profile"],
    ["export 2 columns a, b,c", "export"],
    ["renomear segmento 2 'Famílias fiéis'", "rename"],
    ["settings language = português", "settings"],
    ["datos ejemplo próxima semana", "data"],
    ["data sample next week", "data"],
  ])("reads %s kindly", (said, command) => {
    expect(commandOf(said)).toBe(command);
  });
});
