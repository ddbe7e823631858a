import { UserError } from "../../../contract/errors.ts";
import { defineCommand } from "../../grammar/command.ts";
import { pickCustomer, takeCustomer } from "../../grammar/customer-reader.ts";
import { signFooter } from "../../speech/footer.ts";
import { requireActive } from "../../grammar/segment-reader.ts";
import { loadMove, moveText } from "./moved.ts";
import { whyReply } from "./reply.ts";
import { about, says } from "./words.ts";

export const why = defineCommand({
  name: "why",
  role: "marketer",
  privacy: "person",
  writes: false,
  about,
  read: takeCustomer,

  async answer(said, context) {
    const { locale, format } = context;
    const words = says[locale];
    const active = await requireActive(context);
    const found = await pickCustomer(active, said, context);
    const { values } = found;
    if (values === null || found.segment === null) throw new UserError(words.notPlaced(found.key));
    if (active.segments.length < 2) throw new UserError(words.onlyOne, { hint: "list" });
    const move = await loadMove(active, found.id, context);
    const reply = whyReply(active, { ...found, values }, format);
    return {
      ...reply,
      paragraphs: move === undefined ? [] : moveText(move, context),
      data: { ...reply.data, moved: move ? { from: move.from.number, cause: move.cause } : null },
      footer: await signFooter(active, context),
    };
  },
});
