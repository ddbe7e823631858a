import type {
  Button,
  ConfirmationDialog,
  KnownBlock,
  PlainTextElement,
  RichTextBlock,
  RichTextSection,
} from "@slack/types";
import type { Locale } from "../../lib/locale.ts";
import type { Action, Fact, Form, Reply, Table } from "../../contract/reply.ts";
import { fit, plain } from "./escape.ts";
import { limits } from "./limits.ts";
import { renderTable } from "./table.ts";
import { renderText as replyText } from "./text.ts";
import { says } from "./words.ts";

/** A message as Slack takes it: always both, because `chat.update` with text alone deletes the blocks. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/** How much of a message has been used, and what had to be left out of it, in the reader's words. */
interface Draft {
  readonly locale: Locale;
  readonly cut: Set<string>;
  characters: number;
}

/** Characters kept free for the footer and for saying what was cut. */
const reserve = 900;
const most = { facts: 15, paragraphs: 30, buttons: 8 };
const longest = { headline: 1_000, factPart: 120, text: 2_500, footer: 300 };
/** The value of one of a few facts may be a list; among many it is short, so that they leave room for the rest. */
const roomy = { facts: 5, value: 300 };

/** Action ids: a button says its value; the form button opens the form that its value answers with. */
export const actionIds = { say: "say", form: "form" } as const;

/**
 * A Reply as a message that Slack accepts, whatever its size: fitted to every limit, and what was left out is said.
 * Pictures and files are not part of it: they are uploaded beside it.
 *
 * @param line The command line that was answered; the form button says it again.
 */
export function renderReply(reply: Reply, line = ""): Message {
  const draft: Draft = { locale: reply.locale, cut: new Set(), characters: 0 };
  // Room is given out in the order of importance, which is not the order on the screen.
  const headline = renderHeadline(draft, reply.headline);
  const actions = renderActions(draft, reply, line);
  const facts = renderFacts(draft, reply.facts ?? []);
  const caveat = reply.caveat === undefined ? [] : renderText(draft, `⚠ ${reply.caveat}`);
  const paragraphs = renderParagraphs(draft, reply.paragraphs ?? []);
  const table = reply.table === undefined ? [] : renderRows(draft, reply.table);
  const footer = renderFooter(draft, reply.footer ?? []);
  const blocks = [...headline, ...facts, ...paragraphs, ...table, ...caveat, ...actions, ...footer];
  return { text: replyText(reply), blocks };
}

function renderHeadline(draft: Draft, headline: string): KnownBlock[] {
  const text = take(draft, headline.trim(), longest.headline);
  if (text === "") return [];
  if (text.length > limits.header || text.includes("\n")) return [richText(text, { bold: true })];
  return [{ type: "header", text: { type: "plain_text", text, emoji: false } }];
}

function renderFacts(draft: Draft, facts: readonly Fact[]): KnownBlock[] {
  const shown = facts.slice(0, most.facts);
  if (shown.length < facts.length) draft.cut.add(says[draft.locale].factsCut(shown.length, facts.length));
  if (shown.length === 0) return [];
  const longestValue = shown.length <= roomy.facts ? roomy.value : longest.factPart;
  const elements = shown.map((fact) => renderFact(draft, fact, longestValue));
  return [{ type: "rich_text", elements: [{ type: "rich_text_list", style: "bullet", elements }] }];
}

function renderFact(draft: Draft, fact: Fact, longestValue: number): RichTextSection {
  const value = take(draft, fact.value, longestValue);
  const comparison = take(draft, fact.comparison ?? "", longest.factPart);
  return {
    type: "rich_text_section",
    elements: [
      { type: "text", text: `${take(draft, fact.label, longest.factPart)}: ` },
      { type: "text", text: value || says[draft.locale].emptyCell, style: { bold: true } },
      ...(comparison === "" ? [] : [{ type: "text" as const, text: ` · ${comparison}` }]),
    ],
  };
}

function renderParagraphs(draft: Draft, paragraphs: readonly string[]): KnownBlock[] {
  if (paragraphs.length > most.paragraphs) draft.cut.add(says[draft.locale].textCut);
  return paragraphs.slice(0, most.paragraphs).flatMap((paragraph) => renderText(draft, paragraph));
}

