import type { Json } from "../../contract/reply.ts";
import { isObject } from "../workspace/json.ts";
import {
  anything,
  both,
  byType,
  type Check,
  complaint,
  flag,
  integer,
  list,
  object,
  oneOf,
  text,
} from "./check.ts";
import { anyText, identifiable, mrkdwn, onePicture, pictureFields, plainText } from "./composition.ts";
import { dataTable, dataVisualization, richText, table } from "./data-blocks.ts";
import { accessory, actionElement, imageElement, inputElement, modalInputElement } from "./elements.ts";

const typed = { type: anything };

/** A section says something: a text, or fields. */
function saysSomething(value: Json, pointer: string): readonly string[] {
  const empty = isObject(value) && value["text"] === undefined && value["fields"] === undefined;
  return empty ? [complaint("missing required field: text", pointer)] : [];
}

const section = both(
  object({
    required: typed,
    optional: {
      ...identifiable,
      text: anyText(3000),
      fields: list(anyText(2000), 10),
      accessory,
      expand: flag,
    },
  }),
  saysSomething,
);

const header = object({
  required: { ...typed, text: plainText(150) },
  optional: { ...identifiable, level: integer(1, 4) },
});

const context = object({
  required: {
    ...typed,
    elements: list(byType({ image: imageElement, plain_text: plainText(3000), mrkdwn: mrkdwn(3000) }), 10),
  },
  optional: identifiable,
});

const actions = object({
  required: { ...typed, elements: list(actionElement, 25) },
  optional: identifiable,
});

const image = both(
  object({
    required: { ...typed, alt_text: text(2000) },
    optional: { ...identifiable, ...pictureFields, title: plainText(2000) },
  }),
  onePicture,
);

function input(element: Check): Check {
  return object({
    required: { ...typed, label: plainText(2000), element },
    optional: { ...identifiable, hint: plainText(2000), optional: flag, dispatch_action: flag },
  });
}

const everywhere = {
  section,
  header,
  context,
  actions,
  image,
  divider: object({ required: typed, optional: identifiable }),
  rich_text: richText,
};

/** Blocks of a message. Types that the fake does not know are refused, as Slack refuses unknown ones. */
export const messageBlock = byType({
  ...everywhere,
  input: input(inputElement),
  markdown: object({ required: { ...typed, text: text(12_000) }, optional: identifiable }),
  table,
  data_table: dataTable,
  data_visualization: dataVisualization,
  file: object({
    required: { ...typed, external_id: text(255), source: oneOf("remote") },
    optional: identifiable,
  }),
});

export const modalBlock = byType({ ...everywhere, input: input(modalInputElement) });

export const homeBlock = byType({ ...everywhere, input: input(inputElement) });
