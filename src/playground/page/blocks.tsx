import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { type Block, Message as LibraryBlocks } from "slack-blocks-to-jsx";
import type { Json, JsonObject } from "../../contract/reply.ts";
import { asText, isObject, objectsIn } from "../workspace/json.ts";
import { textIn } from "../people/pressing.ts";
import { InteractiveElement } from "./elements.tsx";
import { cellText, normalizeBlock, rowsOf, safeAddress } from "./normalize.ts";
import type { Viewer } from "./viewer.ts";

/** Blocks of a message or a view. */
export interface BlocksProps {
  readonly blocks: readonly Json[];
  readonly viewer: Viewer;
  /** In a modal: what its fields hold, and the messages under them, by block_id. */
  readonly form?: { readonly values: JsonObject; readonly errors: Readonly<Record<string, string>> };
}

/** Draws blocks; one that cannot be drawn shows its JSON instead of taking the page with it. */
export function Blocks({ blocks, viewer, form }: BlocksProps): ReactNode {
  return objectsIn(blocks).map((block, index) => {
    const drawn = <OneBlock block={normalizeBlock(block, viewer)} viewer={viewer} {...(form && { form })} />;
    return <Guarded key={asText(block["block_id"]) || index} block={block} drawn={drawn} />;
  });
}

/** Server rendering knows no error boundaries: a block is drawn on its own, and its text put in its place. */
function Guarded({ block, drawn }: { readonly block: JsonObject; readonly drawn: ReactNode }): ReactNode {
  try {
    // Safe: this is React's own output, in which every text is escaped.
    return <div className="block" dangerouslySetInnerHTML={{ __html: renderToStaticMarkup(drawn) }} />;
  } catch {
    return <pre className="block broken-block">{JSON.stringify(block, null, 2)}</pre>;
  }
}

type BlockProps = Omit<BlocksProps, "blocks"> & { readonly block: JsonObject };

function OneBlock(props: BlockProps): ReactNode {
  const { block, viewer } = props;
  switch (asText(block["type"])) {
    case "actions":
      return <Actions {...props} />;
    case "input":
      return <Input {...props} />;
    case "data_table":
      return <DataTable block={block} />;
    case "section":
      return <Section {...props} />;
    default:
      return <Drawn block={block} viewer={viewer} />;
  }
}

/** What the library draws. */
function Drawn({ block, viewer }: { readonly block: JsonObject; readonly viewer: Viewer }): ReactNode {
  const { state } = viewer;
  const people = [...state.people.values()].map(({ id, realName }) => ({ id, name: realName }));
  const channels = [...state.channels.values()].map(({ id, name }) => ({ id, name }));
  return (
    <LibraryBlocks
      blocks={[block as unknown as Block]}
      withoutWrapper
      name=""
      logo=""
      theme="light"
      data={{ users: [...people, { id: state.app.user, name: state.app.name }], channels }}
      hooks={{
        user: ({ name, id }) => <span className="mention">@{name || id}</span>,
        channel: ({ name, id }) => <span className="mention">#{name || id}</span>,
        link: ({ href, children }) => <Link address={href}>{children}</Link>,
      }}
    />
  );
}

/** A link, or its words alone where the address is none that a browser should open. */
function Link({ address, children }: { readonly address: string; readonly children: ReactNode }): ReactNode {
  const safe = safeAddress(address);
  if (safe === undefined) return <span>{children}</span>;
  return (
    <a href={safe} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function Section(props: BlockProps): ReactNode {
  const { block, viewer } = props;
  const { accessory, ...rest }: JsonObject = block;
  if (!isObject(accessory) || accessory["type"] === "image") return <Drawn block={block} viewer={viewer} />;
  return (
    <div className="section-with-accessory">
      <Drawn block={rest} viewer={viewer} />
      <InteractiveElement element={accessory} blockId={asText(block["block_id"])} viewer={viewer} />
    </div>
  );
}

function Actions({ block, viewer }: BlockProps): ReactNode {
  return (
    <div className="actions">
      {objectsIn(block["elements"]).map((element) => (
        <InteractiveElement
          key={asText(element["action_id"])}
          element={element}
          blockId={asText(block["block_id"])}
          viewer={viewer}
        />
      ))}
    </div>
  );
}

function Input({ block, viewer, form }: BlockProps): ReactNode {
  const blockId = asText(block["block_id"]);
  const element = isObject(block["element"]) ? block["element"] : {};
  const held = form?.values[blockId];
  const value = isObject(held) ? held[asText(element["action_id"])] : undefined;
  const error = form?.errors[blockId];
  return (
    <div className={error === undefined ? "field" : "field field-wrong"} data-field={blockId}>
      <span className="label">
        {textIn(block["label"])}
        {block["optional"] === true ? <span className="optional"> {viewer.words.optional}</span> : null}
      </span>
      <InteractiveElement
        element={element}
        blockId={blockId}
        viewer={viewer}
        field={{ value: isObject(value) ? value : {} }}
      />
      {error === undefined ? null : (
        <span className="error" role="alert">
          {error}
        </span>
      )}
      {block["hint"] === undefined ? null : <span className="hint">{textIn(block["hint"])}</span>}
    </div>
  );
}

/** The library leaves a data_table blank. */
function DataTable({ block }: { readonly block: JsonObject }): ReactNode {
  const [header = [], ...rows] = rowsOf(block);
  return (
    <table className="data-table">
      <caption>{asText(block["caption"])}</caption>
      <thead>
        <tr>
          {header.map((cell) => (
            <th key={cellText(cell)}>{cellText(cell)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.map((cell) => cellText(cell)).join()}>
            {row.map((cell, index) => (
              <td key={cellText(header[index] ?? null)} className={isNumber(cell) ? "number" : undefined}>
                {cellText(cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isNumber(cell: Json): boolean {
  return isObject(cell) && cell["type"] === "raw_number";
}
