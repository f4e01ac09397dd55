// What stands between the words and the buttons of a page.
import { copy } from "/assets/shared/copy.js";
import { el, typed } from "/assets/shared/dom.js";
import { say } from "/assets/shared/say.js";

/** @typedef {import("./types.js").Line} Line */
/** @typedef {import("./types.js").Button} Button */

/** The id of the heading: it says what is wrong with what was typed. */
export const HEADING = "heading";

/** @param {Line} line @returns {HTMLElement} */
export function lineOf(line) {
  switch (line.look) {
    case "quoted":
      return el("p", { class: "note" }, typed(line.text));
    case "warn":
      return el("p", { class: "note warn" }, line.text);
    case "read-out":
      return el("p", { class: "note read-out" }, ...readOut(line.text, line.phrase ?? ""), " ", line.more ?? "");
    default:
      return el("p", {}, line.text);
  }
}

/** The words that are read out to the agent stand out of their sentence. @param {string} text @param {string} phrase */
function readOut(text, phrase) {
  const from = phrase === "" ? -1 : text.indexOf(phrase);
  if (from < 0) return [text];
  const words = el("strong", { class: "phrase" }, phrase);
  const rest = text.slice(from + phrase.length);
  // The full stop (and a mark that ends a direction) is for the sentence that is spoken; it would stand alone below the
  // words.
  const tail = /^[\p{P}\u2069]*$/u.test(rest) ? el("span", { class: "spoken" }, rest) : rest;
  return [text.slice(0, from), words, tail];
}

/** Where something is typed. */
export class Field {
  form;
  #input;
  #field;

  /** @param {import("./types.js").Field} field */
  constructor(field) {
    this.#field = field;
    this.#input = el("input", {
      id: "typed",
      type: "text",
      dir: "auto",
      spellcheck: "false",
      autocomplete: field.isName ? "name" : "off",
      autocapitalize: field.isName ? "words" : "off",
      enterkeyhint: "go",
      "aria-required": "true",
    });
    this.#input.value = field.typed;
    this.form = el(
      "form",
      { novalidate: true, onsubmit: (/** @type {SubmitEvent} */ submitted) => this.#submit(submitted) },
      el("label", { for: "typed" }, field.label),
      this.#input,
      el("button", { type: "submit", class: "first wide" }, field.go),
    );
    this.#mark();
  }

  /** What is being typed stays. @param {import("./types.js").Field} field */
  change(field) {
    this.#field = field;
    this.#mark();
    if (field.isWrong) this.#input.focus();
  }

  /** @param {SubmitEvent} submitted */
  #submit(submitted) {
    submitted.preventDefault();
    this.#field.submit(this.#input.value);
  }

  #mark() {
    const { isWrong } = this.#field;
    this.#input.setAttribute("aria-invalid", String(isWrong === true));
    if (isWrong) this.#input.setAttribute("aria-describedby", HEADING);
    else this.#input.removeAttribute("aria-describedby");
  }
}

/** @param {Button[]} buttons @returns {HTMLElement} */
export function choices(buttons) {
  const made = buttons.map(({ text, press }) =>
    el("li", {}, el("button", { type: "button", class: "wide choice", dir: "auto", onclick: press }, text)),
  );
  return el("ul", { class: "choices" }, ...made);
}

/** @param {import("./types.js").Picture} about @returns {HTMLElement} */
export function picture({ stream, mirrored, label }) {
  const video = el("video", { autoplay: true, playsinline: true, "aria-label": label, class: mirrored && "mirrored" });
  video.muted = true;
  video.srcObject = stream;
  return el("figure", { class: "picture" }, video);
}

/** A link to take along; it can be copied by hand where the clipboard is closed. @param {string} link */
export function copying(link) {
  const input = el("input", { id: "link", type: "text", readonly: true, value: link, dir: "ltr" });
  const done = el("p", { class: "soft", role: "status" });
  const press = async () => {
    done.textContent = say((await copy(link, input)) ? "customer-copied" : "customer-copy-by-hand");
  };
  const label = el("label", { for: "link" }, say("customer-link"));
  return el("div", { class: "copying" }, label, input, el("button", { type: "button", onclick: press }, say("customer-copy")), done);
}
