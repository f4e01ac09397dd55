// One call's card: what it is, who is at the door, and behind one button all that can be done with it.
import { say } from "/assets/shared/say.js";
import { ask, codeOf } from "/assets/shared/http.js";
import { el, keyed, setAttribute, setText, typed } from "/assets/shared/dom.js";
import { isolated, unturned } from "/assets/shared/foreign.js";
import { failed, leftToAsk, once, pathOf, sender, takeBack, tellFailed } from "./act.js";
import { confirmFinal, handOverTo } from "./dialogs.js";
import { fields } from "./edit.js";
import { KnockPanel } from "./knock.js";
import { Share, copyMessage } from "./share.js";
import { store } from "./store.js";
import { toast } from "./toast.js";
import { dayAndTime, overWords } from "./words.js";
import { waits, whoTakes } from "./model.js";
/** @import { Call } from "./types.d.ts" */

/** One card for one call, for as long as the call is in the list. */
export class CallCard {
  #title = typed("");
  #when = el("p", { class: "soft when" });
  #state = el("p", { class: "state" });
  #knocks = el("ul", { class: "knocks", hidden: true });
  /** @type {Map<string, KnockPanel>} */
  #panels = new Map();
  /** Made when it is first opened: most calls of a long list never are. @type {Details | null} */
  #details = null;
  /** @type {Call | null} */
  #drawn = null;
  /** For whom it is drawn: what they did themselves is said in other words. @type {string | undefined} */
  #drawnFor;

