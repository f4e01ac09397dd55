// What is drawn for what the core shows: one line a screen. The same screens and words as in the apps.
import { say, said } from "/assets/shared/say.js";
import { ended, fallback, updateRequired } from "./endings.js";
import { inCall, inMeeting, knocking, letIn, question, waiting } from "./lobby.js";

/** @typedef {import("./types.js").Page} Page */
/** @typedef {import("./types.js").Shown} Shown */
/** @typedef {import("./types.js").Call} Call */
/** @import { ShownAs } from "./types.js" */

/**
 * What a screen is drawn with, beside what it shows.
 * @typedef {object} Around
 * @property {Call} call
 * @property {import("./rehearsal.js").Rehearsal} rehearsal
 * @property {import("./hand-over.js").HandOver} handOver
 */

/** @param {Shown} shown @param {Around} around @returns {Page} */
export function page(shown, around) {
  const { call, rehearsal, handOver } = around;
  switch (shown.kind) {
    case "start":
      return start(call);
    case "link-problem":
      return linkProblem(shown, call);
    case "choose":
      return choose(shown, call);
    case "ask-name":
      return askName(shown, call);
    case "rehearse":
      return rehearsal.page(shown);
    case "knocking":
      return knocking(shown, call);
    case "waiting":
      return waiting(shown, call, handOver);
    case "admitted":
      return letIn(shown, call);
    case "in-call":
      return inCall(shown, call);
    case "in-meeting":
      return inMeeting(shown, call);
    case "teams-client":
      return teamsClient(shown, call);
    case "ask":
      return question(shown, call);
    case "over":
      return ended(shown, call);
    case "fallback":
      return fallback(shown, call);
    case "update-required":
      return updateRequired();
  }
}

/** @param {Call} call @returns {Page} */
function start(call) {
  return {
    key: "start",
    art: "link",
    heading: say("customer-start"),
    field: {
      label: say("customer-field-invitation"),
      typed: "",
      go: say("app-button-go-on"),
      submit: (text) => call.text(text, "keyboard"),
    },
  };
}

/** With what was typed, to be mended. @param {Shown} shown @param {Call} call @returns {Page} */
function linkProblem(shown, call) {
  const page = start(call);
  const again = (/** @type {string} */ text) => {
    // The core tells of changes alone: another text with the same fault is to be heard, too.
    call.dismiss();
    call.text(text, "keyboard");
  };
  const field = page.field && { ...page.field, isWrong: true, submit: again };
  return { ...words(shown, "warning"), key: page.key, field };
}

/** @param {ShownAs<"choose">} shown @param {Call} call @returns {Page} */
function choose(shown, call) {
  const choices = shown.screen.choices.map(({ text, end }, at) => ({
    text: end === null ? text : say("customer-choice", { host: text, end }),
    press: () => call.choose(at),
  }));
  return { ...words(shown, "link"), choices, other: button("app-button-none-of-these", () => call.dismiss()) };
}

/** @param {ShownAs<"ask-name">} shown @param {Call} call @returns {Page} */
function askName(shown, call) {
  const { suggestion, problem, not_taken: notTaken } = shown.screen;
  return {
    ...words(shown, "person"),
    field: {
      label: say("app-field-name"),
      typed: suggestion,
      isWrong: problem !== null || notTaken,
      isName: true,
      go: say("app-button-go-on"),
      submit: (name) => call.name(name),
    },
    other: button("app-button-cancel", () => call.dismiss()),
  };
}

/** @param {Shown} shown @param {Call} call @returns {Page} */
function teamsClient(shown, call) {
  return {
    ...words(shown, "link"),
    first: button("app-button-open-teams", () => call.open()),
    other: button("app-button-back", () => call.dismiss()),
  };
}

/** The page's heading and its other lines. @param {Shown} shown @param {import("./types.js").Art} art @returns {Page} */
export function words(shown, art) {
  const [heading, ...lines] = shown.lines.map((line) => ({ text: said(line) }));
  return { key: shown.kind, art, heading: heading?.text ?? "", lines };
}

/** @param {string} id @param {() => void} press @returns {import("./types.js").Button} */
export function button(id, press) {
  return { text: say(id), press };
}
