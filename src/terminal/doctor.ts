import type { DatabaseCheck, Health } from "../contract/diagnosis.ts";
import { createFormat, type Format, type Locale } from "../lib/locale.ts";
import type { Reply } from "../contract/reply.ts";
import { doctorSays } from "./doctor-words.ts";

/** One line of the doctor's report. */
export interface Finding {
  readonly state: Health;
  readonly what: string;
  readonly text: string;
}

/** What was looked at beside the database. */
export interface Machine {
  /** `process.version`. */
  readonly node: string;
  readonly canDraw: boolean;
  /** What was found of Slack; nothing where no tokens are set. */
  readonly slack: readonly Finding[];
}

/** Whether everything that Segmenta needs is there, and what to do about what is not. */
export function doctorReply(checks: readonly DatabaseCheck[], machine: Machine, locale: Locale): Reply {
  const says = doctorSays[locale];
  const format = createFormat(locale, "EUR");
  const findings: readonly Finding[] = [
    { state: "good", what: says.node, text: machine.node },
    ...checks.map((check) => readCheck(check, format)),
    machine.canDraw
      ? { state: "good", what: says.pictures, text: says.canDraw }
      : { state: "bad", what: says.pictures, text: says.cannotDraw },
    ...machine.slack,
  ];
  return {
    locale,
    outcome: findings.some(({ state }) => state === "bad") ? "mistake" : "ok",
    privacy: "totals",
    headline: headlineOf(findings, format),
    table: {
      columns: [
        { label: says.state, align: "left" },
        { label: says.what, align: "left" },
        { label: says.finding, align: "left" },
      ],
      rows: findings.map(({ state, what, text }) => [says.states[state], what, text]),
    },
    data: { node: machine.node, canDraw: machine.canDraw, database: checks },
  };
}

function headlineOf(findings: readonly Finding[], format: Format): string {
  const says = doctorSays[format.locale];
  const named = (state: Health) =>
    findings.filter((finding) => finding.state === state).map(({ what }) => what);
  const [bad, warning] = [named("bad"), named("warning")];
  if (bad.length > 0) return says.mend(format.list(bad));
  return warning.length > 0 ? says.worthALook(format.list(warning)) : says.healthy;
}

function readCheck(check: DatabaseCheck, format: Format): Finding {
  const says = doctorSays[format.locale];
  const { state } = check;
  if (check.name === "reachable") {
    const text = check.reason ?? (check.embedded ? says.embedded : says.server);
    return { state, what: says.database, text };
  }
  if (check.name === "version") return { state, what: says.version, text: versionText(check, format.locale) };
  if (check.name === "migrations") {
    const pending = check.pending === 0 ? says.upToDate : says.pending(format.number(check.pending));
    return { state, what: says.migrations, text: check.isNewer ? says.newer : pending };
  }
  if (check.name === "clock") {
    const seconds = format.number(Math.abs(check.aheadSeconds));
    return { state, what: says.clock, text: state === "good" ? says.clockRight : says.clockOff(seconds) };
  }
  const megabytes = format.number(Math.floor(check.freeBytes / 1e6));
  return {
    state,
    what: says.disk,
    text: state === "good" ? says.free(megabytes) : says.almostFull(megabytes),
  };
}

function versionText(
  { state, version }: { readonly state: Health; readonly version: string },
  locale: Locale,
): string {
  const says = doctorSays[locale];
  if (state === "good") return version;
  return state === "bad" ? says.versionOld(version) : says.versionUntested(version);
}
