import type { Json, JsonObject } from "../../contract/reply.ts";
import type { Envelope } from "./envelope.ts";
import { asText } from "./json.ts";
import { messageObject, viewObject } from "./objects.ts";
import type { Channel, Message, Permit, State, View } from "./state.ts";

/** A deprecated field that Slack still sends; nothing may depend on it. */
const verificationToken = "verification";

/** Where a person acts: on a message, or in one of their views. */
export type Place = { readonly message: Message } | { readonly view: View };

/** A permit for something a person did: a `trigger_id` for one use within 3 s. */
function makeTrigger(state: State, user: string): string {
  const id = `${state.nextId("")}.${state.team.id}`;
  const expiresAt = new Date(state.now().getTime() + 3000);
  state.triggers.set(id, {
    user,
    channel: "",
    message: undefined,
    threadTs: undefined,
    expiresAt,
    usesLeft: 1,
  });
  return id;
}

/** An address that takes five answers within 30 minutes. */
function makeResponseUrl(
  state: State,
  about: Pick<Permit, "user" | "channel" | "message" | "threadTs">,
): string {
  const id = state.nextId("r");
  const expiresAt = new Date(state.now().getTime() + 30 * 60_000);
  state.responseUrls.set(id, { ...about, expiresAt, usesLeft: 5 });
  return `${state.address}/actions/${state.team.id}/${id}`;
}

export function slashCommand(
  state: State,
  said: { readonly user: string; readonly channel: Channel; readonly command: string; readonly text: string },
): Envelope {
  const { user, channel, command, text } = said;
  const names = { public: channel.name, private: "privategroup", im: "directmessage" };
  return {
    id: state.nextId("e"),
    type: "slash_commands",
    payload: {
      token: verificationToken,
      team_id: state.team.id,
      team_domain: state.team.domain,
      channel_id: channel.id,
      channel_name: names[channel.kind],
      user_id: user,
      user_name: state.people.get(user)?.name ?? user,
      command,
      text,
      api_app_id: state.app.id,
      is_enterprise_install: "false",
      response_url: makeResponseUrl(state, {
        user,
        channel: channel.id,
        message: undefined,
        threadTs: undefined,
      }),
      trigger_id: makeTrigger(state, user),
    },
  };
}

export function blockAction(state: State, user: string, place: Place, action: JsonObject): Envelope {
  const actions = [{ ...action, action_ts: state.nextTs() }];
  return interactive(state, user, { type: "block_actions", actions, ...placeFields(state, user, place) });
}

export function blockSuggestion(state: State, user: string, place: Place, asked: JsonObject): Envelope {
  return interactive(state, user, { type: "block_suggestion", ...asked, ...placeFields(state, user, place) });
}

export function viewSubmission(state: State, view: View): Envelope {
  return interactive(state, view.user, {
    type: "view_submission",
    view: viewObject(view, state),
    response_urls: [],
  });
}

export function viewClosed(state: State, view: View, isCleared: boolean): Envelope {
  return interactive(state, view.user, {
    type: "view_closed",
    view: viewObject(view, state),
    is_cleared: isCleared,
  });
}

/** A shortcut in a message's menu. */
export function messageShortcut(state: State, user: string, callbackId: string, message: Message): Envelope {
  return interactive(state, user, {
    type: "message_action",
    callback_id: callbackId,
    action_ts: state.nextTs(),
    message_ts: message.ts,
    message: messageObject(message, state),
    channel: { id: message.channel, name: channelName(state, message.channel) },
    response_url: makeResponseUrl(state, {
      user,
      channel: message.channel,
      message: undefined,
      threadTs: message.threadTs,
    }),
  });
}

/** A shortcut that is not about a message. */
export function globalShortcut(state: State, user: string, callbackId: string): Envelope {
  return interactive(state, user, { type: "shortcut", callback_id: callbackId, action_ts: state.nextTs() });
}

function interactive(state: State, user: string, fields: JsonObject): Envelope {
  const payload = {
    token: verificationToken,
    team: { id: state.team.id, domain: state.team.domain },
    user: {
      id: user,
      username: state.people.get(user)?.name ?? user,
      name: state.people.get(user)?.name ?? user,
      team_id: state.people.get(user)?.team ?? state.team.id,
    },
    api_app_id: state.app.id,
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: makeTrigger(state, user),
    ...fields,
  };
  return { id: state.nextId("e"), type: "interactive", payload };
}

function channelName(state: State, id: string): string {
  return state.channels.get(id)?.name || "directmessage";
}

function placeFields(state: State, user: string, place: Place): JsonObject {
  if ("view" in place) {
    const view = viewObject(place.view, state);
    return { container: { type: "view", view_id: place.view.id }, view };
  }
  const { message } = place;
  const isEphemeral = message.visibleTo !== undefined;
  const threadTs: JsonObject = message.threadTs === undefined ? {} : { thread_ts: message.threadTs };
  return {
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: isEphemeral,
      ...threadTs,
    },
    channel: { id: message.channel, name: channelName(state, message.channel) },
    // Slack does not repeat an ephemeral message to the app.
    ...(isEphemeral ? {} : { message: messageObject(message, state) }),
    state: { values: {} },
    response_url: makeResponseUrl(state, {
      user,
      channel: message.channel,
      message: message.ts,
      threadTs: message.threadTs,
    }),
  };
}

/** An event of the Events API. */
export function event(state: State, event: JsonObject): Envelope {
  const id = state.nextId("Ev");
  const authorization: Json = {
    enterprise_id: null,
    team_id: state.team.id,
    user_id: state.app.user,
    is_bot: true,
    is_enterprise_install: false,
  };
  const channel = state.channels.get(asText(event["channel"]));
  return {
    id: state.nextId("e"),
    type: "events_api",
    payload: {
      token: verificationToken,
      team_id: state.team.id,
      api_app_id: state.app.id,
      type: "event_callback",
      event: { ...event, event_ts: event["event_ts"] ?? state.nextTs() },
      event_id: id,
      event_time: Math.floor(state.now().getTime() / 1000),
      authorizations: [authorization],
      is_ext_shared_channel: channel?.isShared ?? false,
    },
  };
}
