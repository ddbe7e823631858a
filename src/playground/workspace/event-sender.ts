import { type Delivery, deliver, type Transport } from "./delivery.ts";
import type { Envelope } from "./envelope.ts";

/** Takes envelopes to the app, remembers how they were taken, and repeats events as Slack does. */
export interface EventSender {
  readonly deliveries: readonly Delivery[];
  send(envelope: Envelope): Promise<Delivery>;
  close(): void;
}

/** @param retryDelays How long after a failure an event is sent again, in ms, for each repetition. */
export function createEventSender(transport: Transport, retryDelays: readonly number[]): EventSender {
  const deliveries: Delivery[] = [];
  const timers = new Set<NodeJS.Timeout>();

  async function send(envelope: Envelope): Promise<Delivery> {
    const delivery = await deliver(envelope, transport);
    deliveries.push(delivery);
    if (!delivery.acknowledged && envelope.type === "events_api") repeat(delivery);
    return delivery;
  }

  function repeat({ envelope, status }: Delivery): void {
    const attempt = (envelope.retry?.attempt ?? 0) + 1;
    const delay = retryDelays[attempt - 1];
    if (delay === undefined) return;
    const reason = status === undefined ? "http_timeout" : "http_error";
    const timer = setTimeout(() => {
      timers.delete(timer);
      void send({ ...envelope, retry: { attempt, reason } });
    }, delay);
    timers.add(timer);
  }

  return {
    deliveries,
    send,
    close() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
