// When it is over, and when the service says something that this page does not know.
import { say } from "/assets/shared/say.js";
import { button, words } from "./screens.js";

/** @typedef {import("./types.js").Page} Page */
/** @typedef {import("./types.js").Call} Call */
/** @import { ShownAs } from "./types.js" */

/** By the word of the reason. @type {Record<string, import("./types.js").Art>} */
const ARTS = {
  "call-over": "check",
  "you-left": "check",
  moved: "check",
  "you-left-the-lobby": "check",
  "link-dead": "link",
  "slept-too-long": "clock",
  "nobody-came": "clock",
  "lobby-full": "clock",
  "meeting-failed": "warning",
};

/** @param {ShownAs<"over">} shown @param {Call} call @returns {Page} */
export function ended(shown, call) {
  const { reason } = shown.screen;
  const art = (typeof reason === "string" && ARTS[reason]) || "phone";
  return over(words(shown, art), shown.screen.may_knock_again, call);
}

/**
 * A sentence of the service, and the way out from where the customer stands.
 * @param {ShownAs<"fallback">} shown @param {Call} call @returns {Page}
 */
export function fallback(shown, call) {
  const page = words(shown, "door");
  switch (shown.screen.phase) {
    case "lobby":
      return { ...page, other: button("app-button-leave-lobby", () => call.leave()) };
    case "call":
      return { ...page, other: { ...button("app-button-end-call", () => call.leave()), final: true } };
    case "over":
      return over(page, shown.screen.may_knock_again, call);
  }
}

/** @param {Page} page @param {boolean} mayKnockAgain @param {Call} call @returns {Page} */
function over(page, mayKnockAgain, call) {
  const other = button("customer-another-link", () => call.dismiss());
  if (mayKnockAgain) return { ...page, first: button("app-button-knock-again", () => call.knockAgain()), other };
  return { ...page, lines: [...(page.lines ?? []), { text: say("customer-may-close") }], other };
}

/** A page is updated by loading it. @returns {Page} */
export function updateRequired() {
  return {
    key: "update-required",
    art: "warning",
    heading: say("customer-update"),
    lines: [{ text: say("customer-update-how") }],
    first: button("customer-load-again", () => location.reload()),
  };
}
