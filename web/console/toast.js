// A word about what was done, with the way back; and what is only spoken.
import { say } from "/assets/shared/say.js";
import { el } from "/assets/shared/dom.js";
import { everySecond } from "./clock.js";

/** Whoever reads slowly has time, and whoever reads it keeps it: pointed at or focused, it stays. */
const STAYS_MS = 8_000;
/** What can be taken back can be for longer. */
const UNDO_MS = 20_000;
const MOST = 3;

/** @typedef {{text: string, kind?: "good" | "warn" | "bad", action?: {label: string, run: () => void}}} Toast */

const polite = el("div", { class: "spoken", "aria-live": "polite" });
const urgent = el("div", { class: "spoken", "aria-live": "assertive" });
const shown = el("div", { class: "toasts" });
/** @type {Map<Element, number>} */
const until = new Map();

/** Where they are: once on the page, and in the dialog that is open, which covers the page. */
export function toastRegion() {
  return el("section", { class: "toast-region", "aria-label": say("console-messages") }, polite, urgent, shown);
}

/** Says it without drawing it. @param {string} text @param {boolean} [now] before anything else */
export function announce(text, now = false) {
  const region = now ? urgent : polite;
  // Two of the same are two: a text that does not change is not spoken again.
  region.replaceChildren(el("p", {}, text));
}

/** @param {Toast} about */
export function toast({ text, kind = "good", action }) {
  const close = () => {
    const focused = note.contains(document.activeElement);
    until.delete(note);
    note.remove();
    if (focused) document.getElementById("page")?.focus({ preventScroll: true });
  };
  const press = action && (() => {
    close();
    action.run();
  });
  const note = el(
    "div",
    { class: `note ${kind} toast` },
    el("p", {}, text),
    action ? el("button", { type: "button", onclick: press, class: "undo" }, action.label) : null,
    el("button", { type: "button", class: "close", "aria-label": say("console-close"), onclick: close }, "×"),
  );
  until.set(note, performance.now() + (action ? UNDO_MS : STAYS_MS));
  shown.append(note);
  while (shown.children.length > MOST && shown.firstElementChild) {
    until.delete(shown.firstElementChild);
    shown.firstElementChild.remove();
  }
  announce(text, kind === "bad");
}

/** Takes back the newest that can be taken back; whether there was one. */
export function undoNewest() {
  const buttons = shown.querySelectorAll("button.undo");
  const newest = buttons[buttons.length - 1];
  if (newest instanceof HTMLElement) newest.click();
  return newest !== undefined;
}

everySecond(() => {
  const time = performance.now();
  for (const [note, end] of until) {
    // What went wrong stays until somebody has read it.
    const kept = note.matches(":hover, :focus-within, .bad") || document.visibilityState === "hidden";
    if (kept) until.set(note, Math.max(end, time + 5_000));
    else if (time > end) {
      until.delete(note);
      note.remove();
    }
  }
});
