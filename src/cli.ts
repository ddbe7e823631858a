#!/usr/bin/env node
/** `segmenta`: what a person types in a shell. The rooms are loaded only when a deed needs them. */
import type { Asker } from "./asker.ts";
import { type Config, readConfig } from "./config.ts";
import { errorReply } from "./error-reply.ts";
import { UserError } from "./errors.ts";
import { readLocale } from "./locale.ts";
import { createLog, type Log } from "./log.ts";
import { type Arguments, type Deed, readArguments } from "./terminal/arguments.ts";
import type { House, Screen } from "./terminal/house.ts";
import { renderText } from "./terminal/render.ts";
import { type ExitCode, exitCodes, say } from "./terminal/say.ts";
import { terminalSays } from "./terminal/words.ts";

const screen: Screen = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  outIsTerminal: process.stdout.isTTY,
  errIsTerminal: process.stderr.isTTY,
  width: Math.min(process.stdout.columns ?? 100, 100),
};

/** A person at a terminal reads the answer, not that it was given: only what needs somebody to act is logged. */
function terminalLog(): Log {
  return { ...createLog((line) => process.stderr.write(line)), info: () => undefined };
}

async function whoAsks(given: Arguments, house: House, config: Config): Promise<Asker> {
  const user = given.user ?? config.user;
  const { language, timezone } = await house.findPreferences(user);
  const locale = given.lang ?? readLocale(language ?? config.language);
  return { user, role: given.role, locale, timeZone: timezone ?? "UTC" };
}

/** Does what needs the base, and closes it whatever happens. */
async function sayIn(given: Arguments, config: Config, log: Log): Promise<ExitCode> {
  const { openHouse } = await import("./main.ts");
  const house = await openHouse(config, log);
  try {
    const asker = await whoAsks(given, house, config);
    const options = { json: given.json, out: given.out };
    return await say(given.rest.join(" "), { asker, options }, house, screen);
  } finally {
    await house.close();
  }
}

function speak(given: Arguments, config: Config) {
  return terminalSays[given.lang ?? readLocale(config.language)];
}

const deeds: Readonly<Record<Deed, (given: Arguments, config: Config, log: Log) => Promise<ExitCode>>> = {
  async help(given, config) {
    screen.out(speak(given, config).usage);
    return 0;
  },
  async migrate(given, config) {
    const { migrateDatabase } = await import("./main.ts");
    await migrateDatabase(config);
    screen.out(`${speak(given, config).migrated}\n`);
    return 0;
  },
  async say(given, config, log) {
    if (given.rest.length === 0) {
      throw new UserError(speak(given, config).noLine, { hint: 'segmenta say "help"' });
    }
    return sayIn(given, config, log);
  },
};

async function run(words: readonly string[]): Promise<ExitCode> {
  const config = readConfig();
  const log = terminalLog();
  const json = words.includes("--json");
  let locale = readLocale(config.language);
  try {
    const given = readArguments(words, config.language);
    locale = given.lang ?? locale;
    return await deeds[given.deed](given, config, log);
  } catch (thrown) {
    const reply = errorReply(thrown, { locale, log, fields: { edge: "terminal" } });
    if (json) screen.out(`${JSON.stringify(reply)}\n`);
    else screen.err(renderText(reply, { styled: screen.errIsTerminal, width: screen.width }));
    return exitCodes[reply.outcome];
  }
}

// A reader that has seen enough (`| head`) closes the pipe: no reason to complain.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exitCode = 0;
});
process.exitCode = await run(process.argv.slice(2));
