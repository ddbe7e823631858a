import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons.tsx";
import type { Viewer } from "./viewer.ts";

const formats: readonly IconName[] = ["bold", "italic", "strike", "link", "list", "code"];

/** The box that one writes in, with its popup of commands. */
export function Composer(props: {
  readonly viewer: Viewer;
  readonly placeholder: string;
  readonly id: string;
}): ReactNode {
  const { words } = props.viewer;
  return (
    <form className="composer" id={props.id} autoComplete="off">
      <menu className="command-hints" hidden />
      <div className="composer-formats">
        {formats.map((name) => (
          <Icon key={name} name={name} size={18} />
        ))}
      </div>
      <textarea rows={1} placeholder={props.placeholder} aria-label={props.placeholder} />
      <div className="composer-tools">
        <label className="icon-button round" title={words.uploadFile}>
          <Icon name="plus" size={18} />
          <input type="file" hidden />
        </label>
        <Icon name="smile" size={18} />
        <Icon name="at" size={18} />
        <Icon name="slash" size={18} />
        <span className="rail-space" />
        <button type="submit" className="send" title={words.send} aria-label={words.send}>
          <Icon name="send" size={16} />
        </button>
      </div>
    </form>
  );
}
