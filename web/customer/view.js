// Draws a page. Where only words change, the elements stay: the focus does not move and what is being typed is not lost.
import { arrange, el, setText, typed } from "/assets/shared/dom.js";
import { drawn } from "./art.js";
import { Field, HEADING, choices, copying, lineOf, picture } from "./parts.js";

/** @typedef {import("./types.js").Page} Page */
/** @typedef {import("./types.js").Button} Button */

export class View {
  #art = el("div", { class: "art" });
  #heading = el("h1", { id: HEADING, tabindex: "-1", "aria-describedby": "lines" });
  #lines = el("div", { id: "lines", class: "lines" });
  #middle = el("div", { class: "middle" });
  #buttons = el("div", { class: "buttons" });
  /** Says what changes to who does not see it. */
  #said = el("div", { class: "spoken", "aria-live": "polite" });
  /** @type {Page | null} */
  #page = null;
  /** @type {Field | null} */
  #field = null;
  /** @type {Map<string, {node: HTMLElement, button: Button}>} */
  #drawn = new Map();

  /**
   * @param {HTMLElement} root whose content is replaced
   * @param {string} [organisation] whom the customer talks to
   */
  constructor(root, organisation = "") {
    const top = el("div", { class: "top" }, this.#art, organisation !== "" && el("p", { class: "soft" }, typed(organisation)));
    root.replaceChildren(top, this.#heading, this.#lines, this.#middle, this.#buttons, this.#said);
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
    this.#drawButtons(page);
    if (isNew) this.#arrive();
    else this.#tell(before);
  }

  /** @param {Page} page @param {Page | null} last */
  #drawWords(page, last) {
    if (page.art !== last?.art) this.#art.replaceChildren(drawn(page.art));
    this.#art.classList.toggle("busy", page.busy === true);
    setText(this.#heading, page.heading);
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
    const isOther = page.picture?.stream !== last?.picture?.stream || page.copy !== last?.copy;
    if (isOther || texts(page) !== texts(last)) this.#drawMiddle(page);
  }

  /** @param {Page} page */
  #drawButtons(page) {
    const wanted = /** @type {[string, Button | undefined][]} */ ([
      ["first", page.first],
      ["beside", page.beside],
      ["other", page.other],
    ]);
    const nodes = wanted.flatMap(([place, button]) => (button ? [this.#button(place, button)] : []));
    arrange(this.#buttons, nodes, () => this.#heading);
  }

  /** @param {string} place @param {Button} button @returns {HTMLElement} */
  #button(place, button) {
    const known = this.#drawn.get(place);
    const isLink = button.address !== undefined;
    const fits = known && known.node.localName === (isLink ? "a" : "button");
    const node = fits ? known.node : isLink ? el("a") : el("button", { type: "button" });
    const entry = { node, button };
    if (!fits) node.addEventListener("click", (click) => this.#press(place, click));
    this.#drawn.set(place, entry);
    if (node instanceof HTMLAnchorElement) node.href = button.address ?? "";
    setText(node, button.text);
    const looks = ["button", "wide", place === "first" && !button.final && "first", button.final && "final"];
    node.className = looks.filter(Boolean).join(" ");
    return node;
  }

  /** @param {string} place @param {MouseEvent} click */
  #press(place, click) {
    // The second of a double click was meant for the screen before: many press everything twice.
    if (click.detail > 1) click.preventDefault();
    else this.#drawn.get(place)?.button.press();
  }

  /** A new screen: whoever listens hears its heading and what stands below it. */
  #arrive() {
    this.#said.textContent = "";
    window.scrollTo(0, 0);
    this.#heading.focus();
  }

  /** @param {string[]} before */
  #tell(before) {
    const now = this.#words();
    // What leads the page again was below what went wrong: that it leads says that this is over.
    const news = now.filter((text, at) => !before.includes(text) || (at === 0 && text !== before[0]));
    // What was said and holds no longer is not left there to be found.
    const isOld = before.some((text) => !now.includes(text));
    if (news.length > 0 || isOld) this.#said.textContent = news.join(" ");
  }

  /** @returns {string[]} */
  #words() {
    const lines = [...this.#lines.children].map((line) => line.textContent ?? "");
    return [this.#heading.textContent ?? "", ...lines];
  }
}

/** What there is to choose from. @param {Page | null} page @returns {string} */
function texts(page) {
  return JSON.stringify(page?.choices?.map(({ text }) => text) ?? []);
}
