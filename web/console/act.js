// Sends what an agent does, and says what came of it.
import { say } from "/assets/shared/say.js";
import { ask, codeOf, isUndecided, randomId } from "/assets/shared/http.js";
import { store } from "./store.js";
import { announce, toast } from "./toast.js";
import { isTooLate, problemWords } from "./words.js";
/** @import { Answer } from "/assets/shared/http.js" */
/** @import { Call, Command } from "./types.d.ts" */

/** What came of it: the call as it is now, or words about why not. `again`: the same may do another time; `late`: never
 *  again; `signedOut`: the page's own note says so already.
 *  @typedef {{call: Call | null, words: string | null, again: boolean, late: boolean, signedOut: boolean}} Outcome */

/** Told when a request was refused because the sign-in has ended. @type {{run: () => void}} */
export const onSignInEnded = { run: () => {} };

/** The words for an answer that is no success. @param {Answer} answer @param {string | null} [typed] what is still there
 * of it where something was typed */
export function failed(answer, typed = null) {
  if (answer.kind === "unreachable") return say(typed === null ? "console-undecided" : "console-unreachable");
  if (answer.kind === "done") return null;
  if (!isSignedOut(answer)) return problemWords(answer.problem, typed ?? "");
  onSignInEnded.run();
  return say("console-sign-in-ended-here");
}

/** @param {Answer} answer */
function isSignedOut(answer) {
  return answer.kind === "problem" && codeOf(answer.problem) === "sign-in-needed";
}

/** Says why something was not done: that the sign-in has ended stands on the page, and is only spoken again.
 * @param {Answer} answer @param {Again | null} [again] */
export function tellFailed(answer, again = null) {
  const words = failed(answer) ?? "";
  if (isSignedOut(answer)) announce(words, true);
  else tellUndone(words, mayDoLater(answer) ? again : null);
}

/** How the same is tried again, and whether there is still something to be done. @typedef {{run: () => void,
 *  holds: () => boolean}} Again */

/** A failure that can be tried again is told for as long as that makes sense: after that, or where only the answer was
 * lost, the list shows how it is. @param {string} text @param {Again | null} again */
function tellUndone(text, again) {
  if (again === null) toast({ text, kind: "bad" });
  else if (again.holds()) toast({ text, kind: "bad", action: { label: say("console-try-again"), ...again } });
}

/** What a dialog says of what was not done. Where another try can change nothing it has nothing left to ask: a toast
 * says so, and it closes. @param {Outcome} outcome */
export function leftToAsk({ words, late }) {
  if (words === null || !late) return words;
  toast({ text: words, kind: "bad" });
  return null;
}

/** Where a call is found. @param {string} id */
export function pathOf(id) {
  return `/v1/calls/${id}`;
}

/** The call as the service knows it, into the list. @param {string} id */
export async function refresh(id) {
  const answer = await ask("GET", pathOf(id));
  if (answer.kind === "done") store.take(answer.body);
  else if (answer.kind === "problem" && codeOf(answer.problem) === "no-such-call") store.gone(id);
}

/**
 * Sends a command. The same `commandId` again does it once only, so that a lost answer may be asked for anew.
 * @param {string} id @param {Command} command @param {string} [commandId] @returns {Promise<Outcome>}
 */
export async function send(id, command, commandId = randomId()) {
  const answer = await ask("POST", `${pathOf(id)}/commands`, { command_id: commandId, ...command });
  const words = failed(answer, command.text ?? command.message);
  if (answer.kind === "done") store.take(answer.body);
  else if (!isUndecided(answer) && !isSignedOut(answer)) await refresh(id);
  const call = answer.kind === "done" ? answer.body : null;
  const late = answer.kind === "problem" && isTooLate(answer.problem);
  return { call, words, again: mayDoLater(answer), late, signedOut: isSignedOut(answer) };
}

/**
 * Sends the commands of one dialog. However often its button is pressed, the same command is one command: its answer
 * may have been lost.
 * @param {string} id @returns {(command: Command) => Promise<Outcome>}
 */
export function sender(id) {
  /** @type {Map<string, string>} */
  const ids = new Map();
  return (command) => {
    const what = JSON.stringify(command);
    const commandId = ids.get(what) ?? randomId();
    ids.set(what, commandId);
    return send(id, command, commandId);
  };
}

/** Whether the same may do another time: after signing in again, when the service is back. @param {Answer} answer */
export function mayDoLater(answer) {
  return isUndecided(answer) || (answer.kind === "problem" && [401, 429].includes(answer.problem.status));
}

/**
 * Sends a command by a button: a word when it is done, with the way back if there is one, or why it was not.
 * @param {string} id @param {Command} command @param {string} done
 * @param {(call: Call) => boolean} holds whether all is still as it was when the button was pressed, and may be tried again
 * @param {Undo} [undo] @param {string} [commandId]
 */
export async function act(id, command, done, holds, undo, commandId = randomId()) {
  const outcome = await send(id, command, commandId);
  if (outcome.words === null) {
    toast({ text: done, kind: "good", ...(undo && { action: takeBack(id, undo) }) });
  } else if (outcome.signedOut) {
    announce(outcome.words, true);
  } else {
    const run = () => void act(id, command, done, holds, undo, commandId);
    tellUndone(outcome.words, outcome.again ? { run, holds: isStill(id, holds) } : null);
  }
  return outcome.call;
}

/** The way back: what it does, the word when it is done, and whether it is still there. @typedef {{words: string,
 *  command: Command, holds: (call: Call) => boolean}} Undo */

/** The button of a word that takes back what it tells of. @param {string} id @param {Undo} undo */
export function takeBack(id, { words, command, holds }) {
  const run = () => void act(id, command, words, holds);
  return { label: say("console-undo"), run, holds: isStill(id, holds), isUndo: true };
}

/** @param {string} id @param {(call: Call) => boolean} holds */
function isStill(id, holds) {
  return () => {
    const call = store.call(id);
    return call !== undefined && call.phase.phase !== "over" && holds(call);
  };
}

/**
 * A button that cannot be pressed twice while the first time is under way.
 * @param {HTMLElement} button @param {() => Promise<unknown>} work
 */
export async function once(button, work) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  try {
    await work();
  } finally {
    button.removeAttribute("aria-busy");
  }
}
