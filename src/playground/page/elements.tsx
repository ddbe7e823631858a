import type { ReactNode } from "react";
import type { Json, JsonObject } from "../../reply.ts";
import { asText, isList, isObject, objectsIn } from "../json.ts";
import { textIn } from "../people/pressing.ts";
import { Icon } from "./icons.tsx";
import { safeAddress } from "./normalize.ts";
import type { Viewer } from "./viewer.ts";

/** An element to draw, in its block, for a viewer. */
export interface ElementProps {
  readonly element: JsonObject;
  readonly blockId: string;
  readonly viewer: Viewer;
  /** In a form: the element is a field with a name and reports nothing when it changes. */
  readonly field?: { readonly value: JsonObject };
}

/** Anything that a person can use, with the addresses that the page's script needs. */
export function InteractiveElement(props: ElementProps): ReactNode {
  const type = asText(props.element["type"]);
  if (type === "button") return <Button {...props} />;
  if (type === "overflow") return <Overflow {...props} />;
  if (type === "external_select") return <SearchMenu {...props} />;
  if (type.endsWith("_select")) return <Menu {...props} />;
  if (type === "checkboxes" || type === "radio_buttons") return <Choices {...props} />;
  if (type === "datepicker" || type === "timepicker") return <Picker {...props} />;
  return <TextField {...props} />;
}

function address({ element, blockId }: ElementProps, act: string) {
  const confirm = element["confirm"];
  return {
    "data-act": act,
    "data-block": blockId,
    "data-action": asText(element["action_id"]),
    ...(isObject(confirm) ? { "data-confirm": JSON.stringify(confirmTexts(confirm)) } : {}),
  };
}

function confirmTexts(confirm: JsonObject): Readonly<Record<string, string>> {
  const texts = ["title", "text", "confirm", "deny"].map((name) => [name, textIn(confirm[name])]);
  return { ...Object.fromEntries(texts), style: asText(confirm["style"]) };
}

function Button(props: ElementProps): ReactNode {
  const { element } = props;
  const style = asText(element["style"]) || "default";
  const link = safeAddress(asText(element["url"]));
  const button = (
    <button type="button" className={`button button-${style}`} {...address(props, "press")}>
      {textIn(element["text"])}
    </button>
  );
  if (link === undefined) return button;
  return (
    <a href={link} target="_blank" rel="noopener noreferrer">
      {button}
    </a>
  );
}

function Overflow(props: ElementProps): ReactNode {
  return (
    <details className="overflow">
      <summary className="button button-default" aria-label="More">
        <Icon name="more" size={16} />
      </summary>
      <menu>
        {objectsIn(props.element["options"]).map((option) => (
          <button
            type="button"
            key={asText(option["value"])}
            data-value={asText(option["value"])}
            {...address(props, "choose")}
          >
            {textIn(option["text"])}
          </button>
        ))}
      </menu>
    </details>
  );
}

/** A choice of a menu: what is sent, and what is shown. */
interface Choice {
  readonly value: string;
  readonly label: string;
  /** The heading it stands under; `""` for none. */
  readonly group: string;
}

function choicesOf({ element, viewer }: ElementProps): readonly Choice[] {
  const type = asText(element["type"]);
  const { people, channels } = viewer.state;
  if (type.endsWith("users_select"))
    return [...people.values()].map(({ id, realName }) => ({ value: id, label: realName, group: "" }));
  if (/(channels|conversations)_select$/.test(type))
    return [...channels.values()]
      .filter((channel) => channel.kind !== "im" && channel.members.has(viewer.person.id))
      .map(({ id, name }) => ({ value: id, label: `#${name}`, group: "" }));
  return [element, ...objectsIn(element["option_groups"])].flatMap((group) =>
    objectsIn(group["options"]).map((option) => ({
      value: asText(option["value"]),
      label: textIn(option["text"]),
      group: textIn(group["label"]),
    })),
  );
}

/** The values that stand in a menu or a group of choices: what the person chose, else what the app proposed. */
function picked({ element, field }: ElementProps): readonly string[] {
  const held = field?.value ?? {};
  const values: readonly (Json | undefined)[] = [
    held["selected_option"] ?? element["initial_option"],
    held["selected_options"] ?? element["initial_options"],
    held["selected_user"] ?? element["initial_user"],
    held["selected_channel"] ?? element["initial_channel"],
    held["selected_conversation"] ?? element["initial_conversation"],
  ];
  return values
    .flatMap((value) => (isList(value) ? value : [value]) as readonly (Json | undefined)[])
    .map((value) => asText(isObject(value) ? value["value"] : value))
    .filter((value) => value !== "");
}

