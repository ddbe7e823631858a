import { readdirSync, readFileSync } from "node:fs";

/** What must never stand in a log, by what it would be. */
const forbidden: Readonly<Record<string, RegExp>> = {
  token: /xox[a-z]-|xapp-|signing-secret/u,
  "e-mail address": /[\w.+-]+@[\w-]+\.\w+/u,
  "database address": /postgres(?:ql)?:\/\//u,
  SQL: /\bselect\b.+\bfrom\b|\binsert into\b|\bupdate\b.+\bset\b|\bdelete from\b|\btruncate\b|\bwhere\b.+=/iu,
  "somebody's name": /\b(?:Ada|Keller|Mary|Okafor|Ana|Torres|João|Almeida|Leo|Brandt|Ann)\b/u,
  "a segment's name": /Loyal|Bargain|fieles|fiéis|spenders/u,
  "a typed text": /\/segment |<!channel>|<script|=cmd|frobnicate/u,
  "an id of a person": /\b[UW]0[A-Z]{2,}/u,
};

/** A field's value is a number, a flag, or a short code; more would be somebody's text. */
const code = /^[\w .:'/-]{0,100}$/u;
/** Where in the source a defect was thrown: functions, files and lines. */
const frames = /^at .{1,300}?:\d+:\d+\)?(?: < at .{1,300}?:\d+:\d+\)?)*$/u;

function isCode(name: string, value: unknown): boolean {
  if (typeof value === "string") return code.test(value) || (name === "at" && frames.test(value));
  return typeof value !== "object";
}

/**
 * Why a line of the log may not stand there; empty when it may. A line is a fixed sentence of the source and fields that
 * hold codes and numbers.
 *
 * @param sources The text of every source file, in which the sentence must stand.
 */
export function leaksOf(line: string, sources: string): readonly string[] {
  const { time: _, level: __, message, ...fields } = JSON.parse(line) as Readonly<Record<string, unknown>>;
  const isFixed = typeof message === "string" && sources.includes(`"${message}"`);
  const long = Object.entries(fields).filter(([name, value]) => !isCode(name, value));
  return [
    ...(isFixed ? [] : ["a sentence that is not fixed"]),
    ...long.map(([name]) => `more than a code in "${name}"`),
    ...Object.entries(forbidden).flatMap(([name, pattern]) => (pattern.test(line) ? [name] : [])),
  ];
}

/** The text of every source file. */
export function readSources(): string {
  const root = new URL("../../src/", import.meta.url).pathname;
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/u.test(path))
    .map((path) => readFileSync(`${root}${path}`, "utf8"))
    .join("\n");
}
