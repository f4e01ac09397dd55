// What of a call can be changed, field by field, in its place. What is typed stays until the service has taken it.
import { say } from "/assets/shared/say.js";
import { ask, codeOf } from "/assets/shared/http.js";
import { el, setAttribute, setText } from "/assets/shared/dom.js";
import { failed, mayDoLater, pathOf, refresh } from "./act.js";
import { store } from "./store.js";
import { toast } from "./toast.js";
import { dayAndTime, nameOfLanguage } from "./words.js";
/** @import { Call } from "./types.d.ts" */

/** @typedef {"title" | "starts_at" | "minutes" | "set_up" | "language"} Name */
/** @typedef {string | number} Value */
/** What is to be saved, and the text that stood for it in the field. @typedef {{value: Value, text: string}} Wish */

/** As often as somebody else's change of something else may come between. */
const TRIES = 5;

/** A date is typed part by part, and each part is a change: it is saved once it rests so long, or is left. */
const RESTS_MS = 1_000;

/** One field of one call. */
class Field {
  /** What the service had when this field was last the same. @type {Value} */
  #base;
  #shown = "";
  #words = el("p", {});
  /** Where only something on the way was in the way: the same once more. */
  #again = el("p", { class: "row", hidden: true }, el("button", { type: "button", onclick: () => this.#tryAgain() }, say("console-try-again")));
  #problem = el("div", { class: "note bad", hidden: true }, this.#words, this.#again);
  #conflict = el("div", { class: "note warn", role: "status", hidden: true });
  /** What somebody else has put there, while both are shown. @type {Value | null} */
  #theirs = null;
  /** What is to be saved if they take back what stands against it. @type {Wish | null} */
  #due = null;
  /** What is on the way. @type {Wish | null} */
  #sent = null;
  /** What is to be sent after it. @type {Wish | null} */
  #next = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;

