/**
 * What Slack refuses in a message's blocks, written from its documentation and apart from the renderer, so that the
 * renderer is not checked against itself.
 *
 * @returns JSON pointers with what is wrong; empty when Slack would take the message.
 */
export function refusals(blocks: readonly unknown[], most = 50): string[] {
  const found: string[] = [];
  if (blocks.length > most) found.push(`/blocks: ${blocks.length} blocks`);
  const tables = blocks.filter((block) => (block as { type?: string }).type === "table");
  if (tables.length > 1) found.push("/blocks: more than one table");
  blocks.forEach((block, index) => found.push(...blockRefusals(block as Item, `/blocks/${index}`)));
  const all = texts(blocks).reduce((sum, text) => sum + text.length, 0);
  if (all > 11_300) found.push(`/blocks: msg_blocks_too_long (${all})`);
  return found;
}

interface Item {
  readonly type?: string;
  readonly text?: unknown;
  readonly fields?: readonly unknown[];
  readonly elements?: readonly Item[];
  readonly rows?: readonly (readonly Item[])[];
  readonly value?: string;
  readonly action_id?: string;
  readonly confirm?: unknown;
  readonly [key: string]: unknown;
}

function blockRefusals(block: Item, at: string): string[] {
  switch (String(block.type)) {
    case "header":
      return length((block.text as Item).text, 150, `${at}/text/text`);
    case "rich_text":
      return richRefusals(block, at);
    case "context":
      return [
        ...count(block.elements, 10, `${at}/elements`),
        ...(block.elements ?? []).flatMap((item, i) => length(item.text, 2_000, `${at}/elements/${i}/text`)),
      ];
    case "actions":
      return [
        ...count(block.elements, 25, `${at}/elements`),
        ...(block.elements ?? []).flatMap((item, i) => buttonRefusals(item, `${at}/elements/${i}`)),
        ...twice(
          (block.elements ?? []).map((item) => item.action_id ?? ""),
          at,
        ),
      ];
    case "table":
      return tableRefusals(block, at);
    default:
      return [`${at}: unknown block ${String(block.type)}`];
  }
}

function richRefusals(block: Item, at: string): string[] {
  const leaves = (item: Item): readonly Item[] =>
    item.elements === undefined ? [item] : item.elements.flatMap(leaves);
  return [
    ...count(block.elements, 1_000, `${at}/elements`),
    ...leaves(block).flatMap((item) => length(item.text, 12_000, `${at}/text`)),
  ];
}

function buttonRefusals(button: Item, at: string): string[] {
  const confirm = button.confirm as Readonly<Record<string, Item>> | undefined;
  return [
    ...length((button.text as Item).text, 75, `${at}/text/text`),
    ...length(button.value, 2_000, `${at}/value`),
    ...length(button.action_id, 255, `${at}/action_id`),
    ...(confirm === undefined
      ? []
      : [
          ...length(confirm["title"]?.text, 100, `${at}/confirm/title`),
          ...length(confirm["text"]?.text, 300, `${at}/confirm/text`),
          ...length(confirm["confirm"]?.text, 30, `${at}/confirm/confirm`),
          ...length(confirm["deny"]?.text, 30, `${at}/confirm/deny`),
        ]),
  ];
}

function tableRefusals(block: Item, at: string): string[] {
  const rows = block.rows ?? [];
  const width = rows[0]?.length ?? 0;
  const characters = rows.flat().reduce((sum, cell) => sum + String(cell.text).length, 0);
  return [
    ...count(rows, 100, `${at}/rows`),
    ...count(rows[0], 20, `${at}/rows/0`),
    ...rows.flatMap((row, i) => (row.length === width ? [] : [`${at}/rows/${i}: ragged`])),
    ...rows.flatMap((row, i) => row.flatMap((cell, j) => length(cell.text, 10_000, `${at}/rows/${i}/${j}`))),
    ...(characters > 10_000 ? [`${at}: ${characters} characters`] : []),
  ];
}

function length(text: unknown, most: number, at: string): string[] {
  if (typeof text !== "string") return [`${at}: no text`];
  if (text.trim() === "") return [`${at}: empty`];
  return text.length > most ? [`${at}: ${text.length} > ${most}`] : [];
}

function count(list: readonly unknown[] | undefined, most: number, at: string): string[] {
  const size = list?.length ?? 0;
  return size < 1 || size > most ? [`${at}: ${size} items`] : [];
}

function twice(ids: readonly string[], at: string): string[] {
  return new Set(ids).size === ids.length ? [] : [`${at}: an action_id twice`];
}

/** Every text that is shown, wherever it stands. */
export function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === "text" && typeof item === "string" ? [item] : texts(item),
  );
}
