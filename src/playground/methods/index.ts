import type { JsonObject } from "../../contract/reply.ts";
import { Refusal } from "../workspace/refusal.ts";
import type { State } from "../workspace/state.ts";
import { complaint } from "../validate/check.ts";
import { chatMethods } from "./chat.ts";
import { conversationMethods } from "./conversations.ts";
import { fileMethods } from "./files.ts";
import { type Method, needScope, textOf } from "./method.ts";
import { viewMethods } from "./views.ts";

function authTest(state: State): JsonObject {
  return {
    url: `${state.address}/`,
    team: state.team.name,
    team_id: state.team.id,
    user: state.app.name,
    user_id: state.app.user,
    bot_id: state.app.botId,
    is_enterprise_install: false,
  };
}

function botInfo(state: State, args: JsonObject): JsonObject {
  const { id, botId, user, name } = state.app;
  if ((textOf(args, "bot") ?? botId) !== botId) throw new Refusal("bot_not_found");
  return { bot: { id: botId, app_id: id, user_id: user, name, deleted: false, updated: 0, icons: {} } };
}

function openConnection(state: State): JsonObject {
  return { url: `${state.address.replace(/^http/, "ws")}/link/?ticket=${state.nextId("t")}` };
}

const methods: Readonly<Record<string, Method>> = {
  "api.test": { run: (_state, args) => ({ args }) },
  "auth.test": { run: authTest },
  "bots.info": { scopes: ["users:read"], run: botInfo },
  "apps.connections.open": { token: "app", run: openConnection },
  ...chatMethods,
  ...viewMethods,
  ...conversationMethods,
  ...fileMethods,
};

/** The tokens that the fake accepts. */
export interface Tokens {
  readonly bot: string;
  readonly app: string;
}

/** A call as it came in. */
export interface IncomingCall {
  readonly method: string;
  readonly token: string | undefined;
  readonly args: JsonObject;
}

/** Answers one call of the Web API: `ok: true` with its fields, or Slack's refusal. */
export function answerCall(state: State, call: IncomingCall, tokens: Tokens): JsonObject {
  try {
    const method = Object.hasOwn(methods, call.method) ? methods[call.method] : undefined;
    if (method === undefined) throw new Refusal("unknown_method");
    checkToken(method, call.token, tokens);
    needScope(state, ...(method.scopes ?? []));
    checkRequired(method, call.args);
    return { ok: true, ...method.run(state, call.args) };
  } catch (error) {
    if (error instanceof Refusal) return refusalObject(error, state);
    throw error;
  }
}

function checkToken(method: Method, token: string | undefined, tokens: Tokens): void {
  if (token === undefined) throw new Refusal("not_authed");
  if (token !== tokens.bot && token !== tokens.app) throw new Refusal("invalid_auth");
  if (token !== tokens[method.token ?? "bot"]) throw new Refusal("not_allowed_token_type");
}

function checkRequired(method: Method, args: JsonObject): void {
  const missing = (method.required ?? []).filter((name) => args[name] === undefined || args[name] === "");
  if (missing.length === 0) return;
  throw new Refusal(
    "invalid_arguments",
    missing.map((name) => complaint(`missing required field: ${name}`, "")),
  );
}

function refusalObject({ code, messages }: Refusal, state: State): JsonObject {
  if (code === "missing_scope")
    return {
      ok: false,
      error: code,
      needed: (messages[0] ?? "").replace("needed: ", ""),
      provided: state.scopes.join(","),
    };
  if (messages.length === 0) return { ok: false, error: code };
  return {
    ok: false,
    error: code,
    errors: messages,
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  };
}
