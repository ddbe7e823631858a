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
import {
  actionable,
  onePicture,
  option,
  optionGroup,
  overflowOption,
  pictureFields,
  plainText,
  richOption,
  webAddress,
} from "./composition.ts";

const typed = { type: anything };
const focusable = { focus_on_load: flag };
const placeholder = { placeholder: plainText(150) };
const dispatch = {
  dispatch_action_config: object({
    optional: { trigger_actions_on: list(oneOf("on_enter_pressed", "on_character_entered"), 2) },
  }),
};

function menu(own: Readonly<Record<string, Check>>): Check {
  return object({ required: typed, optional: { ...actionable, ...focusable, ...placeholder, ...own } });
}

function manyMenu(own: Readonly<Record<string, Check>>): Check {
  return menu({ max_selected_items: integer(1, 100), ...own });
}

/** A static menu has either options or groups of them. */
function optionsOrGroups(value: Json, pointer: string): readonly string[] {
  if (!isObject(value)) return [];
  const given = ["options", "option_groups"].filter((name) => value[name] !== undefined);
  return given.length === 1 ? [] : [complaint("missing required field: options", pointer)];
}

const staticOptions = { options: list(option, 100), option_groups: list(optionGroup, 100) };
const conversationFields = {
  default_to_current_conversation: flag,
  response_url_enabled: flag,
  filter: anything,
};

const menus = {
  static_select: both(menu({ ...staticOptions, initial_option: option }), optionsOrGroups),
  external_select: menu({ initial_option: option, min_query_length: integer(0, 255) }),
  users_select: menu({ initial_user: text(255) }),
  conversations_select: menu({ initial_conversation: text(255), ...conversationFields }),
  channels_select: menu({ initial_channel: text(255), response_url_enabled: flag }),
  multi_static_select: both(
    manyMenu({ ...staticOptions, initial_options: list(option, 100) }),
    optionsOrGroups,
  ),
  multi_external_select: manyMenu({
    initial_options: list(option, 100),
    min_query_length: integer(0, 255),
  }),
  multi_users_select: manyMenu({ initial_users: list(text(255), 100) }),
  multi_conversations_select: manyMenu({
    initial_conversations: list(text(255), 100),
    ...conversationFields,
  }),
  multi_channels_select: manyMenu({ initial_channels: list(text(255), 100) }),
};

const button = object({
  required: { ...typed, text: plainText(75) },
  optional: {
    ...actionable,
    url: webAddress,
    value: text(2000, 0),
    style: oneOf("primary", "danger"),
    accessibility_label: text(75),
  },
});

const overflow = object({
  required: { ...typed, options: list(overflowOption, 5) },
  optional: actionable,
});

const pickers = {
  datepicker: menu({ initial_date: text(10, 10) }),
  timepicker: menu({ initial_time: text(5, 5), timezone: text(255) }),
  datetimepicker: menu({ initial_date_time: integer(1_000_000_000, 9_999_999_999) }),
};

const choices = {
  radio_buttons: object({
    required: { ...typed, options: list(richOption, 10) },
    optional: { ...actionable, ...focusable, initial_option: richOption },
  }),
  checkboxes: object({
    required: { ...typed, options: list(richOption, 10) },
    optional: { ...actionable, ...focusable, initial_options: list(richOption, 10) },
  }),
};

function textInput(own: Readonly<Record<string, Check>>): Check {
  return menu({ initial_value: text(3000, 0), ...dispatch, ...own });
}

const inputs = {
  plain_text_input: textInput({
    multiline: flag,
    min_length: integer(0, 3000),
    max_length: integer(1, 3000),
  }),
  email_text_input: textInput({}),
  url_text_input: textInput({}),
  number_input: both(
    textInput({ is_decimal_allowed: flag, min_value: text(255), max_value: text(255) }),
    (value, pointer) =>
      isObject(value) && value["is_decimal_allowed"] === undefined
        ? [complaint("missing required field: is_decimal_allowed", pointer)]
        : [],
  ),
};

const fileInput = object({
  required: typed,
  optional: { ...actionable, filetypes: list(text(255), 100), max_files: integer(1, 10) },
});

/** A small picture, beside a section's text or in a context. */
export const imageElement = both(
  object({ required: { ...typed, alt_text: text(2000) }, optional: pictureFields }),
  onePicture,
);

/** What an `actions` block may hold. */
export const actionElement = byType({ button, overflow, ...menus, ...pickers, ...choices });

/** What may stand beside a section's text. */
export const accessory = byType({
  button,
  overflow,
  image: imageElement,
  ...menus,
  ...pickers,
  ...choices,
});

/** What an `input` block may hold outside of a modal. */
export const inputElement = byType({ ...inputs, ...menus, ...pickers, ...choices });

/** What an `input` block may hold in a modal. */
export const modalInputElement = byType({
  ...inputs,
  ...menus,
  ...pickers,
  ...choices,
  file_input: fileInput,
});
