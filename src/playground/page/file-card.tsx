import type { ReactNode } from "react";
import { asText } from "../workspace/json.ts";
import { mimeTypeOf } from "../workspace/objects.ts";
import type { StoredFile } from "../workspace/state.ts";
import { Icon } from "./icons.tsx";
import { fileAddress, type Viewer } from "./viewer.ts";

/** A file in a message: a picture is shown, anything else has a card to download it from. */
export function FileCard({
  file,
  viewer,
}: {
  readonly file: StoredFile | undefined;
  readonly viewer: Viewer;
}): ReactNode {
  if (file === undefined) return null;
  const address = fileAddress(viewer, file.id);
  const download = (
    <a className="download" href={`${address}&download=1`} download={file.name} title={viewer.words.download}>
      <Icon name="download" size={18} />
    </a>
  );
  if (mimeTypeOf(file.name).startsWith("image/"))
    return (
      <figure className="picture-file">
        <figcaption>
          <bdi>{file.title}</bdi> <Icon name="caret" size={12} />
        </figcaption>
        <span>
          <img src={address} alt={file.altText ?? file.title} />
          {download}
        </span>
      </figure>
    );
  return (
    <div className="file-card">
      <span className="file-icon">
        <Icon name="file" size={22} />
      </span>
      <span className="file-words">
        <bdi className="file-name">{file.name}</bdi>
        <small>
          {fileKind(file.name)} · {sizeOf(file.content?.length ?? 0, viewer.person.locale)}
        </small>
      </span>
      {download}
    </div>
  );
}

function fileKind(name: string): string {
  return name.includes(".") ? asText(name.split(".").at(-1)).toUpperCase() : "Binary";
}

/** A file's size as people read it, in units of 1000. */
function sizeOf(bytes: number, locale: string): string {
  const [value, unit] = bytes < 1e3 ? [bytes, "B"] : bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  return `${value.toLocaleString(locale, { maximumFractionDigits: 1 })} ${unit}`;
}
