import { joinCustomers, loadHoldings, partCustomers } from "../../../db/people/join-customers.ts";
import { UserError } from "../../../contract/errors.ts";
import { defineCommand } from "../../grammar/command.ts";
import { pickCustomerId, takeCustomer } from "../../grammar/customer-reader.ts";
import { joinedReply, partedReply } from "./reply.ts";
import { about, says } from "./words.ts";

export const same = defineCommand({
  name: "same",
  role: "admin",
  privacy: "person",
  writes: true,
  about,
  read(words) {
    if (words.takeKeyword("undo")) return { first: takeCustomer(words), second: undefined };
    return { first: takeCustomer(words), second: takeCustomer(words) };
  },

  async answer({ first, second }, context) {
    const { db, actor, now, format, locale } = context;
    const saidBy = { by: actor.user, now };
    const id = await pickCustomerId(first, context);
    if (second === undefined) {
      const parted = await partCustomers(db, id, saidBy);
      if (parted === undefined) throw new UserError(says[locale].neverJoined(first));
      return partedReply([await loadHoldings(db, id), await loadHoldings(db, parted)], format);
    }
    const otherId = await pickCustomerId(second, context);
    if (otherId === id) throw new UserError(says[locale].already(first, second));
    const before = [await loadHoldings(db, id), await loadHoldings(db, otherId)] as const;
    await joinCustomers(db, { keptId: id, joinedId: otherId }, saidBy);
    return joinedReply(before, await loadHoldings(db, id), format);
  },
});
