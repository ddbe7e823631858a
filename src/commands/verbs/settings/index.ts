import { findSettings, type SettingName, saveSetting } from "../../../db/team/settings.ts";
import { sayPersonal } from "../../../db/people/personal-sources.ts";
import { UserError } from "../../../contract/errors.ts";
import { createFormat, type Locale, locales, readLocale } from "../../../lib/locale.ts";
import { type CommandContext, defineCommand } from "../../grammar/command.ts";
import { floorsOf } from "../digest/checks.ts";
import { readNumber } from "../../grammar/number-reader.ts";
import { fold } from "../../grammar/spelling.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { settingsReply } from "./reply.ts";
import { about, says } from "./words.ts";

/** One change of a setting. */
interface Change {
  /** `ids` is kept with the sources: whether their customer numbers are personal. */
  readonly name: SettingName | "ids";
  readonly value: string;
}

export const settings = defineCommand({
  name: "settings",
  role: "marketer",
  privacy: "totals",
  writes: false,
  about,
  read: readChanges,
  otherLines: [
    { usage: "settings currency <code>", is: changes("currency"), role: "admin", writes: true },
    { usage: "settings unknown in|out", is: changes("unknown"), role: "admin", writes: true },
    { usage: "settings ids personal|impersonal", is: changes("ids"), role: "admin", writes: true },
    { usage: "settings floor 2% 0.5%", is: changes("floor:"), role: "analyst", writes: true },
    { usage: "settings language|timezone …", is: changes(""), writes: true },
  ],

  async answer(changes, context) {
    for (const change of changes) await saveChange(change, context);
    const { db, actor, format } = context;
    const [own, team] = [await findSettings(db, `user:${actor.user}`), await findSettings(db, "team")];
    // Who changes the language reads the answer in it.
    const locale = own.language === undefined ? context.locale : readLocale(own.language);
    return settingsReply(
      {
        language: locale,
        timezone: own.timezone ?? actor.timeZone,
        currency: team.currency ?? format.currency,
        floors: floorsOf(team),
        leavesUnknownOut: team.unknown === "out",
      },
      { format: createFormat(locale, format.currency), changed: changes.length > 0 },
    );
  },
});

/** Whether a setting is changed whose name begins like this. */
function changes(name: string): (given: readonly Change[]) => boolean {
  return (given) => given.some((change) => change.name.startsWith(name));
}

async function saveChange({ name, value }: Change, { db, actor }: CommandContext): Promise<void> {
  if (name === "ids") return sayPersonal(db, value === "personal", actor.user);
  const isOfTeam = name === "currency" || name === "unknown" || name.startsWith("floor:");
  await saveSetting(db, isOfTeam ? "team" : `user:${actor.user}`, { name, value });
}

function readChanges(words: Words): readonly Change[] {
  const changes: Change[] = [];
  for (;;) {
    if (words.takeKeyword("language")) changes.push({ name: "language", value: takeLanguage(words) });
    else if (words.takeKeyword("timezone")) changes.push({ name: "timezone", value: takeTimezone(words) });
    else if (words.takeKeyword("currency")) changes.push({ name: "currency", value: takeCurrency(words) });
    else if (words.takeKeyword("unknown"))
      changes.push({ name: "unknown", value: takeOneOf(words, inOrOut) });
    else if (words.takeKeyword("ids")) changes.push({ name: "ids", value: takeOneOf(words, kindsOfIds) });
    else if (words.takeKeyword("floor")) changes.push(...takeFloors(words));
    else return changes;
  }
}

const inOrOut = { in: ["in", "dentro"], out: ["out", "fuera", "fora"] };
const kindsOfIds = {
  personal: ["personal", "personales", "pessoais"],
  impersonal: ["impersonal", "impersonales", "impessoais"],
};

/** One of two words, each in any language. */
function takeOneOf(words: Words, choices: Readonly<Record<string, readonly string[]>>): string {
  const word = words.take();
  const names = Object.keys(choices);
  const chosen = word && names.find((name) => choices[name]?.includes(word.folded));
  if (chosen === undefined) throw words.missing(says[words.locale].whichOf(names.join(", ")));
  return chosen;
}

function takeLanguage(words: Words): Locale {
  const word = words.take();
  if (word === undefined) throw words.missing(says[words.locale].whichLanguage);
  const named = locales.find((locale) =>
    [locale, ...locales.map((reader) => fold(says[reader].languages[locale]))].includes(word.folded),
  );
  if (named === undefined) throw new UserError(says[words.locale].noSuchLanguage(word.text));
  return named;
}

function takeTimezone(words: Words): string {
  const word = words.take();
  if (word === undefined) throw words.missing(says[words.locale].whichTimezone);
  const zone = ["UTC", ...Intl.supportedValuesOf("timeZone")].find((name) => fold(name) === word.folded);
  if (zone === undefined) throw new UserError(says[words.locale].noSuchTimezone(word.text));
  return zone;
}

function takeCurrency(words: Words): string {
  const word = words.take();
  if (word === undefined) throw words.missing(says[words.locale].whichCurrency);
  const code = Intl.supportedValuesOf("currency").find((name) => fold(name) === word.folded);
  if (code === undefined) throw new UserError(says[words.locale].noSuchCurrency(word.text));
  return code;
}

/** `floor 3%`: of a segment; a second share is of all sales. */
function takeFloors(words: Words): readonly Change[] {
  const segment = takeShare(words);
  if (segment === undefined) throw words.missing(says[words.locale].whichFloor);
  const revenue = takeShare(words);
  return [
    { name: "floor:segment", value: String(segment) },
    ...(revenue === undefined ? [] : [{ name: "floor:revenue", value: String(revenue) } as const]),
  ];
}

/** A share in [0, 1); undefined when the next word begins something else. */
function takeShare(words: Words): number | undefined {
  const word = words.peek();
  if (word === undefined || !/^\d/u.test(word.text)) return undefined;
  words.take();
  const share = readNumber(word.text, words.locale);
  if (share === undefined || share >= 1) throw new UserError(says[words.locale].noFloor(word.text));
  return share;
}
