// What the agent passes on: message, link, QR code, calendar entry, spoken code.
import { say } from "/assets/shared/say.js";
import { copy } from "/assets/shared/copy.js";
import { el, setAttribute, setText, typed } from "/assets/shared/dom.js";
import { unturned } from "/assets/shared/foreign.js";
import { once, pathOf, send } from "./act.js";
import { now, everySecond } from "./clock.js";
import { open } from "./dialogs.js";
import { store } from "./store.js";
import { announce, toast } from "./toast.js";
/** @import { Call } from "./types.d.ts" */

/** What the agent has made of a call's message: kept while the page is open. @type {Map<string, {base: string, text: string}>} */
const drafts = new Map();

/** The message as it will be copied. @param {Call} call */
function messageOf(call) {
  return drafts.get(call.id)?.text ?? call.message ?? "";
}

/**
 * Copies, and says so on the button and aloud; or says how to copy what is selected.
 * @param {HTMLElement} button @param {string} text @param {string} done
 * @param {HTMLTextAreaElement | HTMLInputElement | null} [field] @param {() => HTMLTextAreaElement | HTMLInputElement | null} [show]
 */
async function copyBy(button, text, done, field = null, show = () => field) {
  const copied = await copy(text, field);
  if (copied) {
    setAttribute(button, "data-copied", "true");
    setTimeout(() => setAttribute(button, "data-copied", null), 2_000);
    if (document.querySelector("dialog[open]")) announce(done);
    else toast({ text: done });
    return;
  }
  const by = show();
  by?.focus();
  by?.select();
  toast({ text: say("console-copy-yourself"), kind: "warn" });
}

/** Copies the message of a call; `show` opens where it stands, for a browser that lets no page copy.
 * @param {HTMLElement} button @param {string} id @param {() => HTMLTextAreaElement | null} show */
export function copyMessage(button, id, show) {
  const call = store.call(id);
  if (!call?.message) return Promise.resolve();
  const text = messageOf(call);
  const done = call.link && !text.includes(call.link) ? say("console-copied-without-link") : say("console-message-copied");
  return copyBy(button, text, done, null, show);
}

/** @param {HTMLElement} button @param {string} id */
export function copyLink(button, id) {
  const call = store.call(id);
  if (!call?.link) return Promise.resolve();
  return copyBy(button, call.link, say("console-link-copied", { parts: call.text_message?.parts ?? 1 }));
}

/** The part of a call's card where it is shared. */
export class Share {
  #text = el("textarea", { rows: 9, dir: "auto", spellcheck: "true" });
  #changed = el("div", { class: "note warn", role: "status", hidden: true }, el("p", {}, say("console-message-changed")));
  #link = el("input", { type: "text", readonly: true, dir: "ltr" });
  #parts = el("span", { class: "soft" });
  #mail = el("a", { class: "button" }, say("console-mail"));
  #calendar = el("a", { class: "button", download: "call.ics" }, say("console-calendar"));

