import type { OpenDelivery } from "../../contract/delivery.ts";
import type { Reply, StartedJob } from "../../contract/reply.ts";
import { share } from "./attachments.ts";
import type { FollowedJob } from "../edge.ts";
import { readFailure } from "./failure.ts";
import { rewrite, versions } from "./post.ts";
import { describeProgress } from "./progress.ts";
import { renderReply } from "../render/reply.ts";
import type { DeliveryContext } from "./delivery-context.ts";
import { says } from "../render/words.ts";

/**
 * Shows how far a job is, in the message that announced it, and its answer in the same message in the end.
 *
 * @returns Whether it has ended; then the answer stands, with its pictures and files.
 */
export async function follow(delivery: OpenDelivery, tools: DeliveryContext): Promise<"running" | "ended"> {
  const { job } = delivery.reply;
  const row = job === undefined ? undefined : await tools.edge.findJob(job.id);
  if (job === undefined || row === undefined) return "ended";
  if (row.reply === null) {
    await showProgress(delivery, job, row, tools);
    return "running";
  }
  tools.progresses.delete(delivery.id);
  await showAnswer(delivery, row.reply, tools);
  return "ended";
}

async function showProgress(
  delivery: OpenDelivery,
  job: StartedJob,
  row: FollowedJob,
  tools: DeliveryContext,
): Promise<void> {
  if (delivery.message === null) return;
  const known = tools.progresses.get(delivery.id);
  const step = row.step ?? "";
  const begun = known?.step === step ? known : { step, sinceMs: Date.now(), from: row.done };
  const line = describeProgress(
    row,
    { elapsedMs: Date.now() - begun.sinceMs, from: begun.from },
    delivery.reply.locale,
  );
  if (known?.shown === line) return;
  tools.progresses.set(delivery.id, { ...begun, shown: line });
  await rewrite(delivery.message, [renderReply(running(delivery.reply, job, row, line))], tools.client).catch(
    // A progress that is not shown is no loss; the answer will be.
    (thrown: unknown) => void readFailure(thrown),
  );
}

function running(reply: Reply, { id }: StartedJob, { state }: FollowedJob, line: string): Reply {
  const words = says[reply.locale];
  const stop = { label: words.stop, line: `stop ${id}`, style: "danger" as const };
  return {
    ...reply,
    paragraphs: [line],
    actions: state === "stopping" ? [] : [stop],
  };
}

/** The job's answer, in place of its progress, if it may be shown there; else where it may. */
async function showAnswer(delivery: OpenDelivery, reply: Reply, tools: DeliveryContext): Promise<void> {
  const decided = await tools.decideFor(delivery, reply);
  const isHere =
    decided.kind === "channel" || (decided.reply.outcome !== "ok" && decided.reply.privacy === "totals");
  if (delivery.message !== null && isHere) {
    try {
      await rewrite(delivery.message, versions({ reply: decided.reply, line: delivery.line }), tools.client);
      return await share({ ...delivery, reply: decided.reply }, tools);
    } catch (thrown) {
      const failure = readFailure(thrown);
      if (failure.kind !== "refused") throw thrown;
    }
  }
  if (delivery.message !== null && decided.notice !== undefined) {
    const notice: Reply = { ...delivery.reply, headline: decided.notice, paragraphs: [], actions: [] };
    await rewrite(delivery.message, [renderReply(notice)], tools.client);
  }
  await tools.send({ ...delivery, id: `${delivery.id}:end`, kind: decided.kind, reply: decided.reply });
}
