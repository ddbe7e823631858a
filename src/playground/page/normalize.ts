import type { Json, JsonObject } from "../../contract/reply.ts";
import { asText, isList, isObject, objectsIn } from "../workspace/json.ts";
import { fileAddress, type Viewer } from "./viewer.ts";

/** slack-blocks-to-jsx 1.1.1 draws blocks well, with these faults put right before it sees them. */
export function normalizeBlock(block: JsonObject, viewer: Viewer): JsonObject {
  switch (asText(block["type"])) {
    case "table":
      return { ...block, rows: rowsOf(block).map((row) => row.map((cell) => textCell(cell))) };
    case "image":
      return withSource(block, viewer);
    case "context":
      return {
        ...block,
        elements: objectsIn(block["elements"]).map((entry) => unmarked(withSource(entry, viewer))),
      };
    case "header":
      return isObject(block["text"]) ? { ...block, text: unmarked(block["text"]) } : block;
    case "section":
      return isObject(block["accessory"])
        ? { ...block, accessory: withSource(block["accessory"], viewer) }
        : literally(block);
    default:
      return block;
  }
}

/** Plain text is read as mrkdwn there, mentions and all; in rich text it stands as it is. */
function literally(section: JsonObject): JsonObject {
  const text = section["text"];
  if (!isObject(text) || text["type"] !== "plain_text" || section["fields"] !== undefined) return section;
  return richText(asText(text["text"]));
}

/** Where rich text may not stand, a mention or a link in plain text is broken by a joiner that is not seen. */
function unmarked(text: JsonObject): JsonObject {
  if (text["type"] !== "plain_text") return text;
  return { ...text, text: asText(text["text"]).replaceAll(/<(?=[!@#]|https?:|mailto:)/gu, "<\u2060") };
}

function richText(text: string): JsonObject {
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] };
}

/** The rows of a table block. */
export function rowsOf(block: JsonObject): readonly (readonly Json[])[] {
  return isList(block["rows"]) ? block["rows"].filter((row) => isList(row)) : [];
}

/** A cell of numbers throws there, and one of text is read as mrkdwn: both become rich text. */
function textCell(cell: Json): Json {
  if (!isObject(cell) || cell["type"] === "rich_text") return cell;
  return richText(cellText(cell));
}

/** What a cell says. */
export function cellText(cell: Json): string {
  if (!isObject(cell)) return "";
  if (cell["type"] === "raw_number") return asText(cell["text"]) || asText(cell["value"]);
  if (cell["type"] === "raw_text") return asText(cell["text"]);
  return textsIn(cell).join("");
}

/** Every text in rich text, in order. */
function textsIn(value: Json): readonly string[] {
  if (isList(value)) return value.flatMap((entry) => textsIn(entry));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, entry]) =>
    name === "text" && typeof entry === "string" ? [entry] : textsIn(entry),
  );
}

/** A picture that is one of our files has no address there: it gets one. */
function withSource(image: JsonObject, viewer: Viewer): JsonObject {
  const { slack_file: file, ...rest } = image;
  if (image["type"] !== "image" || !isObject(file)) return image;
  const id = asText(file["id"]) || (/-(F\w+)/.exec(asText(file["url"]))?.[1] ?? "");
  return { ...rest, image_url: fileAddress(viewer, id) };
}

/**
 * An address that a click may open; undefined for anything else, such as `javascript:`.
 *
 * @example
 * safeAddress("javascript:alert(1)"); // => undefined
 */
export function safeAddress(address: string): string | undefined {
  return /^(https?|mailto):/i.test(address) ? address : undefined;
}
