import type { Silence } from "../../../db/moves/weekly-measures.ts";
import type { Format } from "../../../lib/locale.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import type { DataProblems } from "./findings.ts";
import { says } from "./words.ts";

/** The data have a hole: it is told instead of the collapse that it looks like. */
export function problemReply({ silences, staleDays }: DataProblems, format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const headline =
    staleDays === undefined
      ? words.silence(silenceText(silences, format))
      : words.stale(format.number(staleDays));
  return {
    headline,
    paragraphs: [words.heldBack],
    actions: [{ label: words.checkData, line: "data check" }],
    data: {
      found: 1,
      checked: 0,
      staleDays: staleDays ?? null,
      silences: silences.map(({ source, day }) => ({ ...source, day })),
    },
  };
}

/** "nothing came from web and app on Jul 21, 2026; …": sources that were silent on the same days together. */
function silenceText(silences: readonly Silence[], format: Format): string {
  const words = says[format.locale];
  const all = silences.filter(({ source }) => source.kind === "all");
  const told = all.length > 0 ? all : silences;
  const daysBySource = new Map<string, string[]>();
  for (const { source, day } of told) {
    const name = source.kind === "all" ? words.allOrders : source.name;
    daysBySource.set(name, [...(daysBySource.get(name) ?? []), day]);
  }
  const sourcesByDays = new Map<string, string[]>();
  for (const [name, days] of daysBySource) {
    const text = format.list([...new Set(days)].map((day) => format.day(day)));
    sourcesByDays.set(text, [...(sourcesByDays.get(text) ?? []), name]);
  }
  return [...sourcesByDays]
    .map(([days, sources]) => words.silentSource(format.list(sources), days))
    .join("; ");
}
