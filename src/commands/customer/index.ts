import { findCustomer } from "../../db/customers.ts";
import { UserError } from "../../errors.ts";
import { defineCommand } from "../command.ts";
import { signFooter } from "../footer.ts";
import { requireActive } from "../segment-reader.ts";
import { customerReply } from "./reply.ts";
import { about, says } from "./words.ts";

export const customer = defineCommand({
  name: "customer",
  role: "marketer",
  about,
  read(words) {
    const word = words.take();
    if (word === undefined) throw words.missing(says[words.locale].whichCustomer);
    return word.text;
  },

  async answer(said, context) {
    const active = await requireActive(context);
    const found = await findCustomer(context.db, active, said);
    if (found === undefined) throw new UserError(says[context.locale].noSuchCustomer(said));
    return { ...customerReply(active, found, context.format), footer: await signFooter(active, context) };
  },
});
