#!/usr/bin/env node
/** `segmenta`: what a person types in a shell. The rooms are loaded only when a command needs them. */
import { resolve } from "node:path";
import type { Actor } from "../contract/actor.ts";
import { type Config, readConfig } from "../lib/config.ts";
import { errorReply } from "../contract/error-reply.ts";
import { UserError } from "../contract/errors.ts";
import { type Locale, readLocale } from "../lib/locale.ts";
import { createLog, type Log } from "../lib/log.ts";
import { type Arguments, type CliCommand, readArguments } from "../terminal/arguments.ts";
import type { House, Screen } from "../terminal/terminal-dependencies.ts";
import { renderText } from "../terminal/render.ts";
import { importFile } from "../terminal/import-file.ts";
import { type Request, say } from "../terminal/say.ts";
import { type ExitCode, exitCodes } from "../terminal/show.ts";
import { terminalSays } from "../terminal/words.ts";

const screen: Screen = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  outIsTerminal: process.stdout.isTTY,
  errIsTerminal: process.stderr.isTTY,
  ask: process.stdin.isTTY && process.stdout.isTTY ? askPerson : undefined,
  width: Math.min(process.stdout.columns ?? 100, 100),
};

async function askPerson(question: string): Promise<string> {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

/** What every command gets. */
interface Scene {
  readonly given: Arguments;
  readonly config: Config;
  readonly log: Log;
  readonly locale: Locale;
}

const deeds: Readonly<Record<CliCommand, (scene: Scene) => Promise<ExitCode>>> = {
  async help({ locale }) {
    screen.out(terminalSays[locale].usage);
    return 0;
  },
  async start({ given, config, log, locale }) {
    const modes = ["bot", "worker", "both"] as const;
    const mode = modes.find((name) => name === (given.rest[0] ?? "both"));
    if (mode === undefined) {
      throw new UserError(terminalSays[locale].badChoice("start", given.rest[0] ?? "", modes.join(", ")));
    }
    const [{ start }, { endOnUncaught }] = await Promise.all([
      import("./start.ts"),
      import("./uncaught-handler.ts"),
    ]);
    endOnUncaught(log);
    const hasPage = config.slack === undefined && mode !== "worker";
    const started = await start(
      config,
      hasPage ? log : createLog((line) => process.stderr.write(line)),
      mode,
    ).catch(async (error: unknown) => {
      const { slackFailure } = await import("../slack/out/failure.ts");
      const failure = slackFailure(error);
      if (failure === undefined) throw error;
      const says = terminalSays[locale];
      const reason = failure.kind === "refused" ? says.slackRefuses(failure.error) : says.slackIsAway;
      throw new UserError(reason, { hint: "segmenta doctor" });
    });
    if (started.address !== undefined) screen.out(`${terminalSays[locale].open(started.address)}\n`);
    await new Promise<void>((resolve) => {
      process.once("SIGTERM", resolve).once("SIGINT", resolve);
    });
    await started.stop();
    return 0;
  },
  async migrate({ config, locale }) {
    const { migrateDatabase } = await import("./terminal-app.ts");
    await migrateDatabase(config);
    screen.out(`${terminalSays[locale].migrated}\n`);
    return 0;
  },
  async distribute({ config, locale }) {
    const says = terminalSays[locale];
    if (config.databaseUrl === undefined) throw new UserError(says.embeddedIsOne);
    const { distributeDatabase } = await import("./terminal-app.ts");
    const done = await distributeDatabase(config);
    if (done === undefined) throw new UserError(says.noCitus);
    screen.out(`${says.distributed(done.spread.length, done.copied.length, done.workers)}\n`);
    return 0;
  },
  async doctor({ config, locale, given }) {
    const [{ examineDatabase, examineSlackAccess }, { doctorReply }, { canDraw }] = await Promise.all([
      import("./terminal-app.ts"),
      import("../terminal/doctor.ts"),
      import("../terminal/can-draw.ts"),
    ]);
    const machine = {
      node: process.version,
      canDraw: await canDraw(),
      slack: await examineSlackAccess(config, locale),
    };
    const reply = doctorReply(await examineDatabase(config), machine, locale);
    screen.out(given.json ? `${JSON.stringify(reply)}\n` : renderText(reply, outLook()));
    return exitCodes[reply.outcome];
  },
  async say(scene) {
    const { given, locale } = scene;
    const hint = 'segmenta say "help"';
    if (given.rest.length === 0) throw new UserError(terminalSays[locale].noLine, { hint });
    return inHouse(scene, (request, house) => say(given.rest.join(" "), request, house, screen));
  },
  async sample(scene) {
    return inHouse(scene, (request, house) => say("data sample", request, house, screen));
  },
  async import(scene) {
    const { given, locale } = scene;
    const [path] = given.rest;
    if (path === undefined || given.rest.length > 1) {
      throw new UserError(terminalSays[locale].noFile, { hint: "segmenta import orders.csv" });
    }
    const map = given.map === undefined ? undefined : resolve(given.map);
    const { dryRun, set: answers, yes: isUnasked } = given;
    const read = (from: string) => {
      const file = { path: from, map, answers, isUnasked, dryRun };
      return inHouse(scene, (request, house) => importFile(file, request, house, screen));
    };
    if (path !== "-") return read(resolve(path));
    const [{ withStandardInput }, { fileWords }] = await Promise.all([
      import("./standard-input.ts"),
      import("../sources/file/words.ts"),
    ]);
    return withStandardInput(fileWords[locale].tooManyBytes("standard-input"), read);
  },
};

function outLook() {
  return { styled: screen.outIsTerminal, width: screen.width };
}

/** Does what needs the base, and closes it whatever happens. */
async function inHouse(
  { given, config, log }: Scene,
  act: (request: Request, house: House) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { openHouse } = await import("./terminal-app.ts");
  const house = await openHouse(config, log);
  try {
    const actor = await whoAsks(given, house, config);
    return await act({ actor, options: { json: given.json, out: given.out } }, house);
  } finally {
    await house.close();
  }
}

async function whoAsks(given: Arguments, house: House, config: Config): Promise<Actor> {
  const user = given.user ?? config.user;
  const { language, timezone } = await house.findPreferences(user);
  const locale = given.lang ?? readLocale(language ?? config.language);
  return { user, role: given.role, locale, timeZone: timezone ?? "UTC" };
}

/** A person at a terminal reads the answer, not that it was given: only what needs somebody to act is logged. */
function terminalLog(): Log {
  return { ...createLog((line) => process.stderr.write(line)), info: () => undefined };
}

async function run(words: readonly string[]): Promise<ExitCode> {
  const config = readConfig();
  const log = terminalLog();
  let locale = readLocale(config.language);
  try {
    const given = readArguments(words, config.language);
    locale = given.lang ?? locale;
    return await deeds[given.deed]({ given, config, log, locale });
  } catch (thrown) {
    const reply = errorReply(thrown, { locale, log, fields: { edge: "terminal" } });
    if (words.includes("--json")) screen.out(`${JSON.stringify(reply)}\n`);
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
