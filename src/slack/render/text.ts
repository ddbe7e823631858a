import type { Reply, Table } from "../../contract/reply.ts";
import { fitMrkdwn, plain } from "./escape.ts";
import { limits } from "./limits.ts";

/**
 * A Reply as plain text: the notification, what a screen reader reads, and the answer itself when Slack refuses the
 * blocks. Built from the Reply, never from the blocks.
 *
 * @returns Escaped mrkdwn, at most `limits.messageText` long and never empty.
 */
export function renderText(reply: Reply): string {
  const facts = (reply.facts ?? []).map(({ label, value, comparison }) =>
    comparison === undefined ? `• ${label}: ${value}` : `• ${label}: ${value} · ${comparison}`,
  );
  const parts = [
    reply.headline,
    facts.join("\n"),
    ...(reply.paragraphs ?? []),
    reply.table === undefined ? "" : tableLines(reply.table),
    ...(reply.charts ?? []).map((chart) => chart.altText),
    reply.caveat === undefined ? "" : `⚠ ${reply.caveat}`,
    (reply.footer ?? []).join(" · "),
  ];
  const text = parts.map((part) => plain(part).trim()).filter((part) => part !== "");
  return fitMrkdwn(text.join("\n"), limits.messageText) || "…";
}

function tableLines({ columns, rows }: Table): string {
  return [columns.map(({ label }) => label), ...rows].map((row) => row.join(" | ")).join("\n");
}
