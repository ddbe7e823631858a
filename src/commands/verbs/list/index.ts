import { loadAllWeeklySizes } from "../../../db/segmentations/segment-sizes.ts";
import { defineCommand } from "../../grammar/command.ts";
import { signFooter } from "../../speech/footer.ts";
import { requireActive } from "../../grammar/segment-reader.ts";
import { listReply } from "./reply.ts";
import { about } from "./words.ts";

export const list = defineCommand({
  name: "list",
  role: "viewer",
  privacy: "totals",
  writes: false,
  about,
  read: () => undefined,

  async answer(_, context) {
    const active = await requireActive(context);
    const weekly = await loadAllWeeklySizes(context.db, active.id, { asOf: active.asOf, weeks: 8 });
    return { ...listReply(active, weekly, context), footer: await signFooter(active, context) };
  },
});
