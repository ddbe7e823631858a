import { describe, expect, it } from "vitest";
import { objectToBlocks, objectToOptions, objectToView } from "../../src/playground/validate/validate.ts";
import type { Json, JsonObject } from "../../src/contract/reply.ts";

/** The size that Slack takes, and where it points at one more. */

const x = (length: number) => "x".repeat(length);
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const plain = (length: number) => ({ type: "plain_text", text: x(length) });
const mrkdwn = (length: number) => ({ type: "mrkdwn", text: x(length) });
const divider = { type: "divider" };
const button = (own: JsonObject = {}) => ({ type: "button", text: plain(3), ...own });
const actions = (...elements: Json[]) => ({ type: "actions", elements });
const options = (count: number) => many(count, (index) => ({ text: plain(3), value: String(index) }));
const menu = (own: JsonObject) => actions({ type: "static_select", ...own });
const image = (own: JsonObject = {}) => ({
  type: "image",
  image_url: "https://example.com/a.png",
  alt_text: "a",
  ...own,
});
const cell = { type: "raw_text", text: "1" };
const grid = (rows: number, columns: number) => many(rows, () => many(columns, () => cell));
const table = (rows: number, columns: number) => ({ type: "table", rows: grid(rows, columns) });
const dataTable = (rows: number, columns: number) => ({
  type: "data_table",
  rows: grid(rows, columns),
  caption: "c",
});
const bars = (series: number, points: number, own: JsonObject = {}) => ({
  type: "data_visualization",
  title: "t",
  chart: {
    type: "bar",
    series: many(series, (index) => ({
      name: `s${index}`,
      data: many(points, (point) => ({ label: `p${point}`, value: point })),
    })),
  },
  ...own,
});
const pie = (segments: number, label = "a") => ({
  type: "data_visualization",
  title: "t",
  chart: { type: "pie", segments: many(segments, () => ({ label, value: 1 })) },
});

type Limit = readonly [what: string, most: number, make: (size: number) => Json[], pointer: string];

const messageLimits: readonly Limit[] = [
  ["blocks", 50, (n) => many(n, () => divider), "/blocks"],
  ["section text", 3000, (n) => [{ type: "section", text: mrkdwn(n) }], "/blocks/0/text/text"],
  ["section field", 2000, (n) => [{ type: "section", fields: [mrkdwn(n)] }], "/blocks/0/fields/0/text"],
  ["section fields", 10, (n) => [{ type: "section", fields: many(n, () => mrkdwn(1)) }], "/blocks/0/fields"],
  ["header", 150, (n) => [{ type: "header", text: plain(n) }], "/blocks/0/text/text"],
  [
    "context elements",
    10,
    (n) => [{ type: "context", elements: many(n, () => mrkdwn(1)) }],
    "/blocks/0/elements",
  ],
  ["actions elements", 25, (n) => [actions(...many(n, () => button()))], "/blocks/0/elements"],
  [
    "overflow options",
    5,
    (n) => [actions({ type: "overflow", options: options(n) })],
    "/blocks/0/elements/0/options",
  ],
  [
    "radio options",
    10,
    (n) => [actions({ type: "radio_buttons", options: options(n) })],
    "/blocks/0/elements/0/options",
  ],
  [
    "checkboxes",
    10,
    (n) => [actions({ type: "checkboxes", options: options(n) })],
    "/blocks/0/elements/0/options",
  ],
  ["button text", 75, (n) => [actions(button({ text: plain(n) }))], "/blocks/0/elements/0/text/text"],
  ["button value", 2000, (n) => [actions(button({ value: x(n) }))], "/blocks/0/elements/0/value"],
  [
    "button URL",
    3000,
    (n) => [actions(button({ url: `https://a/${x(n - 10)}` }))],
    "/blocks/0/elements/0/url",
  ],
  ["select options", 100, (n) => [menu({ options: options(n) })], "/blocks/0/elements/0/options"],
  [
    "option text",
    75,
    (n) => [menu({ options: [{ text: plain(n), value: "1" }] })],
    "/blocks/0/elements/0/options/0/text/text",
  ],
  [
    "option value",
    75,
    (n) => [menu({ options: [{ text: plain(1), value: x(n) }] })],
    "/blocks/0/elements/0/options/0/value",
  ],
  ["block_id", 255, (n) => [{ ...divider, block_id: x(n) }], "/blocks/0/block_id"],
  ["action_id", 255, (n) => [actions(button({ action_id: x(n) }))], "/blocks/0/elements/0/action_id"],
  ["image alt text", 2000, (n) => [image({ alt_text: x(n) })], "/blocks/0/alt_text"],
  ["image title", 2000, (n) => [image({ title: plain(n) })], "/blocks/0/title/text"],
  ["image URL", 3000, (n) => [image({ image_url: `https://a/${x(n - 10)}` })], "/blocks/0/image_url"],
  ["table rows", 100, (n) => [table(n, 2)], "/blocks/0/rows"],
  ["table columns", 20, (n) => [table(1, n)], "/blocks/0/rows/0"],
  [
    "table text",
    10_000,
    (n) => [{ type: "table", rows: [[{ type: "raw_text", text: x(n) }]] }],
    "/blocks/0/rows/0/0/text",
  ],
  ["data_table rows", 101, (n) => [dataTable(n, 1)], "/blocks/0/rows"],
  ["data_table columns", 20, (n) => [dataTable(2, n)], "/blocks/0/rows/0"],
  ["charts", 2, (n) => many(n, () => pie(1)), "/blocks"],
  ["chart title", 50, (n) => [bars(1, 1, { title: x(n) })], "/blocks/0/title"],
  ["chart label", 20, (n) => [pie(1, x(n))], "/blocks/0/chart/segments/0/label"],
  ["chart series", 12, (n) => [bars(n, 1)], "/blocks/0/chart/series"],
  ["chart segments", 12, (n) => [pie(n)], "/blocks/0/chart/segments"],
  ["chart points", 20, (n) => [bars(1, n)], "/blocks/0/chart/series/0/data"],
  ["markdown", 12_000, (n) => [{ type: "markdown", text: x(n) }], "/blocks/0/text"],
];

