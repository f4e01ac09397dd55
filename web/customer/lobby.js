// From the knock to the end of the call.
import { say, said } from "/assets/shared/say.js";
import { button, words } from "./screens.js";

/** @typedef {import("./types.js").Page} Page */
/** @typedef {import("./types.js").Shown} Shown */
/** @typedef {import("./types.js").Call} Call */
/** @typedef {import("./types.js").Line} Line */
/** @import { ShownAs } from "./types.js" */

const MINUTE_MS = 60_000;

/** @param {Shown} shown @param {Call} call @returns {Page} */
export function knocking(shown, call) {
  const page = words(shown, "door");
  return { ...page, lines: [...offline(), ...(page.lines ?? [])], busy: true, other: button("app-button-cancel", () => call.leave()) };
}

/** @param {ShownAs<"waiting">} shown @param {Call} call @param {import("./hand-over.js").HandOver} handOver @returns {Page} */
export function waiting(shown, call, handOver) {
  const startsIn = shown.screen.starts_in_ms ?? 0;
  const page = words(shown, startsIn > 0 ? "clock" : "door");
  const lines = shown.lines.slice(1).map((line) => lobbyLine(line, startsIn));
  lines.push({ text: shown.whereabouts === "far-too-early" ? say("customer-come-back-then") : keepOpen(shown.screen.lease_ms) });
  const preparing = shown.screen.moving ? [{ text: say("customer-preparing-app") }] : [];
  return {
    ...page,
    lines: [...offline(), ...lines, ...preparing],
    beside: handOver.button(),
    other: button("app-button-leave-lobby", () => call.leave()),
  };
}

/** And what becomes of somebody who looks elsewhere. @param {number | null} leaseMs */
function keepOpen(leaseMs) {
  const minutes = Math.floor((leaseMs ?? 0) / MINUTE_MS);
  const first = say("customer-keep-open");
  return minutes < 2 ? first : say("customer-two-sentences", { first, second: say("customer-place-kept", { minutes }) });
}

/** @param {import("./types.js").Message} line @param {number} startsIn milliseconds @returns {Line} */
function lobbyLine(line, startsIn) {
  const text = said(line);
  if (line.id.startsWith("waiting-starts-in-")) return { text: say("customer-two-sentences", { first: text, second: startsAt(startsIn) }) };
  switch (line.id) {
    case "waiting-agent-says":
      return { text, look: "quoted" };
    case "waiting-match-phrase":
      return { text, look: "read-out", phrase: String(line.arguments.phrase), more: say("customer-phrase-why") };
    default:
      return { text };
  }
}

/** The time of day by the customer's own clock, which is what they look at. @param {number} startsIn milliseconds */
function startsAt(startsIn) {
  const at = new Date(Math.round((Date.now() + startsIn) / MINUTE_MS) * MINUTE_MS);
  const isToday = at.toDateString() === new Date().toDateString();
  /** @type {Intl.DateTimeFormatOptions} */
  const format = isToday ? { timeStyle: "short" } : { dateStyle: "full", timeStyle: "short" };
  const time = new Intl.DateTimeFormat(document.documentElement.lang, format).format(at);
  return say("customer-starts-at", { time });
}

/** @param {Shown} shown @param {Call} call @returns {Page} */
export function letIn(shown, call) {
  const page = words(shown, "door");
  const lines = [...offline(), ...(page.lines ?? []), { text: say("customer-keep-open-in-call") }];
  return { ...page, lines, busy: true, other: ending("app-button-end-call", () => call.leave()) };
}

/**
 * The call is held on the phone, beside this page. How a picture is shown is not said where there is none.
 * @param {ShownAs<"in-call">} shown @param {Call} call @returns {Page}
 */
export function inCall(shown, call) {
  // Nor that one is in the call with somebody who is not there.
  const isLeftOut = (/** @type {string} */ id) =>
    id.startsWith("call-mode-") || (id === "screen-in-call" && !shown.screen.agent_present);
  const others = shown.lines.slice(1).filter((line) => !isLeftOut(line.id));
  const lines = others.map((line) => ({ text: said(line) }));
  const about = [{ text: say("customer-in-call") }, { text: say("customer-keep-open-in-call") }];
  return { ...words(shown, "phone"), lines: [...offline(), ...lines, ...about], other: ending("app-button-end-call", () => call.leave()) };
}

/** @param {Shown} shown @param {Call} call @returns {Page} */
export function inMeeting(shown, call) {
  return { ...words(shown, "phone"), other: ending("app-button-leave-meeting", () => call.leave()) };
}

/** Each answer says what it does. @type {Record<ShownAs<"ask">["screen"]["question"], [yes: string, no: string]>} */
const ANSWERS = {
  "end-call": ["app-button-end-call-yes", "app-button-end-call-no"],
  "leave-meeting": ["app-button-leave-meeting-yes", "app-button-leave-meeting-no"],
  "leave-for-new-invitation": ["app-button-new-call-yes", "app-button-new-call-no"],
};

/** @param {ShownAs<"ask">} shown @param {Call} call @returns {Page} */
export function question(shown, call) {
  const [yes, no] = ANSWERS[shown.screen.question];
  return { ...words(shown, "phone"), first: ending(yes, () => call.confirm(true)), other: button(no, () => call.confirm(false)) };
}

/** The browser knows it at once, and what to do about it; the core notices later that nothing comes. @returns {Line[]} */
function offline() {
  return navigator.onLine ? [] : [warning(say("customer-offline"))];
}

/** @param {string} text @returns {Line} */
function warning(text) {
  return { text, look: "warn" };
}

/** What cannot be taken back. @param {string} id @param {() => void} press @returns {import("./types.js").Button} */
function ending(id, press) {
  return { ...button(id, press), final: true };
}
