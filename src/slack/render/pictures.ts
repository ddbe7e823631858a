import { setTimeout as wait } from "node:timers/promises";
import type { ImageBlock, KnownBlock } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { OpenDelivery } from "../../contract/delivery.ts";
import { fit, plain } from "./escape.ts";
import { slackFailure } from "../out/failure.ts";
import { limits } from "./limits.ts";
import { rewrite } from "../out/post.ts";
import { renderReply } from "./reply.ts";

/** A picture that has been shared into the thread of a card. */
export interface Picture {
  readonly fileId: string;
  readonly altText: string;
}

/** Slack takes some seconds to know a shared file; until then a block that shows it is refused. */
const pausesMs = [200, 600, 1_500, 4_000];

/**
 * Shows pictures in the card itself, where nobody has to open the thread. They stand in the thread already, so this is
 * given up without a word when Slack does not know the files in time.
 */
export async function showPictures(
  delivery: OpenDelivery,
  pictures: readonly Picture[],
  client: WebClient,
): Promise<void> {
  if (delivery.message === null || pictures.length === 0) return;
  const { text, blocks } = renderReply(delivery.reply, delivery.line);
  const message = { text, blocks: withPictures(blocks, pictures) };
  if (message.blocks.length > limits.blocks.message) return;
  for (const pauseMs of pausesMs) {
    await wait(pauseMs);
    try {
      await rewrite(delivery.message, [message], client);
      return;
    } catch (thrown) {
      if (slackFailure(thrown) === undefined) throw thrown;
    }
  }
}

/** Pictures stand after the words and before the buttons. */
function withPictures(blocks: readonly KnownBlock[], pictures: readonly Picture[]): readonly KnownBlock[] {
  const images = pictures.map(
    ({ fileId, altText }): ImageBlock => ({
      type: "image",
      slack_file: { id: fileId },
      alt_text: fit(plain(altText), limits.imageAlt) || "…",
    }),
  );
  const end = blocks.findIndex(({ type }) => type === "actions" || type === "context");
  const place = end < 0 ? blocks.length : end;
  return [...blocks.slice(0, place), ...images, ...blocks.slice(place)];
}
