import type { ReplyBody } from "../../../contract/reply.ts";
import type { Holdings } from "../../../db/people/join-customers.ts";
import type { Format } from "../../../lib/locale.ts";
import { spell } from "../../grammar/tokens.ts";
import { says } from "./words.ts";

/** Two are one: what each had, and what the one has now. */
export function joinedReply(
  [first, second]: readonly [Holdings, Holdings],
  now: Holdings,
  format: Format,
): ReplyBody {
  const words = says[format.locale];
  return {
    headline: words.joined(first.key, second.key, now.key),
    facts: [
      ...[first, second].map((one) => ({ label: one.key, value: had(one, format) })),
      { label: words.together, value: had(now, format) },
    ],
    paragraphs: [words.nextTime],
    actions: [
      {
        label: words.undo,
        line: `same undo ${spell({ text: now.key, folded: "", quoted: false })}`,
        style: "danger",
      },
    ],
    data: {
      customer: now.key,
      orders: now.orders,
      keys: now.keys,
      before: [first, second].map((one) => ({ ...one })),
    },
  };
}

/** They are two again. */
export function partedReply(both: readonly [Holdings, Holdings], format: Format): ReplyBody {
  const words = says[format.locale];
  const [first, second] = both;
  return {
    headline: words.parted(first.key, second.key),
    facts: both.map((one) => ({ label: one.key, value: had(one, format) })),
    paragraphs: [words.nextTime],
    data: { customers: both.map((one) => ({ ...one })) },
  };
}

function had({ orders, keys }: Holdings, format: Format): string {
  return says[format.locale].had(format.number(orders), format.number(keys));
}
