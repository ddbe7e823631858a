import type { Check } from "../../../analysis/shift/findings.ts";
import type { ReplyBody } from "../../../contract/reply.ts";
import { type CommandContext, defineCommand } from "../../grammar/command.ts";
import { loadWeek, type Week } from "../digest/findings.ts";
import { noWish, takeWish, type Wish } from "../digest/read.ts";
import { digestReply } from "../digest/reply.ts";
import { subscribe } from "../digest/subscribe.ts";
import { signFooter } from "../../speech/footer.ts";
import {
  pickSegment,
  requireActive,
  type SegmentReference,
  takeSegmentBefore,
} from "../../grammar/segment-reader.ts";
import type { Words } from "../../grammar/words-reader.ts";
import { about } from "./words.ts";

/** What is looked at: `size` and `moves` who comes and goes, `value` what they buy. */
const watched = ["size", "value", "moves"] as const;
type Watched = (typeof watched)[number];

interface Asked {
  readonly segment: SegmentReference;
  readonly what: Watched | undefined;
  /** The look itself, which a subscription says when it is due. */
  readonly now: boolean;
  readonly wish: Wish | undefined;
}

export const watch = defineCommand({
  name: "watch",
  role: "marketer",
  privacy: "totals",
  writes: true,
  about,
  read: readWatch,
  otherLines: [{ usage: "watch <segment> [size|value|moves] now", is: ({ now }) => now, writes: false }],

  async answer({ segment: meant, what, now, wish = noWish }, context) {
    const active = await requireActive(context);
    const segment = pickSegment(active, meant, context);
    if (now) {
      const week = await loadWeek(active, context);
      const position = active.segments.indexOf(segment);
      const reply = digestReply(active, onlyOf(week, position, what), context.format);
      return { ...reply, footer: await signFooter(active, context) };
    }
    // The number follows the segment through new segmentations.
    const line = ["watch", segment.number, ...(what === undefined ? [] : [what]), "now"].join(" ");
    return watchReply(line, wish, context);
  },
});

/** An alert is silent unless something moved. */
function watchReply(line: string, wish: Wish, context: CommandContext): Promise<ReplyBody> {
  return subscribe({ line, wish: { ...wish, quiet: true } }, context);
}

function readWatch(words: Words): Asked {
  const segment = takeSegmentBefore(words, ...watched, "now");
  const what = watched.find((one) => words.takeKeyword(one));
  const now = words.takeKeyword("now");
  return { segment, what, now, wish: takeWish(words) };
}

/** What was checked and found about one segment; the noise control stays that of the whole week. */
function onlyOf(week: Week, segment: number, what: Watched | undefined): Week {
  const isMeant = (check: Check) =>
    check.segment === segment && (what === undefined || (check.kind === "size") === (what !== "value"));
  const found = [...week.told, ...week.more].filter(isMeant);
  const checks = week.checks.filter(isMeant);
  return { ...week, segment, checks, checked: checks.length, told: found.slice(0, 3), more: found.slice(3) };
}
