// Draws a page. Where only words change, the elements stay: the focus does not move and what is being typed is not lost.
import { drawn } from "./art.js";
import { Field, HEADING, choices, copying, element, lineOf, picture } from "./parts.js";

/** @typedef {import("./types.js").Page} Page */
/** @typedef {import("./types.js").Button} Button */

export class View {
  #art = element("div", { className: "art" });
  #heading = element("h1", { id: HEADING, tabIndex: -1 });
  #lines = element("div", { id: "lines", className: "lines" });
  #middle = element("div", { className: "middle" });
  #buttons = element("div", { className: "buttons" });
  /** Says what changes to who does not see it. */
  #said = element("div", { className: "spoken" });
  /** @type {Page | null} */
  #page = null;
  /** @type {Field | null} */
  #field = null;
  /** @type {Map<string, {node: HTMLElement, button: Button}>} */
  #drawn = new Map();

  /** @param {HTMLElement} root whose content is replaced */
  constructor(root) {
    this.#said.setAttribute("aria-live", "polite");
    this.#heading.setAttribute("aria-describedby", this.#lines.id);
    root.replaceChildren(this.#art, this.#heading, this.#lines, this.#middle, this.#buttons, this.#said);
  }

  /** @param {Page} page */
  draw(page) {
    const last = this.#page;
    const isNew = last?.key !== page.key;
    this.#page = page;
    const before = isNew ? [] : this.#words();
    this.#drawWords(page, last);
    if (isNew) this.#drawMiddle(page);
    else this.#changeMiddle(page, last);
    const keepsFocus = this.#drawButtons(page);
    if (isNew) this.#arrive();
    else this.#tell(before, keepsFocus);
  }

  /** @param {Page} page @param {Page | null} last */
  #drawWords(page, last) {
    if (page.art !== last?.art) this.#art.replaceChildren(drawn(page.art));
    this.#art.classList.toggle("busy", page.busy === true);
    if (page.heading !== last?.heading) this.#heading.textContent = page.heading;
    this.#heading.classList.toggle("long", page.heading.length > 60);
    document.title = page.heading;
    const lines = page.lines ?? [];
    if (JSON.stringify(lines) !== JSON.stringify(last?.lines ?? [])) this.#lines.replaceChildren(...lines.map(lineOf));
  }

  /** @param {Page} page */
  #drawMiddle(page) {
    this.#field = page.field ? new Field(page.field) : null;
    const parts = [
      this.#field?.form,
      page.choices && choices(page.choices),
      page.picture && picture(page.picture),
      page.copy && copying(page.copy),
    ];
    this.#middle.replaceChildren(...parts.filter((part) => part instanceof HTMLElement));
  }

  /** @param {Page} page @param {Page | null} last */
  #changeMiddle(page, last) {
    if (page.field) this.#field?.change(page.field);
    if (page.picture?.stream !== last?.picture?.stream || page.copy !== last?.copy) this.#drawMiddle(page);
  }

  /** @param {Page} page @returns {boolean} whether what has the focus is still there */
  #drawButtons(page) {
    const wanted = /** @type {[string, Button | undefined][]} */ ([
      ["first", page.first],
      ["beside", page.beside],
      ["other", page.other],
    ]);
    const focused = document.activeElement;
    const had = this.#buttons.contains(focused);
    const nodes = wanted.flatMap(([place, button]) => (button ? [this.#button(place, button)] : []));
    const isSame = nodes.length === this.#buttons.children.length && nodes.every((node, at) => node === this.#buttons.children[at]);
    // Putting an element where it is already takes the focus from it.
    if (!isSame) this.#buttons.replaceChildren(...nodes);
    if (had && focused instanceof HTMLElement && focused.isConnected) focused.focus();
    return !had || this.#buttons.contains(document.activeElement);
  }

  /** @param {string} place @param {Button} button @returns {HTMLElement} */
  #button(place, button) {
    const known = this.#drawn.get(place);
    const isLink = button.address !== undefined;
    const fits = known && known.node.localName === (isLink ? "a" : "button");
    const node = fits ? known.node : isLink ? element("a") : element("button", { type: "button" });
    const entry = { node, button };
    if (!fits) node.addEventListener("click", () => this.#drawn.get(place)?.button.press());
    this.#drawn.set(place, entry);
    if (node instanceof HTMLAnchorElement) node.href = button.address ?? "";
    if (node.textContent !== button.text) node.textContent = button.text;
    const looks = ["button", "wide", place === "first" && !button.final && "first", button.final && "final"];
    node.className = looks.filter(Boolean).join(" ");
    return node;
  }

  /** A new screen: whoever listens hears its heading and what stands below it. */
  #arrive() {
    this.#said.textContent = "";
    window.scrollTo(0, 0);
    this.#heading.focus();
  }

  /** @param {string[]} before @param {boolean} keepsFocus */
  #tell(before, keepsFocus) {
    const news = this.#words().filter((text) => !before.includes(text));
    if (news.length > 0) this.#said.textContent = news.join(" ");
    if (!keepsFocus) this.#heading.focus();
  }

  /** @returns {string[]} */
  #words() {
    const lines = [...this.#lines.children].map((line) => line.textContent ?? "");
    return [this.#heading.textContent ?? "", ...lines];
  }
}
