// Buttons and menus of messages, forms and the App Home: one listener for all, by their data-act.

import { hints } from "./composer.js";
import { confirmed } from "./dialogs.js";
import { act, channel } from "./server.js";
import { closeThread, openThread } from "./stream.js";

/**
 * Where an element stands: on a message, in the form, or in the App Home.
 *
 * @param {Element} element
 * @returns {Record<string, string>}
 */
function spotOf(element) {
  const view = element.closest("[data-spot]");
  if (view instanceof HTMLElement) return { spot: view.dataset["spot"] ?? "" };
  const message = element.closest(".message");
  return message instanceof HTMLElement
    ? { channel: message.dataset["channel"] ?? channel, ts: message.dataset["ts"] ?? "" }
    : {};
}

/** @param {HTMLElement} element */
function addressOf(element) {
  const { block = "", action = "" } = element.dataset;
  return { ...spotOf(element), block, action };
}

/** @param {HTMLElement} element */
async function isAllowed({ dataset }) {
  const question = dataset["confirm"];
  return question === undefined || (await confirmed(JSON.parse(question)));
}

/** @type {Record<string, (element: HTMLElement) => Promise<unknown> | void>} */
const clicks = {
  press: async (element) => {
    if (await isAllowed(element)) await busy(element, act("press", addressOf(element)));
  },
  choose: async (element) => {
    if (element.dataset["value"] === undefined) return;
    element.closest("details")?.removeAttribute("open");
    if (await isAllowed(element))
      await act("choose", { ...addressOf(element), options: [element.dataset["value"]] });
  },
  thread: (element) => openThread(spotOf(element)["ts"] ?? ""),
  shortcuts: (element) => showShortcuts(element),
  shortcut: (element) => {
    const spot = spotOf(element);
    element.closest("menu")?.remove();
    return act("shortcut", { ...spot, callbackId: element.dataset["callback"] });
  },
  "close-thread": () => closeThread(),
  "close-modal": () => act("close"),
};

/** @type {Record<string, (element: HTMLSelectElement | HTMLInputElement) => Promise<unknown>>} */
const changes = {
  choose: async (element) => {
    if (await isAllowed(element)) await act("choose", { ...addressOf(element), options: picked(element) });
  },
  language: async ({ value }) => {
    await act("language", { locale: value });
    location.reload();
  },
  role: ({ value }) => act("role", { role: value }),
};

/**
 * @param {HTMLSelectElement | HTMLInputElement} element
 * @returns {string[]}
 */
function picked(element) {
  if (element instanceof HTMLSelectElement) return [...element.selectedOptions].map(({ value }) => value);
  if (element.type !== "checkbox") return [element.value];
  const all = document.getElementsByName(element.name);
  return [...all].flatMap((box) => (box instanceof HTMLInputElement && box.checked ? [box.value] : []));
}

/**
 * Shows that a press is on its way, and when it failed.
 *
 * @param {HTMLElement} element
 * @param {Promise<unknown>} done
 */
async function busy(element, done) {
  element.classList.add("busy");
  const ok = await done;
  element.classList.remove("busy");
  element.classList.toggle("failed", ok !== true);
}

/** @param {HTMLElement} element */
function showShortcuts(element) {
  const menu = document.createElement("menu");
  menu.className = "shortcut-menu";
  for (const { callbackId, name } of hints.shortcuts) {
    const entry = document.createElement("button");
    entry.type = "button";
    entry.dataset["act"] = "shortcut";
    entry.dataset["callback"] = callbackId;
    entry.textContent = name;
    menu.append(entry);
  }
  element.closest(".message")?.append(menu);
}

/**
 * Shows what the app suggests for what is typed.
 *
 * @param {HTMLInputElement} box
 */
async function suggest(box) {
  const place = /** @type {HTMLElement} */ (box.closest(".search-menu"));
  const menu = /** @type {HTMLElement} */ (place.querySelector("menu"));
  if (box.value.length < Number(box.dataset["least"])) {
    menu.hidden = true;
    return;
  }
  const query = box.value;
  const options = await act("suggest", { ...addressOf(place), query });
  if (box.value !== query) return; // An answer that a later one has overtaken.
  const entries = Array.isArray(options) ? options.map((option) => suggestion(option)) : [];
  menu.replaceChildren(...entries);
  if (entries.length === 0) menu.textContent = hints.words["none"] ?? "";
  menu.hidden = false;
}

/** @param {{ text: { text: string }, value: string }} option */
function suggestion({ text, value }) {
  const entry = document.createElement("button");
  entry.type = "button";
  entry.className = "suggestion";
  entry.dataset["value"] = value;
  entry.textContent = text.text;
  return entry;
}

/** @param {HTMLElement} entry */
async function takeSuggestion(entry) {
  const place = /** @type {HTMLElement} */ (entry.closest(".search-menu"));
  const [shown, held] = place.querySelectorAll("input");
  if (shown !== undefined) shown.value = entry.textContent ?? "";
  if (held !== undefined) held.value = entry.dataset["value"] ?? "";
  const menu = place.querySelector("menu");
  if (menu !== null) menu.hidden = true;
  if (place.dataset["act"] === "choose")
    await act("choose", { ...addressOf(place), options: [entry.dataset["value"]] });
}

/** @param {EventTarget | null} target */
function searchBox(target) {
  return target instanceof HTMLInputElement && target.closest(".search-menu") !== null ? target : undefined;
}

export function startElements() {
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    closeMenus(target);
    const entry = target.closest(".suggestion");
    const element = target.closest("[data-act]");
    if (entry instanceof HTMLElement) void takeSuggestion(entry);
    else if (element instanceof HTMLElement) void clicks[element.dataset["act"] ?? ""]?.(element);
  });
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLSelectElement || target instanceof HTMLInputElement)
      void changes[target.dataset["act"] ?? ""]?.(target);
  });
  document.addEventListener("input", ({ target }) => {
    const box = searchBox(target);
    if (box !== undefined) void suggest(box);
  });
  document.addEventListener("focusin", ({ target }) => {
    const box = searchBox(target);
    if (box !== undefined && box.dataset["least"] === "0") void suggest(box);
  });
}

/**
 * A click elsewhere closes what is open.
 *
 * @param {Element} target
 */
function closeMenus(target) {
  for (const open of document.querySelectorAll("details[open]"))
    if (!open.contains(target)) open.removeAttribute("open");
  for (const menu of document.querySelectorAll(".shortcut-menu")) if (!menu.contains(target)) menu.remove();
  for (const menu of document.querySelectorAll(".search-menu > menu"))
    if (menu instanceof HTMLElement && !menu.parentElement?.contains(target)) menu.hidden = true;
}
