import type { OpenDelivery } from "../delivery.ts";
import type { Chart, ReplyFile } from "../reply.ts";
import { plain } from "./escape.ts";
import { failureName, isAbsence, readFailure, slackFailure } from "./failure.ts";
import { openDirect, respond } from "./post.ts";
import { picture, type Upload, upload, type UploadPlace, withCsv } from "./upload.ts";
import { errorCode } from "./slack-log.ts";
import type { Tools } from "./tools.ts";
import { says } from "./words.ts";

type Attachment =
  | { readonly kind: "chart"; readonly chart: Chart }
  | { readonly kind: "file"; readonly file: ReplyFile };

/**
 * Shares the pictures and lists of an answer into its thread (in a direct message: beneath it). How many are out is
 * stored after each, so that a process that takes over goes on with the next.
 */
export async function share(delivery: OpenDelivery, tools: Tools): Promise<void> {
  const { charts = [], files = [] } = delivery.reply;
  const attachments: readonly Attachment[] = [
    ...charts.map((chart) => ({ kind: "chart" as const, chart })),
    ...files.map((file) => ({ kind: "file" as const, file })),
  ];
  for (const [index, attachment] of attachments.entries()) {
    if (index < delivery.uploaded) continue;
    try {
      await shareOne(delivery, attachment, tools);
    } catch (thrown) {
      await afterFailure(delivery, index, thrown, tools);
    }
    await tools.edge.outbox.save(delivery.id, { uploaded: index + 1 });
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
  tools: Tools,
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

async function shareOne(delivery: OpenDelivery, attachment: Attachment, tools: Tools): Promise<void> {
  const { edge } = tools;
  const { locale } = delivery.reply;
  if (attachment.kind === "chart") {
    const { altText, spec, words } = attachment.chart;
    const bytes = await edge.drawChart(attachment.chart, locale);
    const file = picture(bytes, { name: `${spec}.png`, title: plain(words.title), altText });
    return shareThere(delivery, file, tools);
  }
  const { name, title, source } = attachment.file;
  const place = isDirect(delivery) ? "direct" : "channel";
  await edge.recordExport(attachment.file, delivery.asker.user, place);
  const rows = await edge.openRows(source, locale);
  return withCsv(rows, locale, { name, title }, (file) => shareThere(delivery, file, tools));
}

/** Into the answer's thread; where the bot may post but not upload, directly to the asker, saying so. */
async function shareThere(delivery: OpenDelivery, file: Upload, { client }: Tools): Promise<void> {
  const place = placeOf(delivery);
  try {
    return await upload(client, file, place);
  } catch (thrown) {
    if (!isAbsence(readFailure(thrown)) || isDirect(delivery)) throw thrown;
    const { responseUrl } = delivery.origin;
    if (responseUrl !== undefined)
      await respond(responseUrl, { text: says[delivery.reply.locale].notInChannel });
    await upload(client, file, { channel: await openDirect(client, delivery.asker.user) });
  }
}

function isDirect({ message, origin }: OpenDelivery): boolean {
  return (message?.channel ?? origin.channel).startsWith("D");
}

function placeOf(delivery: OpenDelivery): UploadPlace {
  const channel = delivery.message?.channel ?? delivery.origin.channel;
  const thread = delivery.origin.thread ?? (isDirect(delivery) ? undefined : delivery.message?.ts);
  return thread === undefined || (channel !== delivery.origin.channel && isDirect(delivery))
    ? { channel }
    : { channel, thread };
}