/** One text, as long as there is room for it. */
function renderText(draft: Draft, text: string): KnownBlock[] {
  const fitted = take(draft, text, Math.min(longest.text, room(draft)));
  return fitted === "" ? [] : [richText(fitted)];
}

function renderRows(draft: Draft, table: Table): KnownBlock[] {
  const { block, cut, characters } = renderTable(table, draft.locale, room(draft));
  for (const sentence of cut) draft.cut.add(sentence);
  draft.characters += characters;
  return block === undefined ? [] : [block];
}

function renderActions(draft: Draft, reply: Reply, line: string): KnownBlock[] {
  const actions = reply.actions ?? [];
  const shown = actions.filter((action) => fitsButton(action.line)).slice(0, most.buttons);
  if (shown.length < actions.length) {
    draft.cut.add(says[draft.locale].buttonsCut(shown.length, actions.length));
  }
  if (shown.some(isShortened)) draft.cut.add(says[draft.locale].textCut);
  const buttons = shown.map((action, index) => renderButton(action, index, draft.locale));
  if (reply.form !== undefined && fitsButton(line)) {
    buttons.splice(
      reply.form.open === undefined ? 0 : 1,
      0,
      renderFormButton(reply.form, line, draft.locale),
    );
  }
  for (const { text, confirm } of buttons) {
    draft.characters += text.text.length + (confirm === undefined ? 0 : limits.confirmText);
  }
  return buttons.length === 0 ? [] : [{ type: "actions", elements: buttons }];
}

function isShortened({ label, confirm = "" }: Action): boolean {
  return plain(label).trim().length > limits.buttonText || plain(confirm).trim().length > limits.confirmText;
}

/** Whether Slack can carry the line as a button's value. */
function fitsButton(line: string): boolean {
  return plain(line).trim() !== "" && line.length <= limits.buttonValue;
}

function renderFormButton({ open }: Form, line: string, locale: Locale): Button {
  const text = plainText(open === undefined ? says[locale].openForm : fit(plain(open), limits.buttonText));
  const button = { type: "button" as const, action_id: actionIds.form, text, value: line };
  return open === undefined ? { ...button, style: "primary" } : button;
}

/**
 * A button whose value is the command line that it says.
 *
 * @param index Its place in the message: an action id may stand there once.
 */
export function renderButton(action: Action, index: number, locale: Locale): Button {
  const label = fit(plain(action.label).trim(), limits.buttonText) || fit(action.line, limits.buttonText);
  return {
    type: "button",
    action_id: `${actionIds.say}:${index}`,
    text: plainText(label),
    value: action.line,
    ...(action.style === undefined ? {} : { style: action.style }),
    ...(action.confirm === undefined ? {} : { confirm: renderConfirm(action.confirm, locale) }),
  };
}

function renderConfirm(question: string, locale: Locale): ConfirmationDialog {
  const words = says[locale];
  const text = fit(plain(question).trim(), limits.confirmText) || words.confirmTitle;
  return {
    title: plainText(words.confirmTitle),
    text: plainText(text),
    confirm: plainText(words.yes),
    deny: plainText(words.no),
  };
}

/** What was cut, and where the numbers come from. */
function renderFooter(draft: Draft, footer: readonly string[]): KnownBlock[] {
  const sources = take(draft, footer.filter((text) => text.trim() !== "").join(" · "), longest.footer);
  const texts = [[...draft.cut].join(" "), sources].filter((text) => text !== "");
  return texts.length === 0 ? [] : [{ type: "context", elements: texts.map(plainText) }];
}

/** Characters that may still be given out. */
function room(draft: Draft): number {
  return Math.max(0, limits.blockCharacters - reserve - draft.characters);
}

/** The text without disguises, fitted; when it had to be cut, that will be said. */
function take(draft: Draft, text: string, length: number): string {
  const clean = plain(text);
  if (clean.length > length) draft.cut.add(says[draft.locale].textCut);
  const fitted = fit(clean, length);
  if (fitted.trim() === "") return "";
  draft.characters += fitted.length;
  return fitted;
}

/** Text that is never read as markup. */
export function plainText(text: string): PlainTextElement {
  return { type: "plain_text", text, emoji: false };
}

function richText(text: string, style?: { readonly bold: boolean }): RichTextBlock {
  const element = { type: "text" as const, text, ...(style === undefined ? {} : { style }) };
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [element] }] };
}