  /**
   * @param {Call} call @param {Name} name @param {HTMLInputElement | HTMLSelectElement} input
   * @param {{print: (value: Value) => string, read: (text: string) => Value | null, words: (value: Value) => string}} how
   */
  constructor(call, name, input, how) {
    this.id = call.id;
    this.name = name;
    this.input = input;
    this.how = how;
    input.id = `${name}-${call.id}`;
    this.#base = call[name];
    this.#words.id = `${input.id}-problem`;
    input.setAttribute("aria-describedby", this.#words.id);
    input.addEventListener("change", () => (input.type === "datetime-local" ? this.#saveSoon() : this.save()));
    input.addEventListener("blur", () => {
      if (this.#resting !== undefined) this.save();
    });
    // Enter saves, also what was refused before and has not changed since; Escape takes back what was typed.
    input.addEventListener("keydown", (event) => {
      const { key } = /** @type {KeyboardEvent} */ (event);
      if (key === "Enter" && this.#typed()) this.save();
      if (key === "Escape" && this.#typed()) {
        event.stopPropagation();
        if (this.#sent) this.#putBack(this.#base);
        else this.#take(store.call(this.id)?.[this.name] ?? this.#base);
      }
    });
    this.element = el(
      "div",
      { class: `field field-${name}` },
      el("label", { for: input.id }, say(`console-field-${name.replace("_", "-")}`)),
      input,
      this.#problem,
      this.#conflict,
    );
    this.#take(call[name]);
  }

  #typed() {
    return this.input.value !== this.#shown;
  }

  /** What stands in the field: what is known to look like this, with all that the field does not show of it. */
  #value() {
    const { value: text } = this.input;
    if (this.#sent?.text === text) return this.#sent.value;
    const known = store.call(this.id)?.[this.name];
    return known !== undefined && this.how.print(known) === text ? known : this.how.read(text);
  }

  /** @param {Value} value */
  #take(value) {
    this.#rest();
    this.#base = value;
    this.#shown = this.how.print(value);
    if (this.input.value !== this.#shown) this.input.value = this.#shown;
    this.#say(null);
    this.#agrees();
  }

  /** There is nothing to choose between any more. */
  #agrees() {
    this.#due = null;
    if (this.#conflict.contains(document.activeElement)) this.input.focus({ preventScroll: true });
    this.#conflict.hidden = true;
  }

  /** @param {Call} call */
  update(call) {
    const value = call[this.name];
    this.input.disabled = call.phase.phase === "over";
    if (this.#sent) return;
    if (value === this.#base) {
      const due = this.#due;
      this.#agrees();
      if (due) this.#wish(due);
    } else if (!this.#typed() || this.how.print(value) === this.input.value) {
      this.#take(value);
    } else {
      this.#conflicts(value);
    }
  }

  /** @param {string | null} words @param {boolean} [again] whether the same may do another time */
  #say(words, again = false) {
    this.#problem.hidden = words === null;
    setText(this.#words, words ?? "");
    this.#again.hidden = !again;
    setAttribute(this.input, "aria-invalid", words === null || again ? null : "true");
    setAttribute(this.#problem, "role", words === null ? null : "alert");
  }

  #tryAgain() {
    this.input.focus();
    this.save();
  }

  /** Somebody else was faster: both are shown, and nothing is lost. @param {Value} theirs */
  #conflicts(theirs) {
    // What is shown already stays: a button under the finger must not be exchanged for another.
    if (!this.#conflict.hidden && this.#theirs === theirs) return;
    this.#theirs = theirs;
    const keep = el("button", { type: "button" }, say("console-keep-mine"));
    const take = el("button", { type: "button" }, say("console-take-theirs"));
    keep.addEventListener("click", () => {
      this.input.focus();
      this.#agrees();
      this.#base = theirs;
      this.save();
    });
    take.addEventListener("click", () => {
      this.input.focus();
      this.#take(theirs);
    });
    const words = say("console-conflict", { theirs: this.how.words(theirs) });
    this.#conflict.replaceChildren(el("p", {}, words), el("p", { class: "row" }, keep, take));
    this.#conflict.hidden = false;
  }

  #saveSoon() {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.save(), RESTS_MS);
  }

  #rest() {
    clearTimeout(this.#resting);
    this.#resting = undefined;
  }

  /** Saves what stands in the field: now, or after what is on the way. */
  save() {
    this.#rest();
    const value = this.#value();
    this.#next = null;
    this.#due = null;
    if (value !== null) {
      this.#wish({ value, text: this.input.value });
    } else {
      this.#say(say(`console-bad-${this.name.replace("_", "-")}`));
    }
  }

  /** Puts back what was there before: it is sent as it was, whatever the field can show of it. @param {Value} value */
  #putBack(value) {
    this.#rest();
    this.input.value = this.how.print(value);
    this.#wish({ value, text: this.input.value });
  }

  /** @param {Wish} wish */
  async #wish(wish) {
    this.#next = this.#sent?.value === wish.value ? null : wish;
    if (this.#sent) return;
    while (this.#next) {
      this.#sent = this.#next;
      this.#next = null;
      await this.#settle(this.#sent);
      this.#sent = null;
    }
    const now = store.call(this.id);
    if (now) this.update(now);
  }

  /** @param {Wish} wish */
  async #settle(wish) {
    const call = store.call(this.id);
    if (!call) return;
    const value = call[this.name];
    this.#say(null);
    if (value === wish.value) this.#isNow(value, wish.text);
    else if (value === this.#base) await this.#send(wish);
    else {
      this.#due = wish;
      this.#conflicts(value);
    }
  }

  /** The service has this now, and the field shows it, unless something else was typed meanwhile.
   * @param {Value} value @param {string} text */
  #isNow(value, text) {
    if (this.input.value === text) return this.#take(value);
    this.#agrees();
    this.#base = value;
    this.#shown = this.how.print(value);
  }

  /** @param {Wish} wish */
  async #send(wish) {
    const { value, text } = wish;
    const before = this.#base;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const call = store.call(this.id);
      if (!call) return;
      if (call[this.name] !== before) {
        this.#due = wish;
        return;
      }
      const answer = await ask("PATCH", pathOf(this.id), { [this.name]: value }, { "If-Match": `"${call.version}"` });
      if (answer.kind === "done") {
        store.take(answer.body);
        const now = answer.body[this.name];
        this.#isNow(now, text);
        const run = () => this.#putBack(before);
        const holds = () => store.call(this.id)?.[this.name] === now;
        toast({ text: say("console-saved"), action: { label: say("console-undo"), run, holds, isUndo: true } });
        return;
      }
      const code = answer.kind === "problem" ? codeOf(answer.problem) : "";
      if (code !== "stale") {
        if (code === "bad-value" || code === "too-large") this.#say(say(`console-bad-${this.name.replace("_", "-")}`));
        else this.#say(failed(answer, text), mayDoLater(answer));
        return;
      }
      // Something of the call has changed: this field perhaps, or just somebody knocked.
      await refresh(this.id);
    }
    this.#say(say("console-unreachable"), true);
  }
}

/** For a field of date and time, on the computer's calendar. @param {Value} time */
function localTime(time) {
  const at = new Date(Number(time));
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const day = `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

const plain = { print: String, read: (/** @type {string} */ text) => text, words: String };

/**
 * Every field of a call.
 * @param {Call} call
 */
export function fields(call) {
  const choice = (/** @type {string[]} */ values, /** @type {(value: string) => string} */ words) =>
    el("select", {}, ...values.map((value) => el("option", { value }, words(value))));
  const title = new Field(call, "title", el("input", { type: "text", dir: "auto", autocomplete: "off" }), {
    ...plain,
    read: (text) => (text.trim() === "" ? null : text),
  });
  const start = new Field(call, "starts_at", el("input", { type: "datetime-local", required: true }), {
    print: localTime,
    read: (text) => {
      const time = new Date(text).getTime();
      return Number.isNaN(time) ? null : time;
    },
    words: (value) => dayAndTime(Number(value)),
  });
  const minutes = new Field(call, "minutes", el("input", { type: "number", min: 1, max: 1440, inputmode: "numeric" }), {
    print: String,
    read: (text) => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : null),
    words: String,
  });
  const setUpWords = (/** @type {Value} */ value) => say("console-set-up", { where: value });
  const setUp = new Field(call, "set_up", choice(["desktop", "mobile"], setUpWords), { ...plain, words: setUpWords });
  const languages = new Set([...(store.me?.languages ?? ["en", "de", "fr", "es", "ja"]), call.language]);
  const languageWords = (/** @type {Value} */ value) => nameOfLanguage(String(value));
  const language = new Field(call, "language", choice([...languages], languageWords), { ...plain, words: languageWords });
  return { title, start, minutes, setUp, language };
}
