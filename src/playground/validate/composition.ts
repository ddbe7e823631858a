import type { Json } from "../../contract/reply.ts";
import { asText, isObject } from "../workspace/json.ts";
import { byType, type Check, complaint, flag, list, object, oneOf, text } from "./check.ts";

const id = text(255);

/** The fields that every interactive element has. */
export const actionable = { action_id: id, confirm };

/** The fields that every block has. */
export const identifiable = { block_id: id };

/** A `plain_text` object of at most `max` characters. */
export function plainText(max: number): Check {
  return object({
    required: { type: oneOf("plain_text"), text: text(max) },
    optional: { emoji: flag },
  });
}

/** A `mrkdwn` object of at most `max` characters. */
export function mrkdwn(max: number): Check {
  return object({
    required: { type: oneOf("mrkdwn"), text: text(max) },
    optional: { verbatim: flag },
  });
}

/** A text object of either kind. */
export function anyText(max: number): Check {
  return byType({ plain_text: plainText(max), mrkdwn: mrkdwn(max) });
}

/** A confirmation dialog. A function, so that the tables of elements can name it before it is made. */
function confirm(value: Json, pointer: string): readonly string[] {
  return object({
    required: { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
    optional: { style: oneOf("primary", "danger") },
  })(value, pointer);
}

/** An address that a browser may open. */
export function webAddress(value: Json, pointer: string): readonly string[] {
  const wrongLength = text(3000)(value, pointer);
  if (wrongLength.length > 0) return wrongLength;
  return /^(https?|mailto|slack):/i.test(asText(value)) ? [] : [complaint("must be a valid URL", pointer)];
}

const optionValue = text(75);

/** An option of a menu, whose text is plain. */
export const option = object({
  required: { text: plainText(75), value: optionValue },
  optional: { description: plainText(75) },
});

/** An option of an overflow menu, which may be a link. */
export const overflowOption = object({
  required: { text: plainText(75), value: optionValue },
  optional: { description: plainText(75), url: webAddress },
});

/** An option of radio buttons and checkboxes, whose text may be marked up. */
export const richOption = object({
  required: { text: anyText(75), value: optionValue },
  optional: { description: anyText(75) },
});

export const optionGroup = object({ required: { label: plainText(75), options: list(option, 100) } });

const slackFile = object({ optional: { id: text(255), url: webAddress } });

/** The picture of an image block or element: exactly one of an address and a file. */
export const pictureFields = { image_url: webAddress, slack_file: slackFile };

/** Refuses an image with no picture, two pictures, or one in a format that Slack does not show. */
export function onePicture(value: Json, pointer: string): readonly string[] {
  if (!isObject(value)) return [];
  const { image_url: address, slack_file: file } = value;
  if (address === undefined && file === undefined)
    return [complaint("missing required field: image_url", pointer)];
  if (address !== undefined && file !== undefined)
    return [complaint("only one of image_url and slack_file is allowed", pointer)];
  if (typeof address === "string" && /\.svgz?($|\?)/i.test(address))
    return [complaint("downloading image failed [format not supported]", `${pointer}/image_url`)];
  return [];
}
