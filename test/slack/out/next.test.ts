import { describe, expect, it } from "vitest";
import type { OpenDelivery } from "../../../src/contract/delivery.ts";
import type { Reply } from "../../../src/contract/reply.ts";
import { type DeliveryEvent, next, type Step } from "../../../src/slack/out/next.ts";

const reply: Reply = { locale: "en", outcome: "ok", privacy: "totals", headline: "Hello", data: {} };
const message = { channel: "C1", ts: "1.000001" };
const createdAt = new Date("2026-07-01T09:00:00Z");

function delivery(more: Partial<OpenDelivery>): OpenDelivery {
  return {
    id: "x",
    line: "list",
    actor: { user: "U1", role: "viewer", locale: "en", timeZone: "UTC" },
    origin: { channel: "C1" },
    purpose: "asked",
    kind: "channel",
    reply,
    state: "waiting",
    message: null,
    uploaded: 0,
    attempts: 0,
    createdAt,
    ...more,
  };
}

function takenAfter(hours: number): DeliveryEvent {
  return { kind: "taken", now: new Date(createdAt.getTime() + hours * 3_600_000) };
}

const waiting = delivery({});
const posting = delivery({ state: "posting" });
const posted = delivery({ state: "posted", message });
const scheduled = delivery({ purpose: "scheduled" });
const begun: Step = { change: { state: "posting" }, do: "post" };
const delayed = { kind: "delayed", afterMs: 7_000 } as const;
const uncertain = { kind: "uncertain" } as const;
const absent = { kind: "refused", error: "not_in_channel" } as const;
const refused = { kind: "refused", error: "msg_too_long" } as const;
const failed = (reason: string): Step => ({ change: { state: "failed" }, do: "end", reason });

describe("the step after", () => {
  it.each<[string, OpenDelivery, DeliveryEvent, Step]>([
    ["taking up what was never sent", waiting, takenAfter(0), { do: "queue" }],
    ["taking up what may stand", posting, takenAfter(0), { do: "look" }],
    ["taking up what stands", posted, takenAfter(0), { do: "complete" }],
    ["taking up what stands, however late", posted, takenAfter(99), { do: "complete" }],
    ["an answer an hour too late", waiting, takenAfter(1.01), failed("too_old")],
    ["an answer just in time", waiting, takenAfter(1), { do: "queue" }],
    ["a notice too late", delivery({ purpose: "notice" }), takenAfter(1.01), failed("too_old")],
    ["a weekly post of this morning", scheduled, takenAfter(23), { do: "queue" }],
    [
      "a weekly post of yesterday",
      scheduled,
      takenAfter(24.01),
      { ...failed("too_old"), tell: "owner" } as Step,
    ],
    [
      "finding it",
      posting,
      { kind: "found", message },
      { change: { state: "posted", message }, do: "complete" },
    ],
    ["missing it", posting, { kind: "missing" }, { do: "queue" }],
    [
      "not being allowed to look",
      posting,
      { kind: "hidden" },
      { ...failed("unconfirmed"), tell: "asker" } as Step,
    ],
    [
      "not being allowed to look for a weekly post",
      delivery({ purpose: "scheduled", state: "posting" }),
      { kind: "hidden" },
      { ...failed("unconfirmed"), tell: "owner" } as Step,
    ],
    [
      "not being allowed to look for what only one person saw",
      delivery({ kind: "ephemeral", state: "posting" }),
      { kind: "hidden" },
      failed("unconfirmed"),
    ],
    ["a turn that is due", waiting, { kind: "turn", waitMs: 0 }, begun],
    ["a turn to come", waiting, { kind: "turn", waitMs: 400 }, { do: "leave", afterMs: 400 }],
    ["a weekly post's turn", scheduled, { kind: "turn", waitMs: 0 }, { do: "knock" }],
    ["an open door", scheduled, { kind: "reachable" }, begun],
    [
      "posting",
      posting,
      { kind: "posted", message },
      { change: { state: "posted", message }, do: "complete" },
    ],
    [
      "whispering",
      posting,
      { kind: "posted", message: undefined },
      { change: { state: "posted" }, do: "complete" },
    ],
    [
      "telling that it comes directly",
      posting,
      { kind: "redirected", reply },
      { change: { state: "waiting", kind: "direct", reply }, do: "queue" },
    ],
    ["seeing its job run", posted, { kind: "running" }, { do: "leave", afterMs: 1_000 }],
    ["the last picture", posted, { kind: "completed" }, { change: { state: "done" }, do: "end" }],
  ])("%s", (_, before, event, step) => {
    expect(next(before, event)).toEqual(step);
  });
});

describe("the step after a failure", () => {
  it.each<[string, OpenDelivery, DeliveryEvent & { kind: "failed" }, Step]>([
    [
      "while looking, nobody knows",
      posting,
      { kind: "failed", during: "look", failure: uncertain },
      { do: "leave", afterMs: 3_000 },
    ],
    [
      "while looking, later",
      posting,
      { kind: "failed", during: "look", failure: delayed },
      { do: "leave", afterMs: 7_000 },
    ],
    [
      "while knocking, nobody knows",
      scheduled,
      { kind: "failed", during: "knock", failure: uncertain },
      { do: "leave", afterMs: 3_000 },
    ],
    ["while knocking, a refusal", scheduled, { kind: "failed", during: "knock", failure: refused }, begun],
    [
      "while posting, nobody knows: it stays begun",
      posting,
      { kind: "failed", during: "post", failure: uncertain },
      { do: "leave", afterMs: 3_000 },
    ],
    [
      "while posting, later: nothing was sent",
      posting,
      { kind: "failed", during: "post", failure: delayed },
      { change: { state: "waiting" }, do: "leave", afterMs: 7_000 },
    ],
    [
      "while posting where the bot is not",
      posting,
      { kind: "failed", during: "post", failure: absent },
      { do: "redirect" },
    ],
    [
      "while posting directly",
      delivery({ kind: "direct", state: "posting" }),
      { kind: "failed", during: "post", failure: absent },
      failed("not_in_channel"),
    ],
    [
      "while posting, a refusal",
      posting,
      { kind: "failed", during: "post", failure: refused },
      failed("msg_too_long"),
    ],
    [
      "while posting what comes every week, a refusal",
      delivery({ purpose: "scheduled", state: "posting" }),
      { kind: "failed", during: "post", failure: refused },
      { ...failed("msg_too_long"), tell: "owner" } as Step,
    ],
    [
      "while sharing, later",
      posted,
      { kind: "failed", during: "complete", failure: delayed },
      { do: "leave", afterMs: 7_000 },
    ],
    [
      "while sharing, a refusal",
      posted,
      { kind: "failed", during: "complete", failure: refused },
      failed("msg_too_long"),
    ],
  ])("%s", (_, before, event, step) => {
    expect(next(before, event)).toEqual(step);
  });
});
