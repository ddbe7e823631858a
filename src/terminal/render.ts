import { stripVTControlCharacters, styleText } from "node:util";
import type { Action, Fact, Form, Reply, Table } from "../contract/reply.ts";
import { wrapLines } from "../lib/text-wrapping.ts";
import { layColumns } from "./columns.ts";
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
    (reply.facts ?? []).length > 0 ? renderFacts(reply.facts ?? [], look) : undefined,
    reply.table === undefined ? undefined : renderTable(reply.table, look),
    ...(reply.paragraphs ?? []).map((paragraph) => wrapParagraph(paragraph, look.width)),
    ...(reply.charts ?? []).map((chart) => wrapText(clean(says.chart(chart.altText)), look.width)),
    reply.caveat === undefined ? undefined : wrapText(clean(`${says.note}: ${reply.caveat}`), look.width),
    reply.form === undefined ? undefined : renderForm(reply.form, says.fillIn(reply.form.line), look),
    (reply.actions ?? []).length > 0 ? renderActions(reply.actions ?? [], says.tryThese, look) : undefined,
    (reply.footer ?? []).length > 0
      ? style("dim", wrapText(clean((reply.footer ?? []).join(" · ")), look.width), look)
      : undefined,
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

function renderFacts(facts: readonly Fact[], { width }: Look): string {
  const columns = [
    { cells: facts.map(({ label }) => clean(label)) },
    { cells: facts.map(({ value }) => clean(value)) },
    { cells: facts.map(({ comparison }) => clean(comparison ?? "")) },
  ];
  return layColumns(columns, width).join("\n");
}

/** What a button would say, to be typed whole, and what stands on the button. */
function renderActions(actions: readonly Action[], heading: string, { width }: Look): string {
  const columns = [
    { cells: actions.map(({ line }) => clean(line)), whole: true },
    { cells: actions.map(({ label, line }) => (label === line ? "" : clean(label))) },
  ];
  return [`${heading}:`, ...layColumns(columns, width)].join("\n");
}

/** What each field appends to the line, what it means, and what there is to choose from. */
function renderForm({ fields }: Form, heading: string, { width }: Look): string {
  const columns = [
    {
      cells: fields.map(({ name, value = "…" }) => clean(name === "" ? value : `${name}=${value}`)),
      whole: true,
    },
    { cells: fields.map(({ label }) => clean(label)) },
    { cells: fields.map(({ choices = [] }) => clean(choices.map(({ value }) => value).join(", "))) },
  ];
  return [clean(`${heading}:`), ...layColumns(columns, width)].join("\n");
}

function renderTable({ columns, rows }: Table, look: Look): string {
  const cleaned = columns.map(({ label, align }, i) => ({
    cells: [clean(label), ...rows.map((row) => clean(row[i] ?? ""))],
    align,
  }));
  return layColumns(cleaned, look.width)
    .map((line, i) => (i === 0 ? style("dim", line, look) : line))
    .join("\n");
}

/** A paragraph may have lines of its own, as the points of a list. */
function wrapParagraph(paragraph: string, width: number): string {
  const lines = paragraph.split("\n").map((line) => wrapText(clean(line), width));
  return lines.join("\n");
}

function wrapText(text: string, width: number): string {
  return wrapLines(text, width).join("\n");
}
