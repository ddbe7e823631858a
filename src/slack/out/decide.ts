import type { Actor } from "../../contract/actor.ts";
import type { Delivery } from "../../contract/delivery.ts";
import { decideDestination, type Place } from "../../contract/privacy.ts";
import type { Reply } from "../../contract/reply.ts";
import { says } from "../render/words.ts";

/** An answer, and where it goes. */
export interface Decided {
  readonly reply: Reply;
  readonly kind: Delivery["kind"];
  /** Said in the conversation when the answer itself goes to the actor directly: it names nobody. */
  readonly notice: string | undefined;
}

/**
 * Where an answer may go, from its class, the actor's role and the place (`privacy.ts`). What must not be shown is
 * replaced by saying why; a mistake or a defect is only for the eyes of who asked.
 */
export function decide(reply: Reply, { role }: Actor, place: Place): Decided {
  const files = reply.files ?? [];
  const shown = {
    privacy: reply.privacy,
    personal: files.some(({ personal }) => personal),
    attachments: files.length + (reply.charts ?? []).length > 0,
  };
  const destination = decideDestination(shown, role, place);
  const quiet = place === "direct" ? "channel" : "ephemeral";
  if (destination.kind === "refused") {
    return {
      reply: refusal(reply, says[reply.locale].refused[destination.reason]),
      kind: quiet,
      notice: undefined,
    };
  }
  if (reply.outcome !== "ok") return { reply, kind: quiet, notice: undefined };
  const words = says[reply.locale];
  const notice = shown.privacy === "people" ? words.listSentDirectly : words.sentDirectly;
  return { reply, kind: destination.kind, notice: destination.kind === "direct" ? notice : undefined };
}

function refusal({ locale }: Reply, headline: string): Reply {
  return { locale, outcome: "mistake", privacy: "totals", headline, data: { outcome: "refused" } };
}
