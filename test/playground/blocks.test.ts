import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { at } from "../../src/lib/at.ts";
import { shop } from "../../src/playground/workspace/fixtures.ts";
import { createState } from "../../src/playground/workspace/new-state.ts";
import { Blocks } from "../../src/playground/page/blocks.tsx";
import { viewerFor } from "../../src/playground/page/viewer.ts";
import type { JsonObject } from "../../src/contract/reply.ts";

/** The HTML of one block, drawn for the first person of the shop. */
function draw(block: JsonObject): string {
  const state = createState(shop, {}, () => undefined);
  const viewer = viewerFor(state, at([...state.people.values()], 0));
  return renderToStaticMarkup(createElement(Blocks, { blocks: [block], viewer }));
}

const plain = (text: string) => ({ type: "plain_text", text });

describe("what slack-blocks-to-jsx draws wrongly and the page puts right", () => {
  it("numbers in a table's cells", () => {
    const number = { type: "raw_number", value: 41.5, text: "41,5 %" };
    expect(draw({ type: "table", rows: [[number, { type: "raw_number", value: 7 }]] })).toMatch(
      /41,5 %.*>7</,
    );
  });

  it("a data_table, which it leaves blank", () => {
    const rows = [[{ type: "raw_text", text: "Segment" }], [{ type: "raw_text", text: "Loyal <families>" }]];
    const html = draw({ type: "data_table", caption: "Segments", rows });
    expect(html).toContain("<caption>Segments</caption>");
    expect(html).toContain("<td>Loyal &lt;families&gt;</td>");
  });

  it("a picture that is a file of ours, which it gives no address", () => {
    const image = { type: "image", alt_text: "a chart", slack_file: { id: "F000007" } };
    expect(draw(image)).toContain('src="/page/files/F000007?user=U0ADA"');
  });

  it("a script behind a button or a link", () => {
    const button = { type: "button", text: plain("Go"), action_id: "go", url: "javascript:alert(1)" };
    expect(draw({ type: "actions", elements: [button] })).not.toContain("javascript:");
    const link = { type: "mrkdwn", text: "<javascript:alert(1)|go>" };
    expect(draw({ type: "section", text: link })).not.toContain("javascript:");
  });

  it("names of people and channels", () => {
    const text = { type: "mrkdwn", text: "<@U0ANA> in <#C0MARKETING>" };
    const words = draw({ type: "section", text }).replaceAll(/<[^>]+>/g, "");
    expect(words).toBe("@Ana Torres in #marketing");
  });

  it("a block it cannot draw, whose JSON is shown", () => {
    const html = draw({ type: "rich_text", elements: [{ type: "rich_text_section", elements: 7 }] });
    expect(html).toContain("broken-block");
  });
});

describe("an element", () => {
  it("carries where it stands, so that a press finds it, and what to ask first", () => {
    const confirm = {
      title: plain("Sure?"),
      text: plain("It goes."),
      confirm: plain("Yes"),
      deny: plain("No"),
    };
    const button = { type: "button", text: plain("Stop"), action_id: "stop", confirm };
    const html = draw({ type: "actions", block_id: "b1", elements: [button] });
    expect(html).toContain('data-act="press" data-block="b1" data-action="stop"');
    expect(html).toContain("&quot;title&quot;:&quot;Sure?&quot;");
  });

  it("of a menu shows the option that is chosen", () => {
    const option = (value: string) => ({ text: plain(`Segment ${value}`), value });
    const options = [option("1"), option("2")];
    const menu = { type: "static_select", action_id: "s", options, initial_option: option("2") };
    expect(draw({ type: "actions", elements: [menu] })).toContain(
      '<option value="2" selected="">Segment 2</option>',
    );
  });
});
