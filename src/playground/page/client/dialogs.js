// What lies over the page: the app's forms, and questions before something is done.

import { act, fragment } from "./server.js";

function overlay() {
  return /** @type {HTMLElement} */ (document.querySelector("#overlay"));
}

/** How the server last drew the form. */
let drawn = "";

/** Draws the form that is open, keeping what was typed in fields that are still there. */
export async function refreshModal() {
  const html = await fragment("modal");
  // An open menu of suggestions and the place of the cursor outlive news that changes nothing.
  if (html === drawn) return setSubmittable(true);
  drawn = html;
  const typed = typedIn(overlay());
  overlay().innerHTML = html;
  overlay().hidden = html === "";
  for (const field of fieldsIn(overlay())) putBack(field, typed);
  const first = overlay().querySelector(
    ".field-wrong input, .field-wrong textarea, .modal-body input, .modal-body textarea",
  );
  if (first instanceof HTMLElement) first.focus();
}

/** @param {boolean} isSubmittable */
function setSubmittable(isSubmittable) {
  const button = overlay().querySelector("button[type=submit]");
  if (button instanceof HTMLButtonElement) button.disabled = !isSubmittable;
}

/**
 * @param {ParentNode} place
 * @returns {(HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[]}
 */
function fieldsIn(place) {
  return [...place.querySelectorAll("[name]")].filter(
    (field) =>
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement,
  );
}

/**
 * The entries of a form, by name.
 *
 * @param {ParentNode} place
 * @returns {Map<string, string[]>}
 */
function typedIn(place) {
  const form = place.querySelector("form");
  /** @type {Map<string, string[]>} */
  const typed = new Map();
  if (form === null) return typed;
  for (const { name } of fieldsIn(form)) typed.set(name, []);
  for (const [name, value] of new FormData(form)) if (typeof value === "string") typed.get(name)?.push(value);
  return typed;
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} field
 * @param {Map<string, string[]>} typed
 */
function putBack(field, typed) {
  const entries = typed.get(field.name);
  if (entries === undefined) return;
  if (field instanceof HTMLSelectElement)
    for (const option of field.options) option.selected = entries.includes(option.value);
  else if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio"))
    field.checked = entries.includes(field.value);
  else field.value = entries[0] ?? "";
}

export function startDialogs() {
  overlay().addEventListener("submit", (event) => {
    event.preventDefault();
    setSubmittable(false);
    void act("submit", { fields: Object.fromEntries(typedIn(overlay())) });
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && !overlay().hidden) void act("close");
  });
}

/**
 * Asks before something is done.
 *
 * @param {{ title: string, text: string, confirm: string, deny: string, style: string }} question
 * @returns {Promise<boolean>}
 */
export function confirmed(question) {
  const dialog = document.createElement("dialog");
  dialog.className = "confirm";
  const title = document.createElement("h1");
  title.textContent = question.title;
  const text = document.createElement("p");
  text.textContent = question.text;
  const form = document.createElement("form");
  form.method = "dialog";
  form.append(
    answer(question.deny, "no", "default"),
    answer(question.confirm, "yes", question.style === "danger" ? "danger-full" : "primary"),
  );
  dialog.append(title, text, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}

/**
 * @param {string} label
 * @param {string} value
 * @param {string} style
 */
function answer(label, value, style) {
  const button = document.createElement("button");
  button.className = `button button-large button-${style}`;
  button.value = value;
  button.textContent = label;
  return button;
}
