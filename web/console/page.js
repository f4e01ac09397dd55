// The agent's console: puts the parts together and begins.
import { load, say } from "/assets/shared/say.js";
import { ask, randomId } from "/assets/shared/http.js";
import { el, setText } from "/assets/shared/dom.js";
import { onSignInEnded, once, tellFailed } from "./act.js";
import { account } from "./agents.js";
import { alertOf, badge, controls } from "./alerts.js";
import { everySecond, fastBy, itIs, now } from "./clock.js";
import { Events } from "./events.js";
import { focusWaiting, help, listen } from "./keys.js";
import { List } from "./list.js";
import { countWaiting } from "./model.js";
import { pref, setPref } from "./prefs.js";
import { store } from "./store.js";
import { announce, toastRegion, withdrawStale } from "./toast.js";
import { problemWords } from "./words.js";
/** @import { Call, News, Stream } from "./types.d.ts" */
/** @import { Problem } from "/assets/shared/http.js" */

const main = /** @type {HTMLElement} */ (document.getElementById("page"));

try {
  await load();
  begin();
} catch {
  // Without sentences there is only one to say, and it is not in them.
  main.append(el("p", { role: "alert" }, "The service cannot be reached. Reload this page."));
}

function begin() {
  main.tabIndex = -1;
  const create = el("button", { type: "button", class: "first create" }, say("console-create"));
  const list = new List(controls().element);
  const stream = streamNote();
  const clock = el("p", { class: "note warn clock", hidden: true });
  create.addEventListener("click", () => once(create, () => createCall(list)));
  const keys = el("button", { type: "button", class: "keys-button", "aria-label": say("console-keys"), onclick: help }, "?");
  const bar = /** @type {HTMLElement} */ (document.querySelector("header"));
  bar.append(keys, account(), create);
  const line = el("div", { class: "line" }, stream.note, el("div", { class: "words" }, stream.dot, toastRegion()));
  const top = el("div", { class: "top" });
  bar.before(top);
  top.append(bar, line);
  staysClear(top, line);
  main.append(clock, list.element);
  listen(list, create);
  badge(0);

  const events = new Events({
    heard(name, data) {
      if (name === "snapshot") store.snapshot(data);
      else if (name === "call") store.take(data);
      else if (name === "gone") store.gone(data.id);
      else if (name === "clock") itIs(data.now);
      // Until it has said so.
      whoAmI();
    },
    state(state, problem) {
      stream.show(state, problem);
      list.knows(state === "live");
      if (state !== "live") return;
      // Another agent may have signed in meanwhile.
      me = "unknown";
      whoAmI();
    },
  });
  stream.tryNow = () => events.tryNow();
  onSignInEnded.run = () => events.signInEnded();
  store.onNews((news, first) => tell(news, first, list));
  store.onDraw(() => badge(countWaiting(store.calls)));
  store.onDraw(withdrawStale);
  everySecond(() => {
    const fast = fastBy();
    clock.hidden = fast === 0;
    setText(clock, fast === 0 ? "" : clockWords(fast));
  });
  events.tryNow();
}

/** @param {number} fast milliseconds; less than none is slow */
function clockWords(fast) {
  const which = fast > 0 ? "fast" : "slow";
  const minutes = Math.round(Math.abs(fast) / 60_000);
  if (minutes < 120) return say("console-clock-wrong", { minutes, which });
  return say("console-clock-wrong-hours", { hours: Math.round(minutes / 60), which });
}

/** Whatever is scrolled to or focused stands below what stays at the window's head.
 * @param {HTMLElement} top @param {HTMLElement} line all that stays of it on a narrow phone */
function staysClear(top, line) {
  const sizes = new ResizeObserver(() => {
    const head = getComputedStyle(top).position === "sticky" ? top : line;
    document.documentElement.style.setProperty("--head", `${head.offsetHeight}px`);
  });
  sizes.observe(line);
  sizes.observe(top);
}

/** What the service has said, since the stream is open, of who looks at it. @type {"unknown" | "asked" | "known"} */
let me = "unknown";

async function whoAmI() {
  if (me !== "unknown") return;
  me = "asked";
  const answer = await ask("GET", "/v1/me");
  me = answer.kind === "done" ? "known" : "unknown";
  if (answer.kind === "done") {
    itIs(answer.body.now);
    store.setMe(answer.body);
  }
}

/** A phone or a computer: what the agent will join from, for the words of the message. */
function setUp() {
  return matchMedia("(pointer: coarse) and (max-width: 48rem)").matches ? "mobile" : "desktop";
}

/** By how much a call that was just created may seem older than that: the clock here may run ahead of the service's. */
const JUST_MS = 60_000;

/** A call for one customer: whoever presses the button again means another. The command of a creation whose answer was
 * lost is sent again by its own “Try again” alone. @param {List} list */
function createCall(list) {
  const language = pref("language", document.documentElement.lang || "en");
  const wanted = { command_id: randomId(), set_up: setUp(), language };
  const [before, from] = [store.calls, now() - JUST_MS];
  // The stream does not say what a call was created by.
  const isIt = (/** @type {Call} */ { id, agent, starts_at }) => !before.has(id) && agent.id === store.me?.id && starts_at >= from;
  const holds = () => ![...store.calls.values()].some(isIt);
  const create = async () => {
    const answer = await ask("POST", "/v1/calls", wanted);
    if (answer.kind !== "done") return tellFailed(answer, { run: create, holds });
    store.take(answer.body);
    list.onceDrawn(answer.body.id, (card) => {
      card.expand(true);
      card.head.scrollIntoView({ block: "nearest" });
      card.copy.focus({ preventScroll: true });
      announce(say("console-created", { title: answer.body.title }));
    });
  };
  return create();
}

// The language of the next invitation is that of the last one that was chosen.
document.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLSelectElement && target.id.startsWith("language-")) setPref("language", target.value);
});

/** @param {News[]} news @param {boolean} first @param {List} list */
function tell(news, first, list) {
  const knocked = news.filter((one) => one.what === "knocked" && one.knock.state !== "held");
  const words = (/** @type {News} */ { what, call, knock }) => say(`console-${what}`, { name: knock.name, title: call.title });
  if (first && knocked.length > 1) announce(say("console-wait-already", { count: knocked.length }));
  else if (knocked.length > 0) announce(knocked.map(words).join(" "), true);
  else if (news.length > 0 && !first) announce(news.map(words).join(" "));
  for (const one of first ? knocked.slice(0, 1) : knocked) alertOf(one, () => focusWaiting(list));
}

/** How the stream is: a dot when all is well, a sentence when it is not. */
function streamNote() {
  const dot = el("p", { class: "stream", role: "status" });
  const words = el("p", {});
  const again = el("button", { type: "button" }, say("console-try-now"));
  const note = el("div", { class: "note bad stream-note", role: "alert", hidden: true }, words, el("p", { class: "row" }, again));
  const shown = {
    dot,
    note,
    tryNow: () => {},
    /** @param {Stream} state @param {Problem | null} problem */
    show(state, problem) {
      dot.dataset.state = state;
      setText(dot, say("console-stream", { state }));
      note.hidden = state === "live" || state === "connecting";
      setText(again, say(state === "signed-out" ? "console-go-on" : "console-try-now"));
      if (state === "signed-out") setText(words, say("console-sign-in-ended"));
      else if (state === "broken") setText(words, problem?.title ? problemWords(problem) : say("console-broken"));
      if (state === "live") setText(words, "");
    },
  };
  again.addEventListener("click", () => shown.tryNow());
  shown.show("connecting", null);
  return shown;
}
