import type { ReactNode } from "react";
import type { Json } from "../../contract/reply.ts";
import { asText, isList, isObject, objectsIn } from "../workspace/json.ts";
import { textIn } from "../people/pressing.ts";
import { address, type ElementProps } from "./element-props.ts";

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

/** A menu of options, people or channels. */
export function Menu(props: ElementProps): ReactNode {
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
export function SearchMenu(props: ElementProps): ReactNode {
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

/** Radio buttons and checkboxes. */
export function Choices(props: ElementProps): ReactNode {
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
