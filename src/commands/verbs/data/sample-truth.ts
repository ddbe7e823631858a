import { loadSampleState } from "../../../db/imports/sample.ts";
import { UserError } from "../../../contract/errors.ts";
import type { Format } from "../../../lib/locale.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import { sampleWeek } from "../../../sources/sample-shop/sample-shop.ts";
import type { WeekTruth } from "../../../sources/sample-shop/planted.ts";
import type { CommandContext } from "../../grammar/command.ts";
import { loadWeek, type Week } from "../digest/findings.ts";
import { digestReply } from "../digest/reply.ts";
import { signFooter } from "../../speech/footer.ts";
import { requireActive } from "../../grammar/segment-reader.ts";
import { truthSays } from "./truth-words.ts";

/**
 * What was planted in the sample's last week beside what the digest finds in it: whoever tries the digest out can see
 * what it sees, and what is too small for it.
 *
 * @throws {UserError} Before the first week after the sample's history.
 */
export async function answerTruth(context: CommandContext): Promise<ReplyBody> {
  const { db, locale, format } = context;
  const says = truthSays[locale];
  const { week = 0 } = await loadSampleState(db);
  if (week === 0) throw new UserError(says.noWeek, { hint: "data sample next week" });
  const { truth } = sampleWeek(week);
  const active = await requireActive(context);
  const found = await loadWeek(active, context);
  const lost = lostCustomers(found);
  const number = format.number(week);
  return {
    headline:
      truth.kind === "churn wave"
        ? says.planted(number, format.number(truth.customers.length), format.number(lost))
        : says.headline(number),
    facts: [
      { label: says.plantedLabel, value: plantedText(truth, format) },
      { label: says.foundLabel, value: digestReply(active, found, format).headline },
    ],
    actions: [
      { label: says.digest, line: "digest now" },
      { label: says.moves, line: "moves since 1w" },
      { label: says.next, line: "data sample next week" },
    ],
    footer: await signFooter(active, context),
    data: { week, kind: truth.kind, lost, ...plantedNumbers(truth) },
  };
}

/** Net of the segment that lost most, by what the digest tells; 0 when it tells of no loss. */
function lostCustomers({ told }: Week): number {
  return -Math.min(0, ...told.filter(({ kind }) => kind === "size").map(({ change }) => change));
}

function plantedText(truth: WeekTruth, format: Format): string {
  const says = truthSays[format.locale];
  if (truth.kind === "calm") return says.calm;
  if (truth.kind === "churn wave") return says.wave(format.number(truth.customers.length));
  if (truth.kind === "data outage") {
    const days = format.list(truth.days.map((day) => format.day(day)));
    return says.outage(days, format.number(truth.missingOrders));
  }
  return says.prices(format.list(truth.families), format.percent(truth.factor - 1));
}

function plantedNumbers(truth: WeekTruth): { readonly planted: number | null } {
  if (truth.kind === "churn wave") return { planted: truth.customers.length };
  return { planted: truth.kind === "data outage" ? truth.missingOrders : null };
}
