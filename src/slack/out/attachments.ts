import type { OpenDelivery } from "../../contract/delivery.ts";
import type { Chart, ReplyFile } from "../../contract/reply.ts";
import { plain } from "../render/escape.ts";
import { failureName, isAbsence, readFailure, slackFailure } from "./failure.ts";
import { type Picture, showPictures } from "../render/pictures.ts";
import { openDirect, respond } from "./post.ts";
import { inMemory, type Upload, upload, type UploadPlace, withCsv } from "./upload.ts";
import { errorCode } from "../client/log.ts";
import type { DeliveryContext } from "./delivery-context.ts";
import { says } from "../render/words.ts";

type Attachment =
  | { readonly kind: "chart"; readonly chart: Chart }
  | { readonly kind: "file"; readonly file: ReplyFile };

/**
 * Shares the pictures and lists of an answer into its thread (in a direct message: beneath it). How many are out is
 * stored after each, so that a process that takes over goes on with the next.
 */
export async function share(delivery: OpenDelivery, tools: DeliveryContext): Promise<void> {
  const { charts = [], files = [] } = delivery.reply;
  const attachments: readonly Attachment[] = [
    ...charts.map((chart) => ({ kind: "chart" as const, chart })),
    ...files.map((file) => ({ kind: "file" as const, file })),
  ];
  const pictures: Picture[] = [];
  for (const [index, attachment] of attachments.entries()) {
    if (index < delivery.uploaded) continue;
    try {
      const fileId = await shareOne(delivery, attachment, tools);
      if (attachment.kind === "chart" && fileId !== undefined) {
        pictures.push({ fileId, altText: attachment.chart.altText });
      }
    } catch (thrown) {
      await afterFailure(delivery, index, thrown, tools);
    }
    await tools.edge.outbox.save(delivery.id, { uploaded: index + 1 });
  }
  if (placeOf(delivery).thread !== undefined && delivery.origin.thread === undefined) {
    await showPictures(delivery, pictures, tools.client);
  }
}

/**
 * A picture that cannot be drawn or a file that Slack refuses: the answer stands without it, and who asked is told.
 * Where Slack only wants to wait, the same attachment is tried again.
 */
async function afterFailure(
  delivery: OpenDelivery,
  index: number,
  thrown: unknown,
  tools: DeliveryContext,
): Promise<void> {
  const failure = slackFailure(thrown);
  if (failure?.kind === "delayed") throw thrown;
  const { edge } = tools;
  const reason = failure === undefined ? errorCode(thrown) : failureName(failure);
  edge.log.error({ deliveryId: delivery.id, attachment: index, reason }, "an attachment could not be shared");
  const { locale } = delivery.reply;
  await tools.send({
    ...delivery,
    id: `${delivery.id}:lost:${index}`,
    purpose: "notice",
    kind: isDirect(delivery) ? "direct" : "ephemeral",
    reply: {
      locale,
      outcome: "defect",
      privacy: "totals",
      headline: says[locale].attachmentLost,
      ...(delivery.line === "" ? {} : { actions: [{ label: says[locale].again, line: delivery.line }] }),
      data: { outcome: "defect" },
    },
  });
}

/** @returns The id of the file; undefined when it had to go elsewhere. */
async function shareOne(
  delivery: OpenDelivery,
  attachment: Attachment,
  tools: DeliveryContext,
): Promise<string | undefined> {
  const { edge } = tools;
  const { locale } = delivery.reply;
  if (attachment.kind === "chart") {
    const { altText, spec, words } = attachment.chart;
    const bytes = await edge.drawChart(attachment.chart, locale);
    const file = inMemory(bytes, { name: `${spec}.png`, title: plain(words.title), altText });
    return shareThere(delivery, file, tools);
  }
  const { name, title, source } = attachment.file;
  if (source.kind === "text") {
    await shareThere(delivery, inMemory(new TextEncoder().encode(source.text), { name, title }), tools);
    return undefined;
  }
  const place = isDirect(delivery) ? "direct" : "channel";
  await edge.recordExport(attachment.file, delivery.actor.user, place);
  const rows = await edge.openRows(source, locale);
  await withCsv(rows, locale, { name, title }, (file) => shareThere(delivery, file, tools));
  return undefined;
}

/** Into the answer's thread; where the bot may post but not upload, directly to the actor, saying so. */
async function shareThere(
  delivery: OpenDelivery,
  file: Upload,
  { client }: DeliveryContext,
): Promise<string | undefined> {
  const place = placeOf(delivery);
  try {
    return await upload(client, file, place);
  } catch (thrown) {
    if (!isAbsence(readFailure(thrown)) || isDirect(delivery)) throw thrown;
    const { responseUrl } = delivery.origin;
    const text = says[delivery.reply.locale].notInChannel;
    if (responseUrl !== undefined) await respond(responseUrl, { text });
    await upload(client, file, { channel: await openDirect(client, delivery.actor.user) });
    return undefined;
  }
}

function isDirect({ message, origin }: OpenDelivery): boolean {
  return (message?.channel ?? origin.channel).startsWith("D");
}

function placeOf(delivery: OpenDelivery): UploadPlace {
  const channel = delivery.message?.channel ?? delivery.origin.channel;
  const isThere = channel === delivery.origin.channel;
  const thread =
    (isThere ? delivery.origin.thread : undefined) ?? (isDirect(delivery) ? undefined : delivery.message?.ts);
  return thread === undefined ? { channel } : { channel, thread };
}
