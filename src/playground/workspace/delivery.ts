import { createHmac } from "node:crypto";
import type { Json } from "../../contract/reply.ts";
import type { Envelope } from "./envelope.ts";
import type { FaultQueue, SignatureFault } from "./faults.ts";
import { asText } from "./json.ts";
import type { Sockets } from "./sockets.ts";

/** How the app took an envelope. */
export interface Delivery {
  readonly envelope: Envelope;
  /** Whether the app acknowledged within 3 s. */
  readonly acknowledged: boolean;
  /** The HTTP status, when there was one. */
  readonly status: number | undefined;
  /** What the app answered with its acknowledgement; `""` for nothing. */
  readonly answer: Json;
  /** From sending to the acknowledgement. */
  readonly milliseconds: number;
}

/** How envelopes reach the app: signed HTTP requests, or Socket Mode. */
export type Transport =
  | { readonly kind: "http"; readonly signingSecret: string; url: string; readonly faults: FaultQueue }
  | { readonly kind: "socket"; readonly sockets: Sockets };

const acknowledgementTime = 3000;

/** Delivers an envelope and waits at most 3 s for its acknowledgement. */
export async function deliver(envelope: Envelope, transport: Transport): Promise<Delivery> {
  const start = performance.now();
  const result =
    transport.kind === "http"
      ? await post(envelope, transport)
      : { status: undefined, ...(await transport.sockets.send(envelope, acknowledgementTime)) };
  return { envelope, ...result, milliseconds: performance.now() - start };
}

type HttpTransport = Extract<Transport, { kind: "http" }>;

async function post(
  envelope: Envelope,
  { url, signingSecret, faults }: HttpTransport,
): Promise<Pick<Delivery, "acknowledged" | "status" | "answer">> {
  const { body, contentType } = encode(envelope);
  const { retry } = envelope;
  const fault = faults.signature;
  faults.signature = undefined;
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: {
        "content-type": contentType,
        "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        ...sign(body, signingSecret, fault),
        ...(retry === undefined
          ? {}
          : { "x-slack-retry-num": String(retry.attempt), "x-slack-retry-reason": retry.reason }),
      },
      signal: AbortSignal.timeout(acknowledgementTime),
    });
    const answer = readAnswer(await response.text());
    return { acknowledged: response.ok, status: response.status, answer };
  } catch {
    return { acknowledged: false, status: undefined, answer: "" };
  }
}

function readAnswer(body: string): Json {
  try {
    return JSON.parse(body) as Json;
  } catch {
    return body;
  }
}

/** Slack sends slash commands as a form, what people press as a form with one JSON field, and events as JSON. */
function encode({ type, payload }: Envelope): { readonly body: string; readonly contentType: string } {
  if (type === "events_api") return { body: JSON.stringify(payload), contentType: "application/json" };
  const fields =
    type === "interactive"
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, asText(value)]));
  return {
    body: new URLSearchParams(fields).toString(),
    contentType: "application/x-www-form-urlencoded",
  };
}

const skewSeconds = { bad: 0, stale: -600, future: 600 };

/** The headers that prove that a request comes from Slack. */
function sign(
  body: string,
  secret: string,
  fault: SignatureFault | undefined,
): Readonly<Record<string, string>> {
  const seconds = Math.floor(Date.now() / 1000) + (fault === undefined ? 0 : skewSeconds[fault]);
  const key = fault === "bad" ? `${secret}-wrong` : secret;
  const digest = createHmac("sha256", key).update(`v0:${seconds}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": String(seconds), "x-slack-signature": `v0=${digest}` };
}
