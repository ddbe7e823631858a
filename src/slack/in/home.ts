import type { HomeView, KnownBlock } from "@slack/types";
import type { Actor } from "../../contract/actor.ts";
import type { Locale } from "../../lib/locale.ts";
import type { Reply, Table } from "../../contract/reply.ts";
import type { Bot } from "../bot.ts";
import { retrying } from "../client/clients.ts";
import { fit, plain } from "../render/escape.ts";
import { readFailure } from "../out/failure.ts";
import { limits } from "../render/limits.ts";
import { plainText, renderButton } from "../render/reply.ts";
import { says } from "../render/words.ts";
import { wrapLines } from "../../lib/text-wrapping.ts";

/** The dashboard says these lines and shows their answers, in this order. */
const lines = ["status", "list", "moves since 1w", "jobs", "digest list", "settings"];
const most = { facts: 8, rows: 12, buttons: 4, cell: 60, paragraphs: 3 };

/** Publishes a person's App Home: answers to the same lines that they could type, in their language. */
export async function publishHome(bot: Bot, user: string): Promise<void> {
  const actor = await bot.findActor(user);
  const replies = await Promise.all(lines.map((line) => bot.edge.answer(line, actor)));
  const view = renderHome(replies, actor);
  try {
    await retrying(() => bot.clients.interactive.views.publish({ user_id: user, view }));
  } catch (thrown) {
    // The tab keeps what it showed; it is published again when it is opened again.
    bot.edge.log.warn({ failure: readFailure(thrown).kind }, "App Home could not be published");
  }
}

/** App Home within its hundred blocks: one section an answer; what is not totals has no place here. */
export function renderHome(replies: readonly Reply[], { locale }: Actor): HomeView {
  const shown = replies.filter(({ outcome, privacy }) => outcome === "ok" && privacy === "totals");
  const sections = shown.flatMap((reply, index) => renderSection(reply, index));
  const blocks = [...renderSearch(locale), ...sections].slice(0, limits.blocks.home);
  return { type: "home", blocks };
}

function renderSearch(locale: Locale): KnownBlock[] {
  const words = says[locale];
  const menu = (verb: "profile" | "customer", placeholder: string) => ({
    type: "external_select" as const,
    action_id: `pick:${verb}`,
    placeholder: plainText(placeholder),
    min_query_length: verb === "profile" ? 0 : 1,
  });
  const elements = [menu("profile", words.pickSegment), menu("customer", words.pickCustomer)];
  return [{ type: "actions", block_id: "search", elements }];
}

function renderSection(reply: Reply, section: number): KnownBlock[] {
  const headline = plain(reply.headline).trim();
  const facts = (reply.facts ?? []).slice(0, most.facts).map(({ label, value }) => `${label}: ${value}`);
  const text = [...facts, ...(reply.paragraphs ?? []).slice(0, most.paragraphs)].map(plain).join("\n");
  const actions = (reply.actions ?? []).filter(({ line }) => line.length <= limits.buttonValue);
  const elements = actions
    .slice(0, most.buttons)
    .map((action, index) => renderButton(action, section * 10 + index, reply.locale));
  return [
    { type: "header", text: plainText(fit(headline, limits.header) || "Segmenta") },
    ...(text.trim() === "" ? [] : [section3000(text)]),
    ...(reply.table === undefined ? [] : renderTable(reply.table)),
    ...(elements.length === 0 ? [] : [{ type: "actions" as const, elements }]),
    ...renderFooter(reply),
    { type: "divider" },
  ];
}

function section3000(text: string): KnownBlock {
  return { type: "section", text: plainText(fit(text, limits.section)) };
}

function renderFooter({ footer = [] }: Reply): KnownBlock[] {
  const text = fit(plain(footer.join(" · ")).trim(), limits.contextText);
  return text === "" ? [] : [{ type: "context", elements: [plainText(text)] }];
}

/**
 * A table in letters of one width: App Home has no table block. It is no wider than its rows need, as a line that is
 * broken stands under the wrong columns: long heads take several lines.
 */
function renderTable({ columns, rows }: Table): KnownBlock[] {
  const body = rows.slice(0, most.rows).map((row) => columns.map((_, column) => cellText(row[column] ?? "")));
  const labels = columns.map(({ label }) => cellText(label));
  const widths = labels.map((label, column) =>
    Math.max(...label.split(" ").map(({ length }) => length), ...body.map((row) => row[column]?.length ?? 0)),
  );
  const heads = labels.map((label, column) => wrapLines(label, widths[column] ?? 0));
  const height = Math.max(0, ...heads.map(({ length }) => length));
  const head = Array.from({ length: height }, (_, line) => heads.map((stack) => stack[line] ?? ""));
  const lines = [...head, ...body].map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return columns[column]?.align === "right" ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
  const text = fit(lines.join("\n"), limits.section);
  if (rows.length === 0 || text.trim() === "") return [];
  return [
    { type: "rich_text", elements: [{ type: "rich_text_preformatted", elements: [{ type: "text", text }] }] },
  ];
}

function cellText(text: string): string {
  return fit(plain(text).replaceAll(/\s+/gu, " "), most.cell);
}
