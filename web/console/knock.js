// Somebody at the door: who, since when, on what, what this pair can do; and what the agent does about it.
import { say } from "/assets/shared/say.js";
import { el, keyed, setAttribute, setText, typed } from "/assets/shared/dom.js";
import { act, leftToAsk, once, send, sender, takeBack } from "./act.js";
import { confirmFinal, declineBy, writeTo } from "./dialogs.js";
import { whoTakes } from "./model.js";
import { store } from "./store.js";
import { announce, toast } from "./toast.js";
import { deviceWords, sinceWords } from "./words.js";
/** @import { Call, Command, Feature, Knock } from "./types.d.ts" */
/** @import { Undo } from "./act.js" */

let count = 0;

/** One panel for one knock, for as long as they are here. */
export class KnockPanel {
  #nameId = `knock-${(count += 1)}`;
  #name = typed("");
  #since = el("span", { class: "since" });
  #state = el("span", { class: "chip" });
  #device = el("span", {});
  #awake = el("span", {});
  #lookAlike = el("p", { class: "note warn", hidden: true });
  #phrase = el("strong", { class: "phrase", dir: "auto" });
  #ask = el("p", { class: "ask" }, el("span", {}, say("console-ask-phrase")), " ", this.#phrase);
  #wrote = el("p", { class: "wrote", hidden: true });
  #features = el("ul", { class: "features" });
  #summary = el("summary", {});
  /** Why nobody else can be let in now. */
  #later = el("p", { class: "soft later", id: `${this.#nameId}-later`, hidden: true });

