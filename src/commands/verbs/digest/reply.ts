import type { Check } from "../../../analysis/shift/findings.ts";
import { at } from "../../../lib/at.ts";
import type { ActiveSegmentation } from "../../../db/segmentations/segmentations.ts";
import type { Format } from "../../../lib/locale.ts";
import type { Action, ReplyBody } from "../../../contract/reply.ts";
import { migrationChart, waysText } from "../moves/charts.ts";
import { busiestWays, type Moved } from "../moves/migration-facts.ts";
import { briefTitleOf, titleOf } from "../../speech/segment-words.ts";
import { detailsFile } from "./details-file.ts";
import type { Week } from "./findings.ts";
import { problemReply } from "./problem-reply.ts";
import { says } from "./words.ts";

/** What the week brought: the data's problems first, else at most three findings, else one calm sentence. */
export function digestReply(active: ActiveSegmentation, week: Week, format: Format): ReplyBody {
  const { silences, staleDays } = week.problems;
  if (staleDays !== undefined || silences.length > 0) return problemReply(week.problems, format);
  if (!week.hasHistory) return firstWeekReply(active, format);
  return week.told.length === 0 ? calmReply(week, format) : findingsReply(week, format);
}

function findingsReply(week: Week, format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  const [first = "", ...others] = week.told.map((check) => claimOf(check, week.moved, format));
  const [basis = "", ...bases] = week.told.map((check) => basisOf(check, week.moved, format));
  const more = week.more.length === 0 ? [] : [words.alsoMoved(format.number(week.more.length))];
  const mover = week.told.find(({ kind }) => kind === "size");
  return {
    headline: first,
    paragraphs: [
      basis,
      ...others.map((claim, i) => `${claim} ${at(bases, i)}`),
      ...more,
      week.segment === undefined
        ? words.checked(format.number(week.checked), ...daysOfWeek(week, format))
        : words.fromTo(...daysOfWeek(week, format)),
    ],
    charts:
      mover === undefined || waysText(week.moved, format) === ""
        ? []
        : [migrationChart(week.moved, shortText(mover, week.moved, format), format)],
    files: [detailsFile(week, format)],
    actions: stepsOf(week, format),
    data: {
      found: week.told.length,
      checked: week.checked,
      findings: [...week.told, ...week.more].map(({ segment, kind, pValue, change, low, high, effect }) => ({
        kind,
        segment: segment === undefined ? null : at(week.moved.segments, segment).number,
        pValue,
        change,
        low,
        high,
        effect,
      })),
    },
  };
}

/** One button a finding; with moves among them one for the list of who moved. */
function stepsOf({ told, moved }: Week, format: Format): readonly Action[] {
  const steps = told.map((check) => stepOf(check, moved, format));
  const list = { label: says[format.locale].movers, line: "export movers since 1w" };
  const all = told.some(({ kind }) => kind === "size") ? [...steps, list] : steps;
  return [...new Map(all.map((action) => [action.line, action])).values()];
}

function daysOfWeek({ moved: { period } }: Week, format: Format): readonly [string, string] {
  return [format.day(period.from), format.day(period.to)];
}

function calmReply(week: Week, format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  return {
    headline: calmText(week, format),
    actions: [{ label: words.moves, line: "moves since 1w" }],
    data: { found: 0, checked: week.checked },
  };
}

function calmText(week: Week, format: Format): string {
  const words = says[format.locale];
  const days = daysOfWeek(week, format);
  if (week.segment === undefined) return words.calm(format.number(week.checked), ...days);
  return words.calmIn(titleOf(at(week.moved.segments, week.segment), format), ...days);
}

function firstWeekReply(active: ActiveSegmentation, format: Format): ReplyBody {
  const { locale } = format;
  const words = says[locale];
  return {
    headline: words.firstWeek(format.day(active.asOf)),
    paragraphs: [words.firstWeekWhy],
    data: { found: 0, checked: 0 },
  };
}

/** What was found: "Sleeping (5) grew by 83 customers (+12 %)." */
function claimOf(check: Check, moved: Moved, format: Format): string {
  const share = signedShare(check.effect, format);
  const part = check.kind === "revenue" ? says[format.locale].ofRevenue(share) : share;
  return `${shortText(check, moved, format)} (${part}).`;
}

/** How sure that is, and who: "90 % sure: between 60 and 106. Above all from Wine lovers (2): 96." */
function basisOf(check: Check, moved: Moved, format: Format): string {
  const number = numberIn(check, format);
  const [low, high] = intervalOf(check);
  const sure = says[format.locale].between(number(low), number(high));
  const who = check.kind === "size" ? mainWay(check, moved, format) : undefined;
  return who === undefined ? sure : `${who} ${sure}`;
}

/** "Sleeping (5) grew by 83 customers". */
function shortText(check: Check, moved: Moved, format: Format): string {
  const size = numberIn(check, format)(Math.abs(check.change));
  return changeText(check, [nameOfGroup(check, moved, format), size], format);
}

function changeText(
  { kind, change }: Check,
  [name, size]: readonly [string, string],
  { locale }: Format,
): string {
  const words = says[locale];
  const isMore = change > 0;
  if (kind === "revenue") return isMore ? words.spentMore(name, size) : words.spentLess(name, size);
  if (kind === "orders") return isMore ? words.orderedMore(name, size) : words.orderedLess(name, size);
  if (kind === "response") return isMore ? words.answeredMore(name, size) : words.answeredLess(name, size);
  return isMore ? words.grew(name, size) : words.shrank(name, size);
}

function nameOfGroup({ segment }: Check, { segments }: Moved, format: Format): string {
  return segment === undefined ? says[format.locale].everybody : titleOf(at(segments, segment), format);
}

function numberIn({ kind }: Check, format: Format): (value: number) => string {
  return kind === "revenue" ? (cents) => format.money(cents) : (count) => format.number(Math.round(count));
}

/** As sizes without a sign where the whole interval is on the change's side. */
function intervalOf({ low, high }: Check): readonly [number, number] {
  return high <= 0 ? [-high, -low] : [low, high];
}

function signedShare(share: number, format: Format): string {
  return `${share < 0 ? "−" : "+"}${format.percent(Math.abs(share))}`;
}

/** Undefined where the count is not shown. */
function mainWay(check: Check, moved: Moved, format: Format): string | undefined {
  const words = says[format.locale];
  const own = moved.segments[check.segment ?? -1]?.id;
  const grew = check.change > 0;
  const way = busiestWays(moved).find(({ from, to }) => (grew ? to : from).id === own);
  if (way === undefined || way.hidden) return undefined;
  const [name, count] = [titleOf(grew ? way.from : way.to, format), format.number(way.customers)];
  return grew ? words.mostFrom(name, count) : words.mostTo(name, count);
}

/** The one button of a finding. */
function stepOf(check: Check, moved: Moved, format: Format): Action {
  const words = says[format.locale];
  if (check.segment === undefined) return { label: words.lookAtAll, line: "list" };
  const segment = at(moved.segments, check.segment);
  const { number } = segment;
  const name = briefTitleOf(segment, format);
  if (check.kind !== "size") return { label: words.lookAt(name), line: `profile ${number}` };
  return check.change > 0
    ? { label: words.whoCame(name), line: `moves to ${number} since 1w` }
    : { label: words.whoWent(name), line: `moves from ${number} since 1w` };
}
