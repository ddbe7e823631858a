import type { ReactNode } from "react";
import { asText, objectsIn } from "../workspace/json.ts";
import { textIn } from "../people/pressing.ts";
import { address, type ElementProps } from "./element-props.ts";
import { Icon } from "./icons.tsx";
import { Choices, Menu, SearchMenu } from "./menus.tsx";
import { safeAddress } from "./normalize.ts";

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
