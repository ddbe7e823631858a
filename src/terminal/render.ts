import { stripVTControlCharacters, styleText } from "node:util";
import type { Action, Fact, Reply, Table } from "../reply.ts";
import { terminalSays } from "./words.ts";

/** How a text may look. */
export interface Look {
  /** Whether bold and dim may be used. */
  readonly styled: boolean;
  /** Characters in a line. */
  readonly width: number;
}

/** A Reply as text for a person at a terminal. Control characters of customers' data are taken out. */
export function renderText(reply: Reply, look: Look): string {
  const says = terminalSays[reply.locale];
  const parts = [
    style("bold", wrapText(clean(reply.headline), look.width), look),
    (reply.facts ?? []).length > 0 ? renderFacts(reply.facts ?? []) : undefined,
    reply.table === undefined ? undefined : renderTable(reply.table, look),
    ...(reply.paragraphs ?? []).map((paragraph) => wrapText(clean(paragraph), look.width)),
    ...(reply.charts ?? []).map((chart) => wrapText(clean(says.chart(chart.altText)), look.width)),
    reply.caveat === undefined ? undefined : wrapText(clean(`${says.note}: ${reply.caveat}`), look.width),
    (reply.actions ?? []).length > 0 ? renderActions(reply.actions ?? [], says.tryThese) : undefined,
    (reply.footer ?? []).length > 0 ? style("dim", clean((reply.footer ?? []).join(" · ")), look) : undefined,
  ];
  return `${parts.filter((part) => part !== undefined).join("\n\n")}\n`;
}

function style(format: "bold" | "dim", text: string, { styled }: Look): string {
  return styled ? styleText(format, text, { validateStream: false }) : text;
}

/** No escape sequence and no line break of somebody's data reaches the terminal. */
function clean(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/\p{Cc}+/gu, " ");
}

function renderFacts(facts: readonly Fact[]): string {
  const labels = padColumn(facts.map(({ label }) => clean(label)));
  const values = padColumn(facts.map(({ value }) => clean(value)));
  return facts
    .map(({ comparison }, i) => `  ${labels[i]}  ${values[i]}  ${clean(comparison ?? "")}`.trimEnd())
    .join("\n");
}

/** What a button would say, to be typed, and what stands on the button. */
function renderActions(actions: readonly Action[], heading: string): string {
  const lines = padColumn(actions.map(({ line }) => clean(line)));
  const rows = actions.map(({ label, line }, i) =>
    label === line ? `  ${clean(line)}` : `  ${lines[i]}  ${clean(label)}`,
  );
  return [`${heading}:`, ...rows].join("\n");
}

function renderTable({ columns, rows }: Table, look: Look): string {
  const padded = columns.map(({ label, align }, i) =>
    padColumn([clean(label), ...rows.map((row) => clean(row[i] ?? ""))], align),
  );
  const lines = [...Array(rows.length + 1).keys()].map((line) =>
    `  ${padded.map((cells) => cells[line]).join("  ")}`.trimEnd(),
  );
  return lines.map((line, i) => (i === 0 ? style("dim", line, look) : line)).join("\n");
}

/** Texts made equally wide with spaces. */
function padColumn(texts: readonly string[], align: "left" | "right" = "left"): readonly string[] {
  const width = Math.max(...texts.map(displayWidth));
  return texts.map((text) => {
    const space = " ".repeat(width - displayWidth(text));
    return align === "left" ? text + space : space + text;
  });
}

const graphemes = new Intl.Segmenter();

/** How many characters a reader counts; accents and joined emoji are part of theirs. */
function displayWidth(text: string): number {
  let width = 0;
  for (const _ of graphemes.segment(text)) width += 1;
  return width;
}

/** Breaks a text at spaces so that no line is longer than `width` characters, where its words allow it. */
function wrapText(text: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}
