import type { Check } from "../../../analysis/shift/findings.ts";
import { at } from "../../../lib/at.ts";
import { type Cell, csvText } from "../../../lib/csv.ts";
import type { Format } from "../../../lib/locale.ts";
import type { ReplyFile } from "../../../contract/reply.ts";
import { type Moved, segmentMoves } from "../moves/migration-facts.ts";
import { numberedName } from "../../speech/segment-words.ts";
import { detailsSays } from "./details-words.ts";
import type { Week } from "./findings.ts";

/** Everything that was looked at, a line each, as a table for the thread: what was found first. */
export function detailsFile(week: Week, format: Format): ReplyFile {
  const words = detailsSays[format.locale];
  const found = [...week.told, ...week.more];
  const others = week.checks.filter((check) => !found.includes(check));
  const rows = [...found, ...others].map((check) => rowOf(check, week, format));
  return {
    name: `${words.fileName}-${week.moved.period.to}.csv`,
    title: words.title(format.number(week.checked)),
    source: { kind: "text", text: csvText(words.columns, rows, format.locale), columns: [] },
    rows: 0,
    personal: false,
  };
}

function rowOf(check: Check, { told, more, moved }: Week, format: Format): readonly Cell[] {
  const words = detailsSays[format.locale];
  const verdict = told.includes(check) ? "told" : more.includes(check) ? "smaller" : "still";
  const who =
    check.segment === undefined ? words.everybody : numberedName(at(moved.segments, check.segment), format);
  return [words.kinds[check.kind], who, ...figuresOf(check, moved), words.verdicts[verdict]];
}

/** Change, its interval's ends, percent and p-value; empty where there is none, or where it would give a small move away. */
function figuresOf(check: Check, moved: Moved): readonly Cell[] {
  const pValue = Number(check.pValue.toPrecision(3));
  if (check.kind === "overall") return [null, null, null, null, pValue];
  if (check.kind === "size" && check.segment !== undefined) {
    const { hidden } = at(segmentMoves(moved), check.segment);
    if (hidden.came || hidden.went) return [null, null, null, null, null];
  }
  const unit = check.kind === "revenue" ? 100 : 1; // money is kept in cents
  const sizes = [check.change, check.low, check.high].map((value) => hundredths(value / unit));
  return [...sizes, hundredths(100 * check.effect), pValue];
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