  /** @param {Call} call */
  constructor(call) {
    this.id = call.id;
    const id = (/** @type {string} */ name) => `${name}-${call.id}`;
    this.#text.id = id("message");
    this.#link.id = id("link");
    this.#link.addEventListener("focus", () => this.#link.select());
    this.#text.addEventListener("input", () => this.#draft());
    const renew = el("button", { type: "button" }, say("console-message-renew"));
    renew.addEventListener("click", () => this.#renew());
    this.#changed.append(renew);
    const button = (/** @type {string} */ words, /** @type {(button: HTMLElement) => Promise<unknown>} */ press) => {
      const made = el("button", { type: "button" }, say(words));
      made.addEventListener("click", () => once(made, () => press(made)));
      return made;
    };
    const link = button("console-copy-link", (by) => copyLink(by, this.id));
    const sms = button("console-copy-sms", (by) => this.#copySms(by));
    this.element = el(
      "section",
      { class: "share", "aria-label": say("console-share") },
      el("p", { class: "field" }, el("label", { for: id("message") }, say("console-message")), this.#text),
      this.#changed,
      el("p", { class: "row" }, this.#mail, this.#calendar),
      el("p", { class: "field" }, el("label", { for: id("link") }, say("console-link")), this.#link),
      el("p", { class: "row" }, link, sms, this.#parts),
      el(
        "p",
        { class: "row" },
        button("console-qr", async () => showQr(this.id)),
        button("console-spoken-code", async () => spokenCode(this.id)),
      ),
    );
    this.update(call);
  }

  get text() {
    return this.#text;
  }

  /** @param {Call} call */
  update(call) {
    const draft = drafts.get(call.id);
    const text = messageOf(call);
    if (this.#text.value !== text) this.#text.value = text;
    this.#changed.hidden = draft === undefined || draft.base === call.message;
    if (this.#link.value !== (call.link ?? "")) this.#link.value = call.link ?? "";
    const sms = call.text_message;
    setText(this.#parts, sms ? say("console-sms-parts", { parts: sms.parts }) : "");
    const mail = `mailto:?subject=${encodeURIComponent(call.subject ?? call.title)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
    setAttribute(this.#mail, "href", mail);
    setAttribute(this.#calendar, "href", `${pathOf(call.id)}/invite.ics`);
  }

  #draft() {
    const call = store.call(this.id);
    if (!call) return;
    if (this.#text.value === call.message) drafts.delete(this.id);
    else drafts.set(this.id, { base: drafts.get(this.id)?.base ?? call.message ?? "", text: this.#text.value });
    this.update(call);
  }

  #renew() {
    drafts.delete(this.id);
    const call = store.call(this.id);
    if (call) this.update(call);
    this.#text.focus();
  }

  /** @param {HTMLElement} by */
  #copySms(by) {
    const sms = store.call(this.id)?.text_message;
    return sms ? copyBy(by, sms.text, say("console-sms-copied", { parts: sms.parts })) : Promise.resolve();
  }
}

/** The code as large as the screen, to be downloaded or printed. @param {string} id */
export function showQr(id) {
  const call = store.call(id);
  if (!call?.link) return;
  const address = `${pathOf(id)}/qr.svg`;
  const picture = el("img", { src: `${address}?v=${call.version}`, alt: say("console-qr-alt"), width: 320, height: 320 });
  const problem = el("p", { role: "alert" });
  picture.addEventListener("error", () => {
    picture.hidden = true;
    setText(problem, say("console-qr-failed"));
  });
  const link = el("button", { type: "button" }, say("console-copy-link"));
  link.addEventListener("click", () => once(link, () => copyLink(link, id)));
  const print = el("button", { type: "button", class: "first", onclick: () => window.print() }, say("console-qr-print"));
  open(
    typed(unturned(call.title)),
    [
      el("div", { class: "qr-card" }, picture, el("p", {}, say("console-qr-how")), el("p", { class: "link", dir: "ltr" }, call.link)),
      problem,
      el("p", { class: "row tools" }, print, el("a", { class: "button", href: address, download: "call.svg" }, say("console-qr-download")), link),
    ],
    "qr",
  );
}

/** Where a code is typed in a browser: beside the links, as the service is known to its customers. @param {Call} call */
function addressForCodes(call) {
  const link = call.link ?? `${location.origin}/j/`;
  return link.slice(0, link.lastIndexOf("/")).replace(/^https?:\/\//, "");
}

/** Large enough to be read out; made anew each time: the one before may be used up, or have gone with its link.
 * @param {string} id */
export function spokenCode(id) {
  const call = store.call(id);
  if (!call) return;
  const code = el("p", { class: "spoken-code", dir: "ltr", "aria-live": "polite" });
  const good = el("p", { class: "soft good-for" });
  const problem = el("p", { role: "alert" });
  /** Until when it is good. @type {number | null} */
  let until = null;
  const renew = el("button", { type: "button" }, say("console-code-new"));
  const make = async () => {
    setText(problem, "");
    const outcome = await send(id, { type: "spoken-code" });
    if (outcome.call?.spoken_code) {
      setText(code, outcome.call.spoken_code);
      until = outcome.call.spoken_code_expires_at ?? now() + 1_800_000;
    } else setText(problem, outcome.words ?? "");
    draw();
  };
  const draw = () => {
    if (until === null) return;
    const minutes = Math.max(0, Math.ceil((until - now()) / 60_000));
    if (minutes === 0) setText(code, "");
    setText(good, say("console-code-good", { minutes }));
  };
  renew.addEventListener("click", () => once(renew, make));
  const how = el("p", {}, say("console-code-how"), el("strong", { class: "code-address", dir: "ltr" }, addressForCodes(call)));
  const dialog = open(say("console-code-title"), [how, code, good, problem, el("p", { class: "row tools" }, renew)], "code");
  const stop = everySecond(draw);
  dialog.addEventListener("close", stop);
  once(renew, make);
}
