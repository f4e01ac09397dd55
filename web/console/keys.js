// Everything by the keyboard. One key each, never while somebody types; and they can be switched off.
import { say } from "/assets/shared/say.js";
import { el } from "/assets/shared/dom.js";
import { open } from "./dialogs.js";
import { pref, setPref } from "./prefs.js";
import { copyLink, showQr, spokenCode } from "./share.js";
import { undoNewest } from "./toast.js";
/** @import { List } from "./list.js" */

/** Every key and what it does, as the help says it. */
const KEYS = /** @type {const} */ (["n", "j", "k", "e", "w", "a", "h", "d", "c", "l", "q", "s", "u", "?"]);

/** What of an event's target takes letters for itself. */
const TYPING = "input, textarea, select, [contenteditable]";

/** @param {List} list @param {HTMLElement} create */
export function listen(list, create) {
  /** The card that has the focus, or the first. */
  const current = () => {
    const element = document.activeElement?.closest("article.call");
    return list.cards.find((card) => card.element === element) ?? list.cards[0];
  };
  const step = (/** @type {number} */ by) => {
    const cards = list.cards;
    const element = document.activeElement?.closest("article.call");
    const at = cards.findIndex((card) => card.element === element);
    const next = cards[Math.max(0, Math.min(cards.length - 1, at < 0 ? 0 : at + by))];
    next?.toggle.focus();
    next?.element.scrollIntoView({ block: "nearest" });
  };
  /** Whoever has the focus; else the focus goes to who waits longest, so that one sees first whom one lets in. */
  const knock = () => document.activeElement?.closest("li.knock") ?? (focusWaiting(list), null);
  const press = (/** @type {string} */ what) => {
    const button = knock()?.querySelector(`[data-do="${what}"]:not([hidden])`);
    if (button instanceof HTMLElement) button.click();
  };
  /** @type {Record<typeof KEYS[number], () => unknown>} */
  const does = {
    n: () => create.click(),
    j: () => step(1),
    k: () => step(-1),
    e: () => current()?.toggle.click(),
    w: () => focusWaiting(list),
    a: () => press("admit"),
    h: () => press("hold"),
    d: () => press("decline"),
    c: () => current()?.copy.click(),
    l: () => withCall(current(), (card) => copyLink(card.copy, card.id)),
    q: () => withCall(current(), (card) => showQr(card.id)),
    s: () => withCall(current(), (card) => spokenCode(card.id)),
    u: () => undoNewest(),
    "?": () => help(),
  };
  addEventListener("keydown", (event) => {
    const { target } = event;
    const busy = event.defaultPrevented || event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey;
    if (busy || !(target instanceof Element) || target.matches(TYPING) || document.querySelector("dialog[open]")) return;
    const key = KEYS.find((one) => one === event.key.toLowerCase());
    if (!key || (!pref("keys", true) && key !== "?")) return;
    event.preventDefault();
    does[key]();
  });
}

/** @template {{id: string, copy: HTMLElement}} T @param {T | undefined} card @param {(card: T) => unknown} work */
function withCall(card, work) {
  // A call that is over has nothing to share.
  if (card && !card.copy.hidden) work(card);
}

/** To the one who waits longest; whether there is one. @param {List} list */
export function focusWaiting(list) {
  const button = list.now.querySelector(".waiting [data-do=admit]:not([hidden])");
  if (!(button instanceof HTMLElement)) return false;
  button.focus();
  button.closest("li.knock")?.scrollIntoView({ block: "nearest" });
  return true;
}

/** What each key does. */
export function help() {
  const rows = KEYS.map((key) =>
    el("div", {}, el("dt", {}, el("kbd", {}, key === "?" ? "?" : key.toUpperCase())), el("dd", {}, say(`console-key-${key === "?" ? "help" : key}`))),
  );
  const box = el("input", { type: "checkbox", checked: pref("keys", true) });
  box.addEventListener("change", () => setPref("keys", box.checked));
  open(say("console-keys"), [el("dl", { class: "keys" }, ...rows), el("label", { class: "choice" }, box, el("span", {}, say("console-keys-on")))], "help");
}