describe("objectToBlocks", () => {
  it.each(messageLimits)("takes %s up to %i, and points at one more", (_what, most, make, pointer) => {
    expect(objectToBlocks(make(most))).toBeUndefined();
    const objection = objectToBlocks(make(most + 1));
    expect(objection?.error).toBe("invalid_blocks");
    expect(objection?.messages[0]).toContain(`[json-pointer:${pointer}]`);
  });

  it("takes 11,300 characters of text over a message, and not one more", () => {
    const sections = (last: number) =>
      [3000, 3000, 3000, last].map((n) => ({ type: "section", text: mrkdwn(n) }));
    expect(objectToBlocks(sections(2300))).toBeUndefined();
    expect(objectToBlocks(sections(2301))).toEqual({ error: "msg_blocks_too_long", messages: [] });
  });

  it("counts the characters of all tables together", () => {
    const text = (n: number) => [{ type: "raw_text", text: x(n) }];
    const twoTables = (n: number) => [
      { type: "table", rows: [text(5000)] },
      { ...dataTable(2, 1), rows: [text(n - 1), [cell]] },
    ];
    expect(objectToBlocks(twoTables(5000))).toBeUndefined();
    expect(objectToBlocks(twoTables(5001))?.error).toBe("invalid_blocks");
  });

  it.each<[string, Json, string]>([
    ["an empty text", { type: "section", text: mrkdwn(0) }, "/blocks/0/text/text"],
    ["a section that says nothing", { type: "section" }, "/blocks/0"],
    ["an unknown block", { type: "hologram" }, "/blocks/0/type"],
    ["an unknown element", actions({ type: "lever" }), "/blocks/0/elements/0/type"],
    ["an unknown field", { type: "divider", color: "red" }, "/blocks/0"],
    ["a type that is a property of every object", { type: "constructor" }, "/blocks/0/type"],
    ["an image without alt text", { type: "image", image_url: "https://a/b.png" }, "/blocks/0"],
    ["an image without a picture", { type: "image", alt_text: "a" }, "/blocks/0"],
    ["an SVG", image({ image_url: "https://a/b.svg" }), "/blocks/0/image_url"],
    ["a button with marked-up text", actions(button({ text: mrkdwn(1) })), "/blocks/0/elements/0/text/type"],
    [
      "a script as a button's URL",
      actions(button({ url: "javascript:alert(1)" })),
      "/blocks/0/elements/0/url",
    ],
    ["an empty cell", { type: "table", rows: [[{ type: "raw_text", text: "" }]] }, "/blocks/0/rows/0/0/text"],
    ["a data_table with a header alone", dataTable(1, 1), "/blocks/0/rows"],
    ["a data_table of uneven rows", { ...dataTable(2, 1), rows: [[cell], [cell, cell]] }, "/blocks/0/rows/1"],
    ["a data_table without caption", { type: "data_table", rows: grid(2, 1) }, "/blocks/0"],
    ["actions with nothing in them", actions(), "/blocks/0/elements"],
    [
      "one action_id twice in a block",
      actions(button({ action_id: "go" }), button({ action_id: "go" })),
      "/blocks/0/elements/1/action_id",
    ],
  ])("refuses %s", (_what, block, pointer) => {
    const objection = objectToBlocks([block]);
    expect(objection?.error).toBe("invalid_blocks");
    expect(objection?.messages.join()).toContain(`[json-pointer:${pointer}]`);
  });

  it("refuses one block_id twice, but takes one action_id in two blocks", () => {
    expect(
      objectToBlocks([
        { ...divider, block_id: "a" },
        { ...divider, block_id: "a" },
      ])?.messages[0],
    ).toContain("/blocks/1/block_id");
    const go = actions(button({ action_id: "go" }));
    expect(objectToBlocks([go, go])).toBeUndefined();
  });

  it("takes one table in a message, and numbers in its cells", () => {
    const number = { type: "raw_number", value: 41.5 };
    expect(objectToBlocks([{ type: "table", rows: [[cell, number]] }])).toBeUndefined();
    expect(objectToBlocks([table(1, 1), table(1, 1)])?.error).toBe("invalid_attachments");
  });

  it("refuses what is no list", () => {
    expect(objectToBlocks("[]")?.error).toBe("invalid_blocks_format");
  });
});