  /** @param {Call} call */
  constructor(call) {
    this.id = call.id;
    const id = `call-${call.id}`;
    this.toggle = el("button", { type: "button", class: "toggle", id, "aria-expanded": "false" }, this.#title);
    this.toggle.addEventListener("click", () => this.expand(this.toggle.getAttribute("aria-expanded") === "false"));
    this.copy = el("button", { type: "button", class: "copy" }, say("console-copy-message"));
    this.copy.addEventListener("click", () => once(this.copy, () => copyMessage(this.copy, this.id, () => this.#showMessage())));
    this.forget = el("button", { type: "button", class: "final", hidden: true }, say("console-forget"));
    this.forget.addEventListener("click", () => this.#forget());
    const what = el("div", { class: "what" }, el("h3", {}, this.toggle), this.#when, this.#state);
    this.head = el("header", {}, what, this.copy, this.forget);
    const about = { class: "call", "aria-labelledby": id, "data-call": call.id };
    this.element = el("article", about, this.head, this.#knocks);
    this.update(call);
  }

  /** @param {Call} call */
  update(call) {
    const me = store.me?.id;
    if (this.#drawn === call && this.#drawnFor === me) return;
    [this.#drawn, this.#drawnFor] = [call, me];
    const over = call.phase.phase === "over";
    setText(this.#title, unturned(call.title));
    setText(this.#when, this.#whenWords(call));
    setText(this.#state, stateWords(call));
    this.#state.hidden = this.#state.textContent === "";
    setAttribute(this.element, "data-phase", call.phase.phase);
    this.copy.hidden = over;
    this.forget.hidden = !over;
    this.toggle.disabled = over;
    if (over) this.expand(false);
    this.#drawFirst();
    this.#knocks.hidden = call.knocks.length === 0;
    this.#drawKnocks(call);
    this.#details?.update(call);
  }

  /** @param {Call} call */
  #drawKnocks(call) {
    for (const id of this.#panels.keys()) {
      if (!call.knocks.some((knock) => knock.knock === id)) this.#panels.delete(id);
    }
    keyed(
      this.#knocks,
      call.knocks,
      (knock) => knock.knock,
      (knock) => {
        const panel = new KnockPanel(call, knock);
        this.#panels.set(knock.knock, panel);
        return panel.element;
      },
      (_, knock) => this.#panels.get(knock.knock)?.update(call, knock),
      () => this.toggle,
    );
  }

  /** The time has gone on, to another day perhaps. @param {boolean} minute */
  tick(minute) {
    for (const panel of this.#panels.values()) panel.tick();
    if (minute && this.#drawn) setText(this.#when, this.#whenWords(this.#drawn));
  }

  /** @param {Call} call */
  #whenWords(call) {
    const when = say("console-when", { when: dayAndTime(call.starts_at), minutes: call.minutes });
    return call.agent.id === store.me?.id ? when : `${when} · ${isolated(call.agent.name)}`;
  }

  /** @param {boolean} wanted */
  expand(wanted) {
    const call = store.call(this.id);
    if (wanted && !this.#details && call) {
      this.#details = new Details(call);
      this.element.append(this.#details.element);
    }
    if (this.#details) this.#details.element.hidden = !wanted;
    setAttribute(this.toggle, "aria-expanded", String(wanted));
    this.#drawFirst();
  }

  /** The first thing to do with an open call is to share it, until somebody is at the door. */
  #drawFirst() {
    const open = this.toggle.getAttribute("aria-expanded") === "true";
    // Where there is something to do, all of it is drawn; the rest of a long list when it is scrolled to.
    this.element.classList.toggle("still", !open && this.#drawn?.knocks.length === 0);
    this.copy.classList.toggle("first", open && this.#drawn?.knocks.length === 0);
  }

  #showMessage() {
    this.expand(true);
    return this.#details?.share.text ?? null;
  }

  #forget() {
    confirmFinal(say("console-forget-title"), say("console-forget-text"), say("console-forget-yes"), async () => {
      const answer = await ask("DELETE", pathOf(this.id));
      // A colleague may have deleted it meanwhile.
      const isGone = answer.kind === "done" || (answer.kind === "problem" && codeOf(answer.problem) === "no-such-call");
      if (isGone) store.gone(this.id);
      return isGone ? null : failed(answer);
    }, which(this.id));
  }
}

/** How far the call is. @param {Call} call */
function stateWords(call) {
  if (call.phase.phase === "over") return overWords(call);
  if (call.phase.phase === "taken") {
    const { agent } = call.phase;
    const { name = "", state } = whoTakes(call) ?? {};
    const about = { name, agent: agent.name };
    const byMe = agent.id === store.me?.id;
    if (state === "admitted") return say(byMe ? "console-let-in-by-you" : "console-let-in", about);
    return say(byMe ? "console-taken-by-you" : "console-taken", about);
  }
  return call.knocks.some(waits) ? "" : say("console-nobody-yet");
}

/** Which call a question is about: titles are often alike. @param {string} id */
function which(id) {
  const call = store.call(id);
  return call ? el("p", {}, el("strong", {}, typed(unturned(call.title))), ` · ${dayAndTime(call.starts_at)}`) : null;
}

/** What is behind the button: fields, sharing, and what ends things. */
class Details {
  /** @param {Call} call */
  constructor(call) {
    this.id = call.id;
    this.fields = fields(call);
    this.share = new Share(call);
    const { title, start, minutes, setUp, language } = this.fields;
    const button = (/** @type {string} */ words, /** @type {() => unknown} */ press, kind = "") => {
      const made = el("button", { type: "button", class: kind }, say(words));
      made.addEventListener("click", () => once(made, async () => press()));
      return made;
    };
    this.element = el(
      "div",
      { class: "details" },
      el("div", { class: "fields" }, title.element, start.element, minutes.element, setUp.element, language.element),
      this.share.element,
      el(
        "p",
        { class: "row ends" },
        button("console-replace-link", () => this.#replaceLink()),
        button("console-hand-over", () => this.#handOver()),
        button("console-end", () => this.#end(), "final"),
      ),
    );
  }

  /** @param {Call} call */
  update(call) {
    for (const field of Object.values(this.fields)) field.update(call);
    this.share.update(call);
  }

  #replaceLink() {
    const sends = sender(this.id);
    confirmFinal(say("console-replace-title"), say("console-replace-text"), say("console-replace-yes"), async () => {
      const outcome = await sends({ type: "replace-link" });
      if (outcome.words === null) toast({ text: say("console-replaced") });
      return leftToAsk(outcome);
    }, which(this.id));
  }

  #end() {
    const sends = sender(this.id);
    confirmFinal(say("console-end-title"), say("console-end-text"), say("console-end-yes"), async () => {
      const outcome = await sends({ type: "end" });
      if (outcome.words === null) toast({ text: say("console-ended") });
      return leftToAsk(outcome);
    }, which(this.id));
  }

  async #handOver() {
    const answer = await ask("GET", "/v1/agents");
    const call = store.call(this.id);
    // Gone meanwhile, with its card.
    if (!call) return;
    if (answer.kind === "unreachable") return toast({ text: say("console-not-read"), kind: "bad" });
    if (answer.kind !== "done") return tellFailed(answer);
    const before = call.agent;
    const others = answer.body.filter((/** @type {{id: string}} */ agent) => agent.id !== before.id);
    if (others.length === 0) {
      toast({ text: say("console-nobody-to-hand-over"), kind: "warn" });
      return;
    }
    const sends = sender(this.id);
    handOverTo(others, async (to) => {
      const outcome = await sends({ type: "hand-over", to });
      if (outcome.words !== null) return leftToAsk(outcome);
      const undo = {
        words: say("console-handed-over", { name: before.name }),
        command: { type: "hand-over", to: before.id },
        holds: (/** @type {Call} */ { agent }) => agent.id === to,
      };
      toast({ text: say("console-handed-over", { name: outcome.call?.agent.name ?? "" }), action: takeBack(this.id, undo) });
      return null;
    }, which(this.id));
  }
}
