// What the page's script asks of the server, always as the person that the page was drawn for.

const user = document.body.dataset["user"] ?? "";

/** The channel that is open. */
export const channel = document.body.dataset["channel"] ?? "";

/** Whether the App Home is open in its place. */
export const isHome = document.body.dataset["home"] === "yes";

/**
 * A piece of the page, drawn by the server, in which every text is escaped.
 *
 * @param {string} name
 * @param {Record<string, string>} [of]
 * @returns {Promise<string>}
 */
export async function fragment(name, of = {}) {
  const response = await fetch(`/page/${name}?${new URLSearchParams({ user, ...of })}`);
  return response.ok ? response.text() : "";
}

/**
 * Does something as the person.
 *
 * @param {string} name
 * @param {Record<string, unknown>} [args]
 * @returns {Promise<unknown>} What came of it; false when it failed.
 */
export async function act(name, args = {}) {
  const response = await fetch(`/page/act/${name}?${new URLSearchParams({ user })}`, {
    method: "POST",
    body: JSON.stringify(args),
  });
  return response.ok ? response.json() : false;
}

/**
 * @param {File} file
 * @returns {Promise<void>}
 */
export async function upload(file) {
  const about = new URLSearchParams({ user, channel, name: file.name });
  await fetch(`/page/act/upload?${about}`, { method: "POST", body: file });
}

/**
 * Tells of every change that concerns the person.
 *
 * @param {(change: { kind: string, channel?: string }) => void} listener
 * @param {() => void} onConnected When the stream begins, or begins again: what was missed is unknown.
 */
export function onChange(listener, onConnected) {
  const source = new EventSource(`/page/changes?${new URLSearchParams({ user })}`);
  source.addEventListener("open", onConnected);
  source.addEventListener("message", ({ data }) => listener(JSON.parse(data)));
}
