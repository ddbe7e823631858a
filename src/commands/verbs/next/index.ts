import { fitBgNbd } from "../../../analysis/value/bg-nbd.ts";
import { fitGammaGamma } from "../../../analysis/value/gamma-gamma.ts";
import { backTest, nextPurchases } from "../../../analysis/value/next-purchases.ts";
import { UserError } from "../../../contract/errors.ts";
import {
  loadHeldBackHistories,
  loadPurchaseHistories,
  loadSpendings,
} from "../../../db/campaigns/purchase-histories.ts";
import { type CommandContext, defineCommand } from "../../grammar/command.ts";
import { requireActive } from "../../grammar/segment-reader.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { signFooter } from "../../speech/footer.ts";
import { type Held, nextReply } from "./reply.ts";
import { about, says } from "./words.ts";

const usualDays = 90;
/** Who bought again, of whom at least so many must be there: fewer say nothing of rates that differ. */
const leastRepeaters = 30;
/** Customers whose worth is known, likewise. */
const leastWorth = 30;

export const next = defineCommand({
  name: "next",
  role: "viewer",
  privacy: "totals",
  writes: false,
  about,
  read: readDays,

  async answer(said, context) {
    const { db, locale, format } = context;
    const active = await requireActive(context);
    const days = said.days ?? usualDays;
    const histories = await loadPurchaseHistories(db, active.asOf);
    const repeaters = histories.reduce((sum, one) => sum + (one.repeats > 0 ? one.customers : 0), 0);
    if (repeaters < leastRepeaters) {
      throw new UserError(says[locale].tooFew(format.number(repeaters), format.number(leastRepeaters)), {
        hint: "club",
      });
    }
    const buying = fitBgNbd(histories);
    const spendings = await loadSpendings(db, active.asOf);
    const worth = spendings.length < leastWorth ? undefined : fitGammaGamma(spendings);
    const expected = nextPurchases(histories, { buying, worth }, days);
    const held = await holdBack(active.asOf, days, context);
    const reply = nextReply({ days, expected, held, seesDropOut: buying.seesDropOut }, format);
    return { ...reply, footer: await signFooter(active, context) };
  },
});

const longestDays = 730;

/** @throws {UserError} When it is no number of days: `90`, `90d`, `12w`. */
function readDays(words: Words): { readonly days: number | undefined } {
  const word = words.take();
  if (word === undefined) return { days: undefined };
  const [, digits = "", unit = "d"] = /^(\d{1,3})([dw]?)$/u.exec(word.folded) ?? [];
  const days = Number(digits) * (unit === "w" ? 7 : 1);
  if (digits !== "" && days >= 7 && days <= longestDays) return { days };
  throw new UserError(says[words.locale].badDays(word.text), { hint: "next 90d" });
}

/** The last stretch of the same length, expected from what was known before it; undefined where too little was. */
async function holdBack(asOf: string, days: number, { db }: CommandContext): Promise<Held | undefined> {
  const cut = new Date(Date.parse(asOf) - days * 86_400_000).toISOString().slice(0, 10);
  const histories = await loadHeldBackHistories(db, cut, asOf);
  const repeaters = histories.reduce((sum, one) => sum + (one.repeats > 0 ? one.customers : 0), 0);
  if (repeaters < leastRepeaters) return undefined;
  return { from: cut, rows: backTest(histories, fitBgNbd(histories), days) };
}