function Menu(props: ElementProps): ReactNode {
  const { element, viewer, field } = props;
  const isMany = asText(element["type"]).startsWith("multi_");
  const choices = choicesOf(props);
  const groups = [...new Set(choices.map((choice) => choice.group))];
  const selected = picked(props);
  return (
    <span className="select">
      <select
        multiple={isMany}
        name={field === undefined ? undefined : props.blockId}
        defaultValue={isMany ? selected : (selected[0] ?? "")}
        aria-label={textIn(element["placeholder"])}
        {...address(props, field === undefined ? "choose" : "field")}
      >
        {isMany ? null : <option value="">{textIn(element["placeholder"]) || viewer.words.choose}</option>}
        {groups.map((group) => (
          <OptionGroup
            key={group}
            label={group}
            choices={choices.filter((choice) => choice.group === group)}
          />
        ))}
      </select>
    </span>
  );
}

function OptionGroup(props: { readonly label: string; readonly choices: readonly Choice[] }): ReactNode {
  const options = props.choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
  return props.label === "" ? options : <optgroup label={props.label}>{options}</optgroup>;
}

/** A menu whose options the app suggests while one types. */
function SearchMenu(props: ElementProps): ReactNode {
  const { element, viewer, field } = props;
  const held = field?.value["selected_option"] ?? element["initial_option"];
  const option = isObject(held) ? held : {};
  return (
    <span className="select search-menu" {...address(props, field === undefined ? "choose" : "field")}>
      <input
        type="text"
        autoComplete="off"
        role="combobox"
        aria-expanded="false"
        placeholder={textIn(element["placeholder"]) || viewer.words.choose}
        defaultValue={textIn(option["text"])}
        data-least={asText(element["min_query_length"]) || "3"}
      />
      <input
        type="hidden"
        name={field === undefined ? undefined : props.blockId}
        defaultValue={asText(option["value"])}
      />
      <menu hidden />
    </span>
  );
}

function Choices(props: ElementProps): ReactNode {
  const { element, field, blockId } = props;
  const kind = element["type"] === "checkboxes" ? "checkbox" : "radio";
  const selected = picked(props);
  return (
    <span className="choices">
      {objectsIn(element["options"]).map((option) => (
        <label key={asText(option["value"])}>
          <input
            type={kind}
            name={field === undefined ? `${blockId} ${asText(element["action_id"])}` : blockId}
            value={asText(option["value"])}
            defaultChecked={selected.includes(asText(option["value"]))}
            {...address(props, field === undefined ? "choose" : "field")}
          />
          <span>
            {textIn(option["text"])}
            {option["description"] === undefined ? null : <small>{textIn(option["description"])}</small>}
          </span>
        </label>
      ))}
    </span>
  );
}

function Picker(props: ElementProps): ReactNode {
  const kind = props.element["type"] === "datepicker" ? "date" : "time";
  const held = props.field?.value[`selected_${kind}`] ?? props.element[`initial_${kind}`];
  return (
    <input
      className="input"
      type={kind}
      name={props.field === undefined ? undefined : props.blockId}
      defaultValue={asText(held)}
      {...address(props, props.field === undefined ? "choose" : "field")}
    />
  );
}

const keyboards: Readonly<Record<string, "email" | "url" | "decimal">> = {
  email_text_input: "email",
  url_text_input: "url",
  number_input: "decimal",
};

function TextField(props: ElementProps): ReactNode {
  const { element, blockId, field } = props;
  const common = {
    className: "input",
    name: blockId,
    placeholder: textIn(element["placeholder"]),
    defaultValue: asText(field?.value["value"] ?? element["initial_value"]),
    autoFocus: element["focus_on_load"] === true,
    maxLength: Number(asText(element["max_length"]) || 3000),
    ...address(props, "field"),
  };
  if (element["multiline"] === true) return <textarea rows={4} {...common} />;
  return <input type="text" inputMode={keyboards[asText(element["type"])] ?? "text"} {...common} />;
}
