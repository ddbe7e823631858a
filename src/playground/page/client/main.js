// Starts the page: draws what is open and keeps it fresh.

import { startComposers } from "./composer.js";
import { refreshModal, startDialogs } from "./dialogs.js";
import { startElements } from "./elements.js";
import { act, channel, isHome, onChange } from "./server.js";
import { refreshStream, refreshThread } from "./stream.js";

/**
 * Runs a task now, or once more after the run that is under way: changes come in bursts.
 *
 * @param {() => Promise<void>} task
 */
function inTurn(task) {
  let isRunning = false;
  let isWanted = false;
  return async function run() {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isWanted) {
        isWanted = false;
        await task();
      }
    } finally {
      isRunning = false;
    }
  };
}

const drawStream = inTurn(refreshStream);
const drawThread = inTurn(refreshThread);
const drawModal = inTurn(refreshModal);

/** @param {string | undefined} changed */
function onMessages(changed) {
  if (changed !== channel || isHome) {
    document.querySelector(`[data-link="${changed}"]`)?.classList.add("unread");
    return;
  }
  void drawStream();
  void drawThread();
}

startComposers();
startElements();
startDialogs();
function drawAll() {
  void drawStream();
  void drawThread();
  void drawModal();
}

onChange((change) => {
  if (change.kind === "channel") onMessages(change.channel);
  else if (change.kind === "modal") void drawModal();
  else if (isHome) void drawStream();
}, drawAll);
drawAll();
if (isHome) void act("home", { tab: "home" });
document.querySelector("#composer textarea")?.dispatchEvent(new Event("input", { bubbles: true }));
const box = document.querySelector("#composer textarea");
if (box instanceof HTMLElement) box.focus();
