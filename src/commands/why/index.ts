import { findCustomer } from "../../db/customers.ts";
import { UserError } from "../../errors.ts";
import { defineCommand } from "../command.ts";
import { signFooter } from "../footer.ts";
import { requireActive } from "../segment-reader.ts";
import { whyReply } from "./reply.ts";
import { about, says } from "./words.ts";

export const why = defineCommand({
  name: "why",
  role: "marketer",
  about,
  read(words) {
    const word = words.take();
    if (word === undefined) throw words.missing(says[words.locale].whichCustomer);
    return word.text;
  },

  async answer(said, context) {
    const { db, locale, format } = context;
    const words = says[locale];
    const active = await requireActive(context);
    const found = await findCustomer(db, active, said);
    if (found === undefined) throw new UserError(words.noSuchCustomer(said));
    const { values } = found;
    if (values === null || found.segment === null) throw new UserError(words.notPlaced(found.key));
    if (active.segments.length < 2) throw new UserError(words.onlyOne, { hint: "list" });
    return {
      ...whyReply(active, { ...found, values }, format),
      footer: await signFooter(active, context),
    };
  },
});
