import { addDays } from "../../../lib/day.ts";
import { rolesOf } from "../../../analysis/segments/roles.ts";
import { borderOf } from "../../../analysis/segments/border.ts";
import { at } from "../../../lib/at.ts";
import { loadClub } from "../../../db/segmentations/club.ts";
import { loadFirstDay, loadFlows } from "../../../db/moves/moves.ts";
import type { ActiveSegmentation, Segment } from "../../../db/segmentations/segmentations.ts";
import { UserError } from "../../../contract/errors.ts";
import { type CommandContext, defineCommand } from "../../grammar/command.ts";
import { signFooter } from "../../speech/footer.ts";
import { readNumber } from "../../grammar/number-reader.ts";
import { requireActive } from "../../grammar/segment-reader.ts";
import { valueFeature } from "../../speech/segment-words.ts";
import { clubReply, type Leavers, silentDays } from "./reply.ts";
import { about, says } from "./words.ts";

/** Fewer members could be recognized. */
const smallestClub = 5;
const leaverDays = 28;

export const club = defineCommand({
  name: "club",
  role: "marketer",
  privacy: "totals",
  writes: false,
  about,
  read: (words) => words.take()?.text,

  async answer(said, context) {
    const active = await requireActive(context);
    const value = valueFeature(active);
    if (value?.unit !== "money") throw new UserError(says[context.locale].noValue, { hint: "list" });
    const segment = topSegment(active);
    const size = said === undefined ? segment.statistics.size : readSize(said, active, context);
    const border = borderOf(size, active.customers);
    const roles = rolesOf(active.features);
    const basket = active.features.findIndex(({ name }) => name === "basket_items");
    const counts = await loadClub(context.db, active, {
      segmentId: segment.id,
      size,
      places: border,
      silentDays,
      positions: {
        value: active.features.indexOf(value),
        orders: roles.get("frequency"),
        basket: basket < 0 ? undefined : basket,
        recency: roles.get("recency"),
      },
    });
    const leavers = await loadLeavers(active, segment, context);
    const found = { active, segment, value, counts, border, leavers, chosen: said !== undefined };
    return { ...clubReply(found, context.format), footer: await signFooter(active, context) };
  },
});

/** The segment that brings the most money. */
function topSegment({ segments }: ActiveSegmentation): Segment {
  const worth = ({ statistics }: Segment) => statistics.valueShare ?? 0;
  return segments.reduce((a, b) => (worth(b) > worth(a) ? b : a), at(segments, 0));
}

/** @throws {UserError} When it is no number of customers that leaves somebody out. */
function readSize(
  said: string,
  { customers }: ActiveSegmentation,
  { locale, format }: CommandContext,
): number {
  const number = readNumber(said, locale);
  const size = number !== undefined && number < 1 ? number * customers : number;
  const isPossible = size !== undefined && size >= smallestClub && size < customers;
  if (isPossible && (Number.isInteger(size) || said.includes("%") || size !== number))
    return Math.round(size);
  throw new UserError(says[locale].badSize(said, format.number(customers - 1)), { hint: "club 10%" });
}

/** Who left the segment in the last four weeks; undefined where it is younger. */
async function loadLeavers(
  active: ActiveSegmentation,
  { id }: Segment,
  { db }: CommandContext,
): Promise<Leavers | undefined> {
  const from = addDays(active.asOf, -leaverDays);
  const first = await loadFirstDay(db, active.id);
  if (first === undefined || first > from) return undefined;
  const flows = await loadFlows(db, active.id, { from, to: active.asOf });
  const were = flows.filter((flow) => flow.from === id);
  const sum = (list: typeof were) => list.reduce((total, { customers }) => total + customers, 0);
  return { were: sum(were), left: sum(were.filter(({ to }) => to !== id)) };
}