const field = (own: JsonObject = {}) => ({
  type: "input",
  label: plain(4),
  element: { type: "plain_text_input" },
  ...own,
});
const modal = (own: JsonObject = {}) => ({
  type: "modal",
  title: plain(4),
  submit: plain(4),
  blocks: [field()],
  ...own,
});

describe("objectToView", () => {
  it.each<[string, number, (size: number) => JsonObject, string]>([
    ["blocks", 100, (n) => ({ blocks: many(n, () => divider) }), "/view/blocks"],
    ["title", 24, (n) => ({ title: plain(n) }), "/view/title/text"],
    ["submit", 24, (n) => ({ submit: plain(n) }), "/view/submit/text"],
    ["close", 24, (n) => ({ close: plain(n) }), "/view/close/text"],
    ["private_metadata", 3000, (n) => ({ private_metadata: x(n) }), "/view/private_metadata"],
    ["callback_id", 255, (n) => ({ callback_id: x(n) }), "/view/callback_id"],
    ["label", 2000, (n) => ({ blocks: [field({ label: plain(n) })] }), "/view/blocks/0/label/text"],
  ])("takes a modal's %s up to %i, and points at one more", (_what, most, make, pointer) => {
    expect(objectToView(modal(make(most)), "modal")).toBeUndefined();
    const objection = objectToView(modal(make(most + 1)), "modal");
    expect(objection?.error).toBe("invalid_arguments");
    expect(objection?.messages[0]).toContain(`[json-pointer:${pointer}]`);
  });

  it("takes 100 blocks in an App Home, and not one more", () => {
    const home = (n: number) => ({ type: "home", blocks: many(n, () => divider) });
    expect(objectToView(home(100), "home")).toBeUndefined();
    expect(objectToView(home(101), "home")?.messages[0]).toContain("[json-pointer:/view/blocks]");
  });

  it("wants a submit button where there are fields", () => {
    const { submit: _, ...rest } = modal();
    expect(objectToView(rest, "modal")?.messages).toEqual([
      "missing required field: submit [json-pointer:/view]",
    ]);
  });

  it.each([
    ["a table", table(1, 1)],
    ["markdown", { type: "markdown", text: "a" }],
    ["a chart", pie(1)],
  ])("refuses %s, which only messages have", (_what, block) => {
    const objection = objectToView(modal({ blocks: [block] }), "modal");
    expect(objection?.messages[0]).toContain("/view/blocks/0/type");
  });

  it("refuses a modal as App Home and an App Home as modal", () => {
    expect(objectToView(modal(), "home")?.error).toBe("invalid_arguments");
    expect(objectToView({ type: "home", blocks: [] }, "modal")?.error).toBe("invalid_arguments");
  });
});

describe("objectToOptions", () => {
  it("takes up to 100 options, or none", () => {
    expect(objectToOptions({ options: [] })).toEqual([]);
    expect(objectToOptions({ options: options(100) })).toEqual([]);
    expect(objectToOptions({ options: options(101) })).toHaveLength(1);
  });
});
