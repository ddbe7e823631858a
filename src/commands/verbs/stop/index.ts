import { mayActAs } from "../../../contract/actor.ts";
import { findJob, stopJob } from "../../../db/requests/jobs.ts";
import { UserError } from "../../../contract/errors.ts";
import { defineCommand } from "../../grammar/command.ts";
import { about, says } from "./words.ts";

export const stop = defineCommand({
  name: "stop",
  role: "marketer",
  privacy: "totals",
  writes: true,
  about,
  read(words) {
    const word = words.take();
    const texts = says[words.locale];
    if (word === undefined) throw words.missing(texts.whichJob);
    const number = /^j(\d{1,9})$/u.exec(word.folded)?.[1];
    if (number === undefined)
      throw new UserError(texts.notAJob(word.text), { hint: words.about.examples[0] });
    return Number(number);
  },

  async answer(id, { db, actor, locale }) {
    const words = says[locale];
    const name = `j${id}`;
    const recovery = { actions: [{ label: words.jobs, line: "jobs" }] };
    const job = await findJob(db, id);
    if (job === undefined) throw new UserError(words.noSuchJob(name), recovery);
    const isOwn = job.actor.user === actor.user;
    if (!isOwn && !mayActAs(actor.role, "admin")) throw new UserError(words.notYours(name), recovery);
    if (!(await stopJob(db, id))) throw new UserError(words.ended(name), recovery);
    return {
      headline: words.stopping(name),
      ...recovery,
      data: { job: id },
    };
  },
});
