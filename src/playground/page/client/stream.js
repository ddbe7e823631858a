// Messages: drawn by the server, patched in place so that open menus and the scroll position survive.

import { channel, fragment, isHome } from "./server.js";

/** @type {string | undefined} */
let openThreadTs;

/** Draws what is open: the channel's messages, or the App Home. */
export async function refreshStream() {
  const stream = document.querySelector("#stream");
  if (stream === null) return;
  if (isHome) {
    stream.innerHTML = await fragment("home");
    return;
  }
  patch(stream, await fragment("channel", { channel }));
}

/** Draws the open thread again. */
export async function refreshThread() {
  if (openThreadTs === undefined) return;
  const pane = threadPane();
  const html = await fragment("thread", { channel, ts: openThreadTs });
  const stream = pane.querySelector(".stream");
  if (stream === null) {
    pane.innerHTML = html;
    scrollDown(pane.querySelector(".stream"));
    return;
  }
  const fresh = parse(html).querySelector(".stream");
  patch(stream, fresh?.innerHTML ?? "");
}

/** @param {string} ts */
export async function openThread(ts) {
  openThreadTs = ts;
  const pane = threadPane();
  pane.replaceChildren();
  pane.hidden = false;
  await refreshThread();
  pane.querySelector("textarea")?.focus();
}

export function closeThread() {
  openThreadTs = undefined;
  threadPane().hidden = true;
}

/** The first message of the thread that is open. */
export function openThreadStart() {
  return openThreadTs;
}

function threadPane() {
  return /** @type {HTMLElement} */ (document.querySelector("#thread"));
}

/** @param {string} html */
function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/**
 * Replaces only the messages that differ, and stays at the end when one was there.
 *
 * @param {Element} stream
 * @param {string} html
 */
function patch(stream, html) {
  const wasAtEnd = stream.scrollHeight - stream.scrollTop - stream.clientHeight < 80;
  const known = new Map([...stream.children].map((slot) => [slot.id, slot]));
  const slots = [...parse(html).children].map((fresh) => {
    const old = known.get(fresh.id);
    return old !== undefined && drawnAs.get(old) === fresh.outerHTML ? old : remember(fresh);
  });
  stream.replaceChildren(...slots);
  if (wasAtEnd || known.size === 0) scrollDown(stream);
}

/**
 * How the server drew each slot: what a person has done to it since (an open menu) is no difference.
 *
 * @type {WeakMap<Element, string>}
 */
const drawnAs = new WeakMap();

/** @param {Element} slot */
function remember(slot) {
  drawnAs.set(slot, slot.outerHTML);
  return slot;
}

/** @param {Element | null} stream */
function scrollDown(stream) {
  if (stream === null) return;
  const toEnd = () => {
    stream.scrollTop = stream.scrollHeight;
  };
  toEnd();
  for (const picture of stream.querySelectorAll("img"))
    picture.addEventListener("load", toEnd, { once: true });
}
