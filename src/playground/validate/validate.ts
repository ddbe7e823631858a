import type { Json, JsonObject } from "../../contract/reply.ts";
import { isList, isObject } from "../workspace/json.ts";
import { homeBlock, messageBlock, modalBlock } from "./blocks.ts";
import { anything, byType, complaint, flag, list, object, text } from "./check.ts";
import { option, optionGroup, plainText } from "./composition.ts";

/** Why Slack refuses a payload: its error code, and one message with a JSON pointer for each fault. */
export interface Objection {
  readonly error: string;
  readonly messages: readonly string[];
}

/** Blocks with more text than this are refused whole; measured at 11,341 (slackapi/bolt-js issue 2867). */
const mostTextInBlocks = 11_300;
const mostTextInMarkdown = 12_000;
const mostTextInTables = 10_000;

/**
 * What Slack says to the blocks of a message: undefined when it would post them.
 * Written from Slack's documentation on its own, apart from `src/slack/render/limits.ts`, so that it can judge it.
 *
 * @example
 * objectToBlocks([{ type: "divider" }]); // => undefined
 */
export function objectToBlocks(blocks: Json): Objection | undefined {
  if (!isList(blocks)) return { error: "invalid_blocks_format", messages: [] };
  const messages = [
    ...list(messageBlock, 50, 0)(blocks, "/blocks"),
    ...repeatedIds(blocks, "/blocks"),
    ...tooMany(blocks, "data_visualization", 2),
  ];
  if (messages.length > 0) return { error: "invalid_blocks", messages };
  return objectToAmount(blocks);
}

function objectToAmount(blocks: readonly Json[]): Objection | undefined {
  const tables = blocks.filter((block) => isTable(block));
  if (tables.filter((block) => isObject(block) && block["type"] === "table").length > 1)
    return { error: "invalid_attachments", messages: ["only_one_table_allowed"] };
  if (charactersIn(tables) > mostTextInTables)
    return {
      error: "invalid_blocks",
      messages: [
        complaint(`table text must be less than ${mostTextInTables + 1} characters in all`, "/blocks"),
      ],
    };
  const markdown = blocks.filter((block) => isObject(block) && block["type"] === "markdown");
  const rest = blocks.filter((block) => !markdown.includes(block));
  if (charactersIn(markdown) > mostTextInMarkdown || charactersIn(rest) > mostTextInBlocks)
    return { error: "msg_blocks_too_long", messages: [] };
  return undefined;
}

function isTable(block: Json): boolean {
  return isObject(block) && (block["type"] === "table" || block["type"] === "data_table");
}

/** The characters of every field named `text`, at any depth: what Slack's limit over a message counts. */
function charactersIn(value: Json): number {
  if (isList(value)) return value.reduce<number>((sum, entry) => sum + charactersIn(entry), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [name, entry]) =>
      sum + (name === "text" && typeof entry === "string" ? entry.length : charactersIn(entry)),
    0,
  );
}

function tooMany(blocks: readonly Json[], type: string, most: number): readonly string[] {
  const count = blocks.filter((block) => isObject(block) && block["type"] === type).length;
  return count > most ? [complaint(`no more than ${most} ${type} blocks allowed`, "/blocks")] : [];
}

/** A block_id may stand once in a payload, and an action_id once in a block. */
function repeatedIds(blocks: readonly Json[], pointer: string): readonly string[] {
  const objects = blocks.map((block) => (isObject(block) ? block : {}));
  return [
    ...repeats(
      objects.map((block) => block["block_id"]),
      (id, index) => complaint(`block_id \`${id}\` already exists`, `${pointer}/${index}/block_id`),
    ),
    ...objects.flatMap((block, index) =>
      repeats(actionIds(block), (id, element) =>
        complaint(`action_id \`${id}\` already exists`, `${pointer}/${index}/elements/${element}/action_id`),
      ),
    ),
  ];
}

function actionIds(block: JsonObject): readonly (Json | undefined)[] {
  const elements = isList(block["elements"]) ? block["elements"] : [];
  return elements.map((element) => (isObject(element) ? element["action_id"] : undefined));
}

function repeats(
  ids: readonly (Json | undefined)[],
  say: (id: string, index: number) => string,
): readonly string[] {
  return ids.flatMap((id, index) =>
    typeof id === "string" && ids.indexOf(id) < index ? [say(id, index)] : [],
  );
}

const viewFields = {
  type: anything,
  callback_id: text(255, 0),
  external_id: text(255, 0),
  private_metadata: text(3000, 0),
};

const modal = object({
  required: { title: plainText(24), blocks: list(modalBlock, 100, 0) },
  optional: {
    ...viewFields,
    submit: plainText(24),
    close: plainText(24),
    clear_on_close: flag,
    notify_on_close: flag,
  },
});

const home = object({ required: { blocks: list(homeBlock, 100, 0) }, optional: viewFields });

/**
 * What Slack says to a view: undefined when it would show it. Pointers begin with `/view`.
 *
 * @param kind `modal` for views.open, push and update, `home` for views.publish.
 */
export function objectToView(view: Json, kind: "modal" | "home"): Objection | undefined {
  if (!isObject(view))
    return { error: "invalid_arguments", messages: [complaint("must be a dict", "/view")] };
  const blocks = isList(view["blocks"]) ? view["blocks"] : [];
  const asksSomething = blocks.some((block) => isObject(block) && block["type"] === "input");
  const messages = [
    ...byType({ [kind]: kind === "modal" ? modal : home })(view, "/view"),
    ...repeatedIds(blocks, "/view/blocks"),
    ...(kind === "modal" && asksSomething && view["submit"] === undefined
      ? [complaint("missing required field: submit", "/view")]
      : []),
  ];
  if (messages.length > 0) return { error: "invalid_arguments", messages };
  return JSON.stringify(view).length > 250_000 ? { error: "view_too_large", messages: [] } : undefined;
}

/** What Slack says to the answer of an external menu: options, or groups of them. */
export function objectToOptions(answer: Json): readonly string[] {
  if (!isObject(answer)) return [complaint("must provide an object", "")];
  if (answer["option_groups"] !== undefined)
    return list(optionGroup, 100)(answer["option_groups"], "/option_groups");
  return list(option, 100, 0)(answer["options"] ?? null, "/options");
}
