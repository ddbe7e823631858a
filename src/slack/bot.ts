import type { Asker } from "../contract/actor.ts";
import type { Askers } from "./in/actors.ts";
import type { Delivery, OpenDelivery, Request } from "../contract/delivery.ts";
import type { Place } from "../contract/privacy.ts";
import type { Form, Reply } from "../contract/reply.ts";
import type { Clients } from "./client/clients.ts";
import { decide } from "./out/decide.ts";
import { deliver } from "./out/deliver.ts";
import type { Edge } from "./edge.ts";
import { readFailure } from "./out/failure.ts";
import type { Progresses } from "./out/follow.ts";
import { respond } from "./out/post.ts";
import { createGate } from "./in/concurrency-limit.ts";
import { createPace } from "./out/rate-limiter.ts";
import { renderForm } from "./render/form.ts";
import { errorCode } from "./client/log.ts";
import { createStopwatch, type Stopwatch } from "./operations/request-timing.ts";
import type { Tools } from "./out/delivery-context.ts";
import { says } from "./render/words.ts";

/** The bot behind its ways in: takes a request once, answers it, and brings the answer out. */
export interface Bot extends Askers {
  readonly edge: Edge;
  readonly clients: Clients;
  /**
   * Answers a request unless it was taken before. Never throws: what goes wrong is said to who asked.
   *
   * @param trigger Opens the form of an answer at once; good for three seconds.
   */
  handle(request: Request, trigger?: string): Promise<void>;
  /** Brings an answer out that was made elsewhere, for example from a submitted form. */
  answerWith(request: Request, asker: Asker, reply: Reply): Promise<void>;
  /** Works on one delivery or request that is due; false when there was none. */
  sweep(): Promise<boolean>;
}

/** Who asks, and what kind of place a conversation is. */
export interface Lookups extends Askers {
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
  { findAsker, forgetAsker, findPlace, withNames, calm }: Lookups,
): Bot {
  const progresses: Progresses = new Map();
  const gate = createGate(answersAtOnce);
  const pace = createPace();

  function toolsOf(client: Clients["interactive"], turn: Tools["turn"]): Tools {
    return {
      edge,
      client,
      progresses,
      turn,
      async send(nameless) {
        const delivery = { ...nameless, reply: await withNames(nameless.reply) };
        if (await edge.outbox.add(delivery)) await deliver(opened(delivery), toolsOf(client, turn));
      },
      decideFor: async ({ origin, asker }, reply) => decide(reply, asker, await findPlace(origin.channel)),
    };
  }
  const interactive = toolsOf(clients.interactive, (channel) => {
    pace.overtake(channel);
    return 0;
  });
  const background = toolsOf(clients.background, (channel) => pace.take(channel));

  async function answerWith(request: Request, asker: Asker, reply: Reply): Promise<void> {
    const { key, line, origin } = request;
    const decided = decide(reply, asker, await findPlace(origin.channel));
    if (decided.notice !== undefined) await tellPlace(request, asker, decided.notice, interactive);
    await interactive.send({ id: key, line, asker, origin, kind: decided.kind, reply: decided.reply });
  }

  async function answerRequest(
    request: Request,
    trigger?: string,
    watch: Stopwatch = createStopwatch(),
  ): Promise<void> {
    const asker = await findAsker(request.user);
    watch.lap("asker");
    const reply = await gate(() => {
      watch.lap("turn");
      return edge.answer(request.line, asker);
    });
    watch.lap("answer");
    if (reply.form !== undefined && (await openForm(reply, reply.form, request, { trigger, clients })))
      return;
    await answerWith(request, asker, reply);
    watch.lap("delivery");
    const slow = watch.slowParts();
    if (slow === undefined) return;
    const command = edge.commandName(request.line);
    edge.log.info({ deliveryId: request.key, command, ...slow }, "a slow answer");
  }

  return {
    edge,
    clients,
    findAsker,
    forgetAsker,
    answerWith,
    async handle(request, trigger) {
      try {
        const watch = createStopwatch();
        await calm();
        watch.lap("rush");
        if (!(await edge.inbox.accept(request))) return;
        watch.lap("inbox");
        await answerRequest(request, trigger, watch);
      } catch (thrown) {
        edge.log.error({ error: errorCode(thrown) }, "a request could not be answered");
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
async function tellPlace(request: Request, asker: Asker, notice: string, tools: Tools): Promise<void> {
  await tools.send({
    id: `${request.key}:notice`,
    line: "",
    asker,
    origin: request.origin,
    kind: "ephemeral",
    reply: { locale: asker.locale, outcome: "ok", privacy: "totals", headline: notice, data: {} },
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