  /** @param {Call} call @param {Knock} knock */
  constructor(call, knock) {
    this.call = call;
    this.knock = knock;
    const id = this.#nameId;
    const button = (/** @type {string} */ name, /** @type {() => unknown} */ press, kind = "") => {
      const made = el("button", { type: "button", class: kind, id: `${id}-${name}`, "data-do": name }, say(`console-${name}`));
      // “Admit” alone says not whom; the visible word stays the first of the spoken ones.
      made.setAttribute("aria-labelledby", `${id}-${name} ${id}`);
      made.addEventListener("click", () => once(made, async () => press()));
      return made;
    };
    this.admit = button("admit", () => this.#admit(), "first");
    this.hold = button("hold", () => this.#hold());
    this.release = button("release", () => this.#release());
    this.write = button("write", () => this.#write());
    this.decline = button("decline", () => this.#decline());
    this.sendBack = button("send-back", () => this.#sendBack());
    this.remove = button("remove", () => this.#remove(), "final");
    this.element = el(
      "li",
      { class: "knock", "data-knock": knock.knock },
      el("div", { class: "who" }, el("h4", { id, tabindex: -1 }, this.#name), this.#state, this.#since),
      el("p", { class: "soft device" }, this.#device, " · ", this.#awake),
      this.#lookAlike,
      this.#ask,
      this.#wrote,
      this.#later,
      el("div", { class: "row acts" }, this.admit, this.release, this.hold, this.write, this.decline, this.sendBack, this.remove),
      el("details", { class: "card" }, this.#summary, this.#features),
    );
    seen.observe(this.element);
    panels.set(this.element, this);
    this.update(call, knock);
  }

  /** @param {Call} call @param {Knock} knock */
  update(call, knock) {
    this.call = call;
    this.knock = knock;
    const inside = isInside(knock);
    setText(this.#name, knock.name);
    setText(this.#state, stateWords(knock));
    setText(this.#device, deviceWords(knock));
    setText(this.#awake, awakeWords(knock));
    setText(this.#phrase, knock.match_phrase);
    setAttribute(this.element, "data-state", knock.state);
    setAttribute(this.element, "data-awake", String(knock.awake));
    this.#lookAlike.hidden = knock.looks_like === undefined;
    setText(this.#lookAlike, knock.looks_like ? say("console-looks-like", { whom: knock.looks_like }) : "");
    // Who is let in does not see it any more.
    this.#wrote.hidden = inside || !knock.message;
    setText(this.#wrote, knock.message ? say("console-you-wrote", { text: knock.message }) : "");
    this.#ask.hidden = inside;
    this.#drawLater(whoTakes(call));
    const focused = document.activeElement;
    for (const one of [this.admit, this.decline]) one.hidden = inside;
    this.write.hidden = inside || knock.state !== "held";
    this.hold.hidden = inside || knock.state === "held";
    this.release.hidden = knock.state !== "held";
    for (const one of [this.sendBack, this.remove]) one.hidden = !inside;
    // A button that went away under the focus hands it on to what can be done now.
    if (focused instanceof HTMLElement && focused.hidden && this.element.contains(focused)) {
      (inside ? this.sendBack : this.admit).focus({ preventScroll: true });
    }
    this.#card();
    this.tick();
    noticeIfSeen(this);
  }

  /** While somebody else takes the call: the button stays where the keyboard finds it, and says why it is of no use now.
   * @param {Knock | undefined} taker */
  #drawLater(taker) {
    const isLater = taker !== undefined && !isInside(this.knock);
    this.#later.hidden = !isLater;
    setText(this.#later, isLater ? say("console-admit-later", { name: taker.name }) : "");
    this.admit.classList.toggle("first", !isLater);
    setAttribute(this.admit, "aria-disabled", isLater ? "true" : null);
    setAttribute(this.admit, "aria-describedby", isLater ? this.#later.id : null);
  }

  /** The time that has passed, in words. */
  tick() {
    setText(this.#since, sinceWords(this.knock));
  }

  #card() {
    const features = Object.entries(this.knock.features);
    const allowed = features.filter(([, feature]) => feature.allowed).length;
    setText(this.#summary, say("console-card", { allowed, all: features.length }));
    keyed(
      this.#features,
      features,
      ([name]) => name,
      () => el("li", {}, el("span", { class: "mark", "aria-hidden": "true" }), el("span", { class: "spoken" }), el("strong", {}), " ", el("span", { class: "soft" })),
      (line, [name, feature]) => drawFeature(line, name, feature),
    );
  }

  #release() {
    const { knock, name } = this.knock;
    return act(this.call.id, { type: "release", knock }, say("console-released", { name }), still(knock, isHeld));
  }

  #admit() {
    if (!this.#later.hidden) return announce(this.#later.textContent ?? "", true);
    const { knock, name } = this.knock;
    const undo = { words: say("console-sent-back", { name }), command: { type: "send-back", knock }, holds: still(knock, isInside) };
    // Whoever was asked to wait meanwhile is not to be let in by an admission that failed before.
    const holds = mayEnter(knock, isHeld(this.knock) ? isHeld : isInTheLobby);
    return act(this.call.id, { type: "admit", knock }, say("console-admitted", { name }), holds, undo);
  }

  #sendBack() {
    const { knock, name } = this.knock;
    const undo = { words: say("console-admitted", { name }), command: { type: "admit", knock }, holds: mayEnter(knock, isInTheLobby) };
    return act(this.call.id, { type: "send-back", knock }, say("console-sent-back", { name }), still(knock, isInside), undo);
  }

  /** What sends the commands of one dialog: null when it was done. */
  #sender() {
    const sends = sender(this.call.id);
    return async (/** @type {Command} */ command, /** @type {string} */ done, /** @type {Undo | undefined} */ undo = undefined) => {
      const outcome = await sends(command);
      if (outcome.words === null) toast({ text: done, ...(undo && { action: takeBack(this.call.id, undo) }) });
      return leftToAsk(outcome);
    };
  }

  #hold() {
    const { knock, name } = this.knock;
    const done = say("console-held", { name });
    const undo = { words: say("console-released", { name }), command: { type: "release", knock }, holds: still(knock, isHeld) };
    const sends = this.#sender();
    writeTo(say("console-hold-title", { name }), say("console-hold-message"), "", false, say("console-hold-yes"), (text) =>
      sends({ type: "hold", knock, ...(text && { message: text }) }, done, undo),
    );
  }

  #write() {
    const { knock, name } = this.knock;
    const sends = this.#sender();
    writeTo(say("console-write-title", { name }), say("console-write-message"), "", true, say("console-write-yes"), (text) =>
      sends({ type: "message", knock, text }, say("console-written", { name })),
    );
  }

  #decline() {
    const { knock, name } = this.knock;
    const sends = this.#sender();
    declineBy(say("console-decline-title", { name }), (reason, block) =>
      sends({ type: "decline", knock, reason, block }, say("console-declined", { name })),
    );
  }

  #remove() {
    const { knock, name } = this.knock;
    const sends = this.#sender();
    confirmFinal(say("console-remove-title", { name }), say("console-remove-text"), say("console-remove-yes"), () =>
      sends({ type: "remove", knock }, say("console-removed", { name })),
    );
  }
}

const isInside = (/** @type {Knock} */ { state }) => state === "admitted" || state === "in-call";
const isHeld = (/** @type {Knock} */ { state }) => state === "held";
const isInTheLobby = (/** @type {Knock} */ { state }) => state === "waiting" || state === "noticed";

/** Whether somebody is still as they were left. @param {string} id @param {(knock: Knock) => boolean} as */
function still(id, as) {
  return (/** @type {Call} */ call) => call.knocks.some((knock) => knock.knock === id && as(knock));
}

/** Whether somebody is still as they were left, and nobody else takes the call. @param {string} id @param {(knock: Knock) => boolean} as */
function mayEnter(id, as) {
  return (/** @type {Call} */ call) => !whoTakes(call) && still(id, as)(call);
}

/** How far they are, and which colleague sees to them. @param {Knock} knock */
function stateWords(knock) {
  const state = say("console-knock-state", { state: knock.state });
  const by = knock.attended_by;
  return by && by.id !== store.me?.id ? `${state} · ${say("console-attended", { name: by.name })}` : state;
}

/** Whether anything reaches them now. @param {Knock} knock */
function awakeWords({ awake, state }) {
  if (awake) return say("console-awake");
  return say(state === "in-call" ? "console-asleep-in-call" : "console-asleep");
}

/** @param {HTMLElement} line @param {string} name @param {Feature} feature */
function drawFeature(line, name, feature) {
  const [mark, spoken, what, why] = line.children;
  setAttribute(line, "data-allowed", String(feature.allowed));
  if (mark) setText(mark, feature.allowed ? "✓" : "–");
  if (spoken) setText(spoken, say(feature.allowed ? "console-can" : "console-cannot"));
  if (what) setText(what, say(`capability-feature-${name.replaceAll("_", "-")}`));
  if (why) setText(why, say(`capability-reason-${feature.reason}`));
}

/** Who is on the screen now. @type {WeakMap<Element, KnockPanel>} */
const panels = new WeakMap();
/** @type {Set<KnockPanel>} */
const onScreen = new Set();
const seen = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    const panel = panels.get(target);
    if (!panel) continue;
    if (!isIntersecting) onScreen.delete(panel);
    else {
      onScreen.add(panel);
      noticeIfSeen(panel);
    }
  }
});
addEventListener("focus", () => onScreen.forEach(noticeIfSeen));

/** Tells the customer that the agent has seen them: they are in sight, in the window that the agent works in. @param {KnockPanel} panel */
function noticeIfSeen(panel) {
  const inSight = onScreen.has(panel) && panel.element.isConnected;
  if (!inSight || panel.knock.state !== "waiting" || !document.hasFocus()) return;
  // Whoever comes back is seen anew.
  const visit = `${panel.knock.knock} ${panel.knock.since}`;
  if (noticed.has(visit)) return;
  noticed.add(visit);
  // Nobody pressed anything: what the service thinks of it comes by the stream.
  send(panel.call.id, { type: "notice", knock: panel.knock.knock }).then(({ again }) => {
    if (again) noticed.delete(visit);
  });
}

/** Told already; the state that comes by the stream says so a moment later. @type {Set<string>} */
const noticed = new Set();
