import type { Json, JsonObject } from "../../contract/reply.ts";
import type { Spot } from "../workspace/actions.ts";
import { asText, isList, isObject } from "../workspace/json.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { PlaygroundSettings } from "./settings.ts";

/** What somebody does on the page. */
export interface Act {
  readonly slack: Workspace;
  readonly settings: PlaygroundSettings;
  /** The person's id. */
  readonly user: string;
  readonly args: JsonObject;
}

/** Every act, by the last part of its address. What it returns is told to the page's script. */
const acts: Readonly<Record<string, (act: Act) => Promise<Json>>> = {
  async say({ slack, user, args }) {
    const [channel, words, thread] = [asText(args["channel"]), asText(args["words"]), asText(args["thread"])];
    if (words.startsWith("/") && thread === "") return (await slack.slash(user, channel, words)).acknowledged;
    await slack.say(user, channel, words, thread === "" ? {} : { thread });
    return true;
  },
  async press({ slack, user, args }) {
    return (await slack.press(user, spotOf(args), wantedOf(args))).acknowledged;
  },
  async choose({ slack, user, args }) {
    const delivery = await slack.choose(user, spotOf(args), wantedOf(args), textsOf(args["options"]));
    return delivery?.acknowledged ?? true;
  },
  async suggest({ slack, user, args }) {
    return await slack.suggest(user, spotOf(args), wantedOf(args), asText(args["query"]));
  },
  async submit({ slack, user, args }) {
    const fields = isObject(args["fields"]) ? args["fields"] : {};
    const filled = Object.entries(fields).map(([name, value]) => [name, textsOf(value)] as const);
    return Object.keys((await slack.submit(user, Object.fromEntries(filled))).errors).length === 0;
  },
  async close({ slack, user }) {
    await slack.closeModal(user);
    return true;
  },
  async shortcut({ slack, user, args }) {
    const message = { channel: asText(args["channel"]), ts: asText(args["ts"]) };
    return (await slack.shortcut(user, asText(args["callbackId"]), message)).acknowledged;
  },
  async home({ slack, user, args }) {
    await slack.openHome(user, args["tab"] === "messages" ? "messages" : "home");
    return true;
  },
  async language({ slack, user, args }) {
    await slack.setLocale(user, asText(args["locale"]));
    return true;
  },
  async role({ settings, user, args }) {
    await settings.setRole(user, asText(args["role"]));
    return true;
  },
};

/** @throws {Error} When there is no such act. */
export function act(what: Act, name: string): Promise<Json> {
  const found = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (found === undefined) throw new Error(`the page cannot ${name}`);
  return found(what);
}

function spotOf(args: JsonObject): Spot {
  const spot = asText(args["spot"]);
  if (spot === "modal" || spot === "home") return spot;
  return { channel: asText(args["channel"]), ts: asText(args["ts"]) };
}

function wantedOf(args: JsonObject): { readonly blockId: string; readonly actionId: string } {
  return { blockId: asText(args["block"]), actionId: asText(args["action"]) };
}

function textsOf(value: Json | undefined): readonly string[] {
  return (isList(value) ? value : [value ?? ""]).map((entry) => asText(entry));
}
