// The box that one writes in: sending, files, and the popup of commands.

import { act, channel, upload } from "./server.js";
import { openThreadStart } from "./stream.js";

/**
 * @typedef {{ usage: string, description?: string }} Usage
 * @typedef {{ command: string, description: string, usages: Usage[] }} Command
 * @typedef {{ commands: Command[], shortcuts: { callbackId: string, name: string }[], words: Record<string, string> }} Hints
 */

/** What the page knows of the app. */
export const hints = /** @type {Hints} */ (
  JSON.parse(document.querySelector("#commands")?.textContent ?? "{}")
);

/** Listens to every box, also to those that are drawn later. */
export function startComposers() {
  document.addEventListener("submit", (event) => {
    const form = composerOf(event.target);
    if (form === undefined) return;
    event.preventDefault();
    void sendFrom(form);
  });
  document.addEventListener("keydown", (event) => {
    const form = composerOf(event.target);
    if (form !== undefined) onKey(form, event);
  });
  document.addEventListener("input", (event) => {
    const form = composerOf(event.target);
    if (form !== undefined) onInput(form);
  });
  document.addEventListener("change", (event) => void onFile(event.target));
  // A file that was chosen before this script was there would be lost without a word.
  for (const input of document.querySelectorAll("input[type=file]")) void onFile(input);
  document.addEventListener("click", (event) => onHint(event.target));
  startDropping();
}

/**
 * @param {EventTarget | null} target
 * @returns {HTMLFormElement | undefined}
 */
function composerOf(target) {
  const form = target instanceof Element ? target.closest("form.composer") : null;
  return form instanceof HTMLFormElement ? form : undefined;
}

/** @param {HTMLFormElement} form */
function boxOf(form) {
  return /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
}

/** @param {HTMLFormElement} form */
async function sendFrom(form) {
  const box = boxOf(form);
  const words = box.value.trim();
  if (words === "") return;
  box.value = "";
  onInput(form);
  const thread = form.id === "thread-composer" ? openThreadStart() : undefined;
  await act("say", { channel, words, thread: thread ?? "" });
}

/**
 * @param {HTMLFormElement} form
 * @param {KeyboardEvent} event
 */
function onKey(form, event) {
  const menu = hintMenu(form);
  const isOpen = menu !== null && !menu.hidden;
  if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    moveHint(menu, event.key === "ArrowDown" ? 1 : -1);
  } else if (isOpen && event.key === "Tab") {
    event.preventDefault();
    takeHint(form, menu.querySelector(".chosen"));
  } else if (isOpen && event.key === "Escape") {
    menu.hidden = true;
  } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
}

/** @param {HTMLFormElement} form */
function onInput(form) {
  const box = boxOf(form);
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight, 200)}px`;
  form.classList.toggle("ready", box.value.trim() !== "");
  showHints(form, box.value);
}

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLElement | null}
 */
function hintMenu(form) {
  return form.querySelector(".command-hints");
}

/**
 * Shows the commands that what is typed may become.
 *
 * @param {HTMLFormElement} form
 * @param {string} typed
 */
function showHints(form, typed) {
  const menu = hintMenu(form);
  if (menu === null || form.id === "thread-composer") return;
  const found = typed.startsWith("/") ? matches(typed) : [];
  menu.replaceChildren(...found.map((hint, index) => hintEntry(hint, index === 0)));
  menu.hidden = found.length === 0;
}

/**
 * @param {string} typed
 * @returns {{ line: string, description: string }[]}
 */
function matches(typed) {
  const lower = typed.toLowerCase();
  const all = hints.commands.flatMap(({ command, description, usages }) =>
    [{ usage: "", description }, ...usages].map((usage) => ({
      line: `${command} ${usage.usage}`.trim(),
      description: usage.description ?? "",
    })),
  );
  // Past the verb the hint stays, as a reminder of what may follow.
  const [command = "", verb = ""] = lower.split(" ");
  const beginsSo = all.filter(({ line }) => line.startsWith(lower));
  if (beginsSo.length > 0) return beginsSo;
  return all.filter(({ line }) => verb !== "" && `${line} `.startsWith(`${command} ${verb} `));
}

/**
 * @param {{ line: string, description: string }} hint
 * @param {boolean} isChosen
 */
function hintEntry({ line, description }, isChosen) {
  const entry = document.createElement("button");
  entry.type = "button";
  entry.className = isChosen ? "hint-entry chosen" : "hint-entry";
  entry.dataset["line"] = line;
  const name = document.createElement("b");
  name.textContent = line;
  const words = document.createElement("small");
  words.textContent = description;
  entry.append(name, words);
  return entry;
}

/**
 * @param {HTMLElement} menu
 * @param {number} by
 */
function moveHint(menu, by) {
  const entries = [...menu.children];
  const at = entries.findIndex((entry) => entry.classList.contains("chosen"));
  const next = entries[(at + by + entries.length) % entries.length];
  entries[at]?.classList.remove("chosen");
  next?.classList.add("chosen");
  next?.scrollIntoView({ block: "nearest" });
}

/**
 * Writes the part of a hint that is no placeholder into the box.
 *
 * @param {HTMLFormElement} form
 * @param {Element | null} entry
 */
function takeHint(form, entry) {
  if (!(entry instanceof HTMLElement)) return;
  const [fixed = ""] = (entry.dataset["line"] ?? "").split(/ [<[|]/);
  const box = boxOf(form);
  box.value = `${fixed} `;
  box.focus();
  onInput(form);
}

/** @param {EventTarget | null} target */
function onHint(target) {
  const entry = target instanceof Element ? target.closest(".hint-entry") : null;
  const form = composerOf(entry);
  if (form !== undefined) takeHint(form, entry);
}

/** @param {EventTarget | null} target */
async function onFile(target) {
  if (!(target instanceof HTMLInputElement) || target.type !== "file") return;
  for (const file of target.files ?? []) await upload(file);
  target.value = "";
}

function startDropping() {
  const place = document.querySelector(".conversation");
  place?.addEventListener("dragover", (event) => {
    event.preventDefault();
    place.classList.add("dropping");
  });
  place?.addEventListener("dragleave", () => place.classList.remove("dropping"));
  place?.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("dropping");
    const files = event instanceof DragEvent ? (event.dataTransfer?.files ?? []) : [];
    for (const file of files) void upload(file);
  });
}
