// Every call, in groups: who waits first. Cards stay the same elements wherever they move, with the focus in them.
import { say } from "/assets/shared/say.js";
import { arrange, el, isDrawn, setText } from "/assets/shared/dom.js";
import { whenNobodyAims } from "./aim.js";
import { CallCard } from "./call.js";
import { everySecond, now } from "./clock.js";
import { GROUPS, countPeople, grouped } from "./model.js";
import { draw, store } from "./store.js";
/** @import { GroupName } from "./types.d.ts" */

/** The groups that want the agent now. @type {ReadonlySet<GroupName>} */
const URGENT = new Set(["waiting", "in-call"]);

/** From here on cards out of sight are not drawn. */
const MANY = 40;

/** The list on the page. */
export class List {
  /** @type {Map<string, CallCard>} */
  #cards = new Map();
  /** @type {Map<GroupName, {section: HTMLElement, words: HTMLElement, count: HTMLElement, cards: HTMLElement}>} */
  #groups = new Map();
  #quiet = el("div", { class: "quiet" });
  // Until the service has said something, nothing is claimed.
  #nobody = el("p", { class: "nobody" }, say("console-nobody-known"));
  #none = el("p", { class: "soft none", hidden: true }, say("console-no-calls"));
  #noOthers = el("p", { class: "soft none no-others", hidden: true }, say("console-no-other-calls"));
  /** What is to be done with cards that are yet to be drawn. @type {Map<string, (card: CallCard) => void>} */
  #onceDrawn = new Map();
  #minute = 0;
  #drawSoon;

  /** @param {HTMLElement} asides what stands where nobody waits */
  constructor(asides) {
    for (const name of GROUPS) this.#groups.set(name, group(name));
    const sections = (/** @type {boolean} */ urgent) =>
      GROUPS.filter((name) => URGENT.has(name) === urgent).map((name) => this.#groups.get(name)?.section ?? null);
    this.#quiet.append(this.#nobody, asides);
    this.now = el("div", { class: "now" }, ...sections(true), this.#quiet);
    this.calls = el("div", { class: "calls" }, this.#none, this.#noOthers, ...sections(false));
    this.element = el("div", { class: "columns" }, this.now, this.calls);
    staysInSight(this.now);
    this.#drawSoon = whenNobodyAims(this.element, () => this.#draw());
    store.onDraw(this.#drawSoon);
    everySecond((time) => this.#tick(time));
  }

  /** Whether what the list says holds now. @param {boolean} isKnown */
  knows(isKnown) {
    setText(this.#nobody, say(isKnown ? "console-nobody-waits" : "console-nobody-known"));
  }

  /** With the card of a call as it will be drawn next: in this turn, or when nobody aims at anything any more.
   * @param {string} id @param {(card: CallCard) => void} then */
  onceDrawn(id, then) {
    this.#onceDrawn.set(id, then);
    draw();
  }

  /** Every card as it stands on the page. */
  get cards() {
    return [...this.element.querySelectorAll("article.call")].flatMap((element) => {
      const card = element instanceof HTMLElement ? this.#cards.get(element.dataset.call ?? "") : undefined;
      return card && isDrawn(element) ? [card] : [];
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
      // Who waits is people; everything else is calls.
      if (name === "waiting") setText(shown.words, say("console-group-waiting", { count: countPeople(calls) }));
      else setText(shown.count, String(calls.length));
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
    const elsewhere = [...groups].every(([name, calls]) => URGENT.has(name) || calls.length === 0);
    this.#noOthers.hidden = store.calls.size === 0 || !elsewhere;
    this.#quiet.hidden = (groups.get("waiting")?.length ?? 0) > 0;
    // A card that went from one group to another took the focus out of the page for a moment.
    if (focus instanceof HTMLElement && focus !== document.activeElement) {
      if (focus.isConnected && isDrawn(focus)) focus.focus({ preventScroll: true });
      else if (document.activeElement === document.body) this.element.closest("main")?.focus({ preventScroll: true });
    }
    const due = [...this.#onceDrawn];
    this.#onceDrawn.clear();
    for (const [id, then] of due) {
      const card = this.#cards.get(id);
      if (card) then(card);
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

/** Who waits stays in sight beside a long list. What is higher than the window is scrolled with the page until its end
 * is seen, and has no scroll bar of its own. @param {HTMLElement} now */
function staysInSight(now) {
  new ResizeObserver(() => now.style.setProperty("--now-height", `${now.offsetHeight}px`)).observe(now);
}

/** @param {GroupName} name */
function group(name) {
  const id = `group-${name}`;
  const count = el("span", { class: "count" });
  const cards = el("div", { class: "cards" });
  const words = el("span", {}, name === "waiting" ? "" : say(`console-group-${name}`));
  const heading = el("h2", { id }, words, " ", count);
  // What is over is there for those who look for it.
  const section =
    name === "over"
      ? el("section", { class: "group", "aria-labelledby": id, hidden: true }, el("details", {}, el("summary", {}, heading), cards))
      : el("section", { class: `group ${name}`, "aria-labelledby": id, hidden: true }, heading, cards);
  return { section, words, count, cards };
}
