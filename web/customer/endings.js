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
  const page = words(shown, art);
  const other = button("customer-another-link", () => call.dismiss());
  if (shown.screen.may_knock_again) return { ...page, first: again(call), other };
  return { ...page, lines: [...(page.lines ?? []), { text: say("customer-may-close") }], other };
}

/**
 * Such a sentence may stand in the lobby, in the call or after it: the core does nothing where one of the two does not
 * belong.
 * @param {ShownAs<"fallback">} shown @param {Call} call @returns {Page}
 */
export function fallback(shown, call) {
  const close = () => {
    call.leave();
    call.dismiss();
  };
  const first = shown.screen.may_knock_again ? again(call) : undefined;
  return { ...words(shown, "door"), first, other: button("app-button-close", close) };
}

/** @param {Call} call */
function again(call) {
  return button("app-button-knock-again", () => call.knockAgain());
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
