import type { Actor } from "../contract/actor.ts";
import type { Actors } from "./in/actors.ts";
import type { Delivery, OpenDelivery, Request } from "../contract/delivery.ts";
import type { Place } from "../contract/privacy.ts";
import type { Form, Reply } from "../contract/reply.ts";
import type { Clients } from "./client/clients.ts";
import { decide } from "./out/decide.ts";
import { deliver } from "./out/deliver.ts";
import type { Edge } from "./edge.ts";
import { readFailure } from "./out/failure.ts";
import type { Progresses } from "./out/delivery-context.ts";
import { respond } from "./out/post.ts";
import { createConcurrencyLimit } from "./in/concurrency-limit.ts";
import { createRateLimiter } from "./out/rate-limiter.ts";
import { renderForm } from "./render/form.ts";
import { errorCode } from "./client/log.ts";
import { createRequestTiming, type RequestTiming } from "./operations/request-timing.ts";
import type { DeliveryContext } from "./out/delivery-context.ts";
import { says } from "./render/words.ts";

/** The bot behind its ways in: takes a request once, answers it, and brings the answer out. */
export interface Bot extends Actors {
  readonly edge: Edge;
  readonly clients: Clients;
  /**
   * Answers a request unless it was taken before. Never throws: what goes wrong is said to who asked.
   *
   * @param trigger Opens the form of an answer at once; good for three seconds.
   */
  handle(request: Request, trigger?: string): Promise<void>;
  /** Brings an answer out that was made elsewhere, for example from a submitted form. */
  answerWith(request: Request, actor: Actor, reply: Reply): Promise<void>;
  /** Works on one delivery or request that is due; false when there was none. */
  sweep(): Promise<boolean>;
}

/** Who asks, and what kind of place a conversation is. */
export interface Lookups extends Actors {
  readonly findPlace: (channel: string) => Promise<Place>;
  /** The Reply with names in place of the ids that it mentions. */
  readonly withNames: (reply: Reply) => Promise<Reply>;
  /** Waits until other requests are acknowledged, for a moment at most. */
  readonly calm: () => Promise<void>;
}

/** More would only wait for the database. */
const answersAtOnce = 6;

export function createBot(
  edge: Edge,
  clients: Clients,
  { findActor, forgetActor, findPlace, withNames, calm }: Lookups,
): Bot {
  const progresses: Progresses = new Map();
  const limitConcurrency = createConcurrencyLimit(answersAtOnce);
  const rateLimiter = createRateLimiter();

  function toolsOf(client: Clients["interactive"], turn: DeliveryContext["turn"]): DeliveryContext {
    return {
      edge,
      client,
      progresses,
      turn,
      async send(nameless) {
        const delivery = { ...nameless, reply: await withNames(nameless.reply) };
        if (await edge.outbox.add(delivery)) await deliver(opened(delivery), toolsOf(client, turn));
      },
      decideFor: async ({ origin, actor }, reply) => decide(reply, actor, await findPlace(origin.channel)),
    };
  }
  const interactive = toolsOf(clients.interactive, (channel) => {
    rateLimiter.overtake(channel);
    return 0;
  });
  const background = toolsOf(clients.background, (channel) => rateLimiter.take(channel));

  async function answerWith(request: Request, actor: Actor, reply: Reply): Promise<void> {
    const { key, line, origin } = request;
    const decided = decide(reply, actor, await findPlace(origin.channel));
    if (decided.notice !== undefined) await tellPlace(request, actor, decided.notice, interactive);
    await interactive.send({
      id: key,
      line,
      actor,
      origin,
      purpose: "asked",
      kind: decided.kind,
      reply: decided.reply,
    });
  }

  async function answerRequest(
    request: Request,
    trigger?: string,
    watch: RequestTiming = createRequestTiming(),
  ): Promise<void> {
    const actor = await findActor(request.user);
    watch.lap("actor");
    const reply = await limitConcurrency(() => {
      watch.lap("turn");
      return edge.answer(request.line, actor, request.key);
    });
    watch.lap("answer");
    if (reply.form !== undefined && (await openForm(reply, reply.form, request, { trigger, clients })))
      return;
    await answerWith(request, actor, reply);
    watch.lap("delivery");
    const slow = watch.slowParts();
    if (slow === undefined) return;
    const command = edge.commandName(request.line);
    edge.log.info({ requestId: request.key, command, ...slow }, "a slow answer");
  }

  return {
    edge,
    clients,
    findActor,
    forgetActor,
    answerWith,
    async handle(request, trigger) {
      try {
        const watch = createRequestTiming();
        await calm();
        watch.lap("backpressure");
        if (!(await edge.inbox.accept(request))) return;
        watch.lap("inbox");
        await answerRequest(request, trigger, watch);
      } catch (thrown) {
        edge.log.error(
          { requestId: request.key, error: errorCode(thrown) },
          "a request could not be answered",
        );
        await apologize(request, clients);
      }
      // When this fails the request is taken up again, and its answer is found in the outbox under the same id.
      await edge.inbox.finish(request.key).catch(() => undefined);
    },
    async sweep() {
      const delivery = await edge.outbox.take();
      if (delivery !== undefined) {
        await deliver(delivery, background);
        return true;
      }
      const request = await edge.inbox.takeAbandoned();
      if (request === undefined) return false;
      await answerRequest(request);
      await edge.inbox.finish(request.key);
      return true;
    },
  };
}

function opened(delivery: Delivery): OpenDelivery {
  return { ...delivery, state: "waiting", message: null, uploaded: 0, attempts: 0, createdAt: new Date() };
}

/** @returns Whether the form is open; if not, the answer is a card with a button that opens it. */
async function openForm(
  reply: Reply,
  form: Form,
  { origin }: Request,
  { trigger, clients }: { readonly trigger: string | undefined; readonly clients: Clients },
): Promise<boolean> {
  const view = renderForm(form, origin, reply.locale);
  if (trigger === undefined || view === undefined) return false;
  try {
    await clients.interactive.views.open({ trigger_id: trigger, view });
    return true;
  } catch (thrown) {
    readFailure(thrown);
    return false;
  }
}

/** A line without names, where the answer itself may not be shown. */
async function tellPlace(
  request: Request,
  actor: Actor,
  notice: string,
  tools: DeliveryContext,
): Promise<void> {
  await tools.send({
    id: `${request.key}:notice`,
    line: "",
    actor,
    origin: request.origin,
    purpose: "notice",
    kind: "ephemeral",
    reply: { locale: actor.locale, outcome: "ok", privacy: "totals", headline: notice, data: {} },
  });
}

/** The database is away, for example: the person is told, by what works without it. */
async function apologize({ origin, user }: Request, { interactive }: Clients): Promise<void> {
  const text = says.en.defect;
  if (origin.responseUrl !== undefined && (await respond(origin.responseUrl, { text }))) return;
  try {
    const { channel, thread } = origin;
    const place = { channel, user, text, ...(thread === undefined ? {} : { thread_ts: thread }) };
    await interactive.chat.postEphemeral(place);
  } catch (thrown) {
    readFailure(thrown);
  }
}
