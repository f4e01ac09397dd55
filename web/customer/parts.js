// What stands between the words and the buttons of a page.
import { say } from "/assets/shared/say.js";

/** @typedef {import("./types.js").Line} Line */
/** @typedef {import("./types.js").Button} Button */

/** The id of the heading: it says what is wrong with what was typed. */
export const HEADING = "heading";

/**
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Partial<HTMLElementTagNameMap[N]>} [about]
 * @param {(Node | string)[]} content strings become text, never markup
 * @returns {HTMLElementTagNameMap[N]}
 */
export function element(name, about = {}, ...content) {
  const made = Object.assign(document.createElement(name), about);
  made.append(...content);
  return made;
}

/** @param {Line} line @returns {HTMLElement} */
export function lineOf(line) {
  switch (line.look) {
    case "quoted":
      return element("p", { className: "note" }, element("bdi", {}, line.text));
    case "warn":
      return element("p", { className: "note warn" }, line.text);
    case "read-out":
      return element("p", { className: "note read-out" }, ...readOut(line.text, line.phrase ?? ""), " ", line.more ?? "");
    default:
      return element("p", {}, line.text);
  }
}

/** The words that are read out to the agent stand out of their sentence. @param {string} text @param {string} phrase */
function readOut(text, phrase) {
  const from = phrase === "" ? -1 : text.indexOf(phrase);
  if (from < 0) return [text];
  const words = element("strong", { className: "phrase" }, phrase);
  const rest = text.slice(from + phrase.length);
  // The full stop is for the sentence that is spoken; it would stand alone below the words.
  const tail = /^\p{P}*$/u.test(rest) ? element("span", { className: "spoken" }, rest) : rest;
  return [text.slice(0, from), words, tail];
}

/** Where something is typed. */
export class Field {
  form = element("form", { noValidate: true });
  #input = element("input", { id: "typed", type: "text", required: true, spellcheck: false });
  #field;

  /** @param {import("./types.js").Field} field */
  constructor(field) {
    this.#field = field;
    const { form } = this;
    const input = this.#input;
    input.value = field.typed;
    input.autocomplete = field.isName ? "name" : "off";
    input.autocapitalize = field.isName ? "words" : "off";
    input.setAttribute("enterkeyhint", "go");
    const label = element("label", { htmlFor: input.id }, field.label);
    const go = element("button", { type: "submit", className: "first wide" }, field.go);
    form.append(label, input, go);
    form.addEventListener("submit", (submitted) => {
      submitted.preventDefault();
      this.#field.submit(input.value);
    });
    this.#mark();
  }

  /** What is being typed stays. @param {import("./types.js").Field} field */
  change(field) {
    this.#field = field;
    this.#mark();
    if (field.isWrong) this.#input.focus();
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
  const made = buttons.map(({ text, press }) => {
    const button = element("button", { type: "button", className: "wide choice", dir: "auto" }, text);
    button.addEventListener("click", press);
    return element("li", {}, button);
  });
  return element("ul", { className: "choices" }, ...made);
}

/** @param {import("./types.js").Picture} about @returns {HTMLElement} */
export function picture({ stream, mirrored, label }) {
  const video = element("video", { autoplay: true, muted: true, playsInline: true, srcObject: stream });
  video.setAttribute("aria-label", label);
  video.classList.toggle("mirrored", mirrored);
  return element("figure", { className: "picture" }, video);
}

/** A link to take along; it can be copied by hand where the clipboard is closed. @param {string} link */
export function copying(link) {
  const input = element("input", { id: "link", type: "text", readOnly: true, value: link, dir: "ltr" });
  const done = element("p", { className: "soft" });
  done.setAttribute("role", "status");
  const copy = element("button", { type: "button" }, say("customer-copy"));
  copy.addEventListener("click", async () => {
    input.select();
    done.textContent = say((await copied(link)) ? "customer-copied" : "customer-copy-by-hand");
  });
  const label = element("label", { htmlFor: input.id }, say("customer-link"));
  return element("div", { className: "copying" }, label, input, copy, done);
}

/** @param {string} text @returns {Promise<boolean>} */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}
