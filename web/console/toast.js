// A word about what was done, with the way back; and what is only spoken. One at a time, in a line of its own above the
// list that is always there, or on a phone over the list's end, which can be scrolled clear of it: it hides nothing for
// good that one could want to press, and moves nothing.
import { say } from "/assets/shared/say.js";
import { el } from "/assets/shared/dom.js";
import { everySecond } from "./clock.js";

/** Whoever reads slowly has time, and whoever reads it keeps it: pointed at or focused, it stays. */
const STAYS_MS = 8_000;
/** What can be taken back can be for longer. */
const UNDO_MS = 20_000;
/** The one that is seen, and those behind it that are not done with: failures, and what can still be taken back. */
const MOST = 3;

/**
 * The way on or back. `holds`: whether there is still something to take back, or to try again; when there is not, the
 * word goes, too. `isUndo`: it takes something back, which a key does as well.
 * @typedef {{label: string, run: () => void, holds?: () => boolean, isUndo?: boolean}} Action
 */
/** @typedef {{text: string, kind?: "good" | "warn" | "bad", action?: Action}} Toast */
/** @typedef {{note: HTMLElement, until: number, keeps: boolean, holds: () => boolean}} Shown */

const polite = el("div", { class: "spoken", "aria-live": "polite" });
const urgent = el("div", { class: "spoken", "aria-live": "assertive" });
const bar = el("div", { class: "toasts" });
/** The newest last. @type {Shown[]} */
let all = [];

/** As high as the highest of them, at this width. The room below the list grows only: with less of it, a list that is
 * scrolled to its end would move. */
let foot = 0;
let width = 0;
new ResizeObserver(() => {
  if (bar.offsetWidth !== width) [foot, width] = [0, bar.offsetWidth];
  foot = Math.max(foot, bar.offsetHeight);
  document.documentElement.style.setProperty("--foot", `${foot}px`);
}).observe(bar);

/** Where they are, once on the page. */
export function toastRegion() {
  return el("section", { class: "toast-region", "aria-label": say("console-messages") }, polite, urgent, bar);
}

/** Says it without drawing it. @param {string} text @param {boolean} [now] before anything else */
export function announce(text, now = false) {
  const region = now ? urgent : polite;
  // Two of the same are two: a text that does not change is not spoken again.
  region.replaceChildren(el("p", {}, text));
}

/** @param {Toast} about */
export function toast({ text, kind = "good", action }) {
  const press = () => {
    close(note);
    action?.run();
  };
  const note = el(
    "div",
    { class: `note ${kind} toast` },
    el("p", {}, text),
    action ? el("button", { type: "button", onclick: press, class: action.isUndo ? "undo" : "" }, action.label) : null,
    el("button", { type: "button", class: "close", "aria-label": say("console-close"), onclick: () => close(note) }, "×"),
  );
  const until = performance.now() + (action ? UNDO_MS : STAYS_MS);
  const keeps = kind === "bad" || action?.isUndo === true;
  const before = all.filter((one) => one.keeps).slice(1 - MOST);
  all = [...before, { note, until, keeps, holds: action?.holds ?? (() => true) }];
  draw();
  announce(text, kind === "bad");
}

/** Takes back the newest that can be taken back; whether there was one. */
export function undoNewest() {
  const buttons = bar.querySelectorAll("button.undo");
  const newest = buttons[buttons.length - 1];
  if (newest instanceof HTMLElement) newest.click();
  return newest !== undefined;
}

/** What was done since, by whomever, leaves nothing to take back or to try again: a word that offers it goes. */
export function withdrawStale() {
  drop((one) => !one.holds());
}

/** @param {HTMLElement} note */
function close(note) {
  drop((one) => one.note === note);
}

/** @param {(one: Shown) => boolean} goes */
function drop(goes) {
  const stay = all.filter((one) => !goes(one));
  if (stay.length === all.length) return;
  const focused = bar.contains(document.activeElement);
  all = stay;
  draw();
  if (focused && !bar.contains(document.activeElement)) document.getElementById("page")?.focus({ preventScroll: true });
}

function draw() {
  const notes = all.map((one) => one.note);
  for (const child of [...bar.children]) if (!notes.some((note) => note === child)) child.remove();
  for (const [index, note] of notes.entries()) {
    note.hidden = index < notes.length - 1;
    if (note.parentElement !== bar) bar.append(note);
  }
}

everySecond(() => {
  const time = performance.now();
  for (const one of all) {
    // What went wrong stays until somebody has read it.
    const kept = one.note.matches(":hover, :focus-within, .bad") || document.visibilityState === "hidden";
    if (kept) one.until = Math.max(one.until, time + 5_000);
  }
  drop((one) => time > one.until);
});
