import { words } from "../lib/words.ts";
import { randomBytes } from "node:crypto";
import { UserError } from "./errors.ts";
import type { Locale } from "../lib/locale.ts";
import type { Log, LogFields } from "../lib/log.ts";
import type { Reply } from "./reply.ts";

/** What the two catchers (`commands/answer.ts`, `jobs/runner/worker.ts`) know when something was thrown. */
export interface ErrorContext {
  readonly locale: Locale;
  readonly log: Log;
  /** Which command or task; never what a person typed. */
  readonly fields: LogFields;
  /** A sentence on what had been done for good before it was thrown; by default nothing had. */
  readonly kept?: string | undefined;
}

const says = words({
  en: {
    defect: (reference: string) => `Something broke on my side (ref ${reference}).`,
    nothingChanged: "Nothing was sent or changed.",
    forExample: (line: string) => `For example: ${line}`,
  },
  es: {
    defect: (reference) => `Algo se rompió por mi lado (ref. ${reference}).`,
    nothingChanged: "No se envió ni cambió nada.",
    forExample: (line) => `Por ejemplo: ${line}`,
  },
  pt: {
    defect: (reference) => `Algo quebrou do meu lado (ref. ${reference}).`,
    nothingChanged: "Nada foi enviado nem alterado.",
    forExample: (line) => `Por exemplo: ${line}`,
  },
});

/**
 * Turns what was thrown into an answer. A `UserError` is shown as written; everything else is a defect, which is
 * logged under a reference of four hexadecimal digits, and only the reference is shown.
 */
export function errorReply(thrown: unknown, { locale, log, fields, kept }: ErrorContext): Reply {
  if (thrown instanceof UserError) {
    log.info(fields, "a person's mistake was answered");
    const { hint, actions, field, data, paragraphs: more = [] } = thrown.recovery;
    const paragraphs = [kept, ...more, hint === undefined ? undefined : says[locale].forExample(hint)];
    return {
      locale,
      outcome: "mistake",
      privacy: "totals",
      headline: thrown.message,
      paragraphs: paragraphs.filter((paragraph) => paragraph !== undefined),
      ...(actions === undefined ? {} : { actions }),
      ...(field === undefined ? {} : { field }),
      data: { outcome: "mistake", ...data },
    };
  }
  const reference = randomBytes(2).toString("hex");
  log.error({ ...fields, reference, ...describe(thrown) }, "something broke");
  return {
    locale,
    outcome: "defect",
    privacy: "totals",
    headline: `${says[locale].defect(reference)} ${kept ?? says[locale].nothingChanged}`,
    data: { outcome: "defect", reference },
  };
}

/**
 * What may stand in the log of a defect: its kind, its code and where it was thrown. Never its message, which may hold
 * SQL and customers' values (`DrizzleQueryError`, Postgres' "Key (…)=(…) already exists").
 */
function describe(thrown: unknown): LogFields {
  if (!(thrown instanceof Error)) return { error: typeof thrown };
  const root = rootCause(thrown);
  const code = "code" in root && typeof root.code === "string" ? root.code : undefined;
  const frames = (root.stack ?? "").split("\n").filter((line) => /^\s+at /u.test(line));
  return {
    error: root.name,
    code,
    at: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(" < "),
  };
}

function rootCause(error: Error): Error {
  return error.cause instanceof Error ? rootCause(error.cause) : error;
}
