// Every call, in groups: who waits first. Cards stay the same elements wherever they move, with the focus in them.
import { say } from "/assets/shared/say.js";
import { arrange, el, setText } from "/assets/shared/dom.js";
import { whenNobodyAims } from "./aim.js";
import { CallCard } from "./call.js";
import { everySecond, now } from "./clock.js";
import { GROUPS, grouped } from "./model.js";
import { store } from "./store.js";
/** @import { GroupName } from "./types.d.ts" */

/** The groups that want the agent now. @type {ReadonlySet<GroupName>} */
const URGENT = new Set(["waiting", "in-call"]);

/** From here on cards out of sight are not drawn. */
const MANY = 40;

/** The list on the page. */
export class List {
  /** @type {Map<string, CallCard>} */
  #cards = new Map();
  /** @type {Map<GroupName, {section: HTMLElement, count: HTMLElement, cards: HTMLElement}>} */
  #groups = new Map();
  #quiet = el("div", { class: "quiet" });
  #none = el("p", { class: "soft none" }, say("console-no-calls"));
  #minute = 0;
  #drawSoon;

  /** @param {HTMLElement} asides what stands where nobody waits */
  constructor(asides) {
    for (const name of GROUPS) this.#groups.set(name, group(name));
    const sections = (/** @type {boolean} */ urgent) =>
      GROUPS.filter((name) => URGENT.has(name) === urgent).map((name) => this.#groups.get(name)?.section ?? null);
    this.#quiet.append(el("p", { class: "nobody" }, say("console-nobody-waits")), asides);
    this.now = el("div", { class: "now" }, ...sections(true), this.#quiet);
    this.calls = el("div", { class: "calls" }, this.#none, ...sections(false));
    this.element = el("div", { class: "columns" }, this.now, this.calls);
    this.#drawSoon = whenNobodyAims(this.element, () => this.#draw());
    store.onDraw(this.#drawSoon);
    everySecond((time) => this.#tick(time));
  }

  /** @param {string} id */
  card(id) {
    return this.#cards.get(id);
  }

  /** Every card as it stands on the page. */
  get cards() {
    return [...this.element.querySelectorAll("article.call")].flatMap((element) => {
      const card = element instanceof HTMLElement ? this.#cards.get(element.dataset.call ?? "") : undefined;
      return card && element.checkVisibility() ? [card] : [];
    });
  }

  #draw() {
    if (!store.begun) return;
    const focus = document.activeElement;
    const groups = grouped(store.calls, now());
    for (const [name, calls] of groups) {
      const shown = this.#groups.get(name);
      if (!shown) continue;
      shown.section.hidden = calls.length === 0;
      setText(shown.count, String(calls.length));
      const cards = calls.map((call) => {
        const card = this.#cards.get(call.id) ?? new CallCard(call);
        this.#cards.set(call.id, card);
        card.update(call);
        return card.element;
      });
      arrange(shown.cards, cards);
      shown.cards.classList.toggle("many", cards.length > MANY);
    }
    for (const id of this.#cards.keys()) {
      if (!store.calls.has(id)) this.#cards.delete(id);
    }
    this.#none.hidden = store.calls.size > 0;
    this.#quiet.hidden = (groups.get("waiting")?.length ?? 0) > 0;
    // A card that went from one group to another took the focus out of the page for a moment.
    if (focus instanceof HTMLElement && focus !== document.activeElement) {
      if (focus.isConnected && focus.checkVisibility()) focus.focus({ preventScroll: true });
      else if (document.activeElement === document.body) this.element.closest("main")?.focus({ preventScroll: true });
    }
  }

  /** @param {number} time */
  #tick(time) {
    const minute = Math.floor(time / 60_000);
    for (const card of this.#cards.values()) card.tick(minute !== this.#minute);
    // What was planned begins, and days end, on the minute.
    if (minute !== this.#minute) this.#drawSoon();
    this.#minute = minute;
  }
}

/** @param {GroupName} name */
function group(name) {
  const id = `group-${name}`;
  const count = el("span", { class: "count" });
  const cards = el("div", { class: "cards" });
  const heading = el("h2", { id }, say(`console-group-${name}`), " ", count);
  // What is over is there for those who look for it.
  const section =
    name === "over"
      ? el("section", { class: "group", "aria-labelledby": id }, el("details", {}, el("summary", {}, heading), cards))
      : el("section", { class: `group ${name}`, "aria-labelledby": id }, heading, cards);
  return { section, count, cards };
}
