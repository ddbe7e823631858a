import { defineCommand } from "../../grammar/command.ts";
import { pickCustomer, takeCustomer } from "../../grammar/customer-reader.ts";
import { signFooter } from "../../speech/footer.ts";
import { requireActive } from "../../grammar/segment-reader.ts";
import { customerReply } from "./reply.ts";
import { about } from "./words.ts";

export const customer = defineCommand({
  name: "customer",
  role: "marketer",
  privacy: "person",
  writes: false,
  about,
  read: takeCustomer,

  async answer(said, context) {
    const active = await requireActive(context);
    const found = await pickCustomer(active, said, context);
    return { ...customerReply(active, found, context.format), footer: await signFooter(active, context) };
  },
});
