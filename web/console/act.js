// Sends what an agent does, and says what came of it.
import { say } from "/assets/shared/say.js";
import { ask, codeOf, randomId } from "/assets/shared/http.js";
import { store } from "./store.js";
import { toast } from "./toast.js";
import { problemWords } from "./words.js";
/** @import { Answer } from "/assets/shared/http.js" */
/** @import { Call, Command } from "./types.d.ts" */

/** What came of it: the call as it is now, or words about why not. @typedef {{call: Call | null, words: string | null,
 *  again: boolean}} Outcome */

/** Told when a request was refused because the sign-in has ended. @type {{run: () => void}} */
export const onSignInEnded = { run: () => {} };

/** The words for an answer that is no success. @param {Answer} answer */
export function failed(answer) {
  if (answer.kind === "unreachable") return say("console-unreachable");
  if (answer.kind === "done") return null;
  if (codeOf(answer.problem) !== "sign-in-needed") return problemWords(answer.problem);
  onSignInEnded.run();
  return say("console-sign-in-ended-here");
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
  const words = failed(answer);
  if (answer.kind === "done") store.take(answer.body);
  else if (answer.kind === "problem" && answer.problem.status !== 401) await refresh(id);
  return { call: answer.kind === "done" ? answer.body : null, words, again: mayDoLater(answer) };
}

/** Whether the same may do another time: after signing in again, when the service is back. @param {Answer} answer */
export function mayDoLater(answer) {
  return answer.kind === "unreachable" || (answer.kind === "problem" && [401, 429, 503].includes(answer.problem.status));
}

/**
 * Sends a command by a button: a word when it is done, with the way back if there is one, or why it was not.
 * @param {string} id @param {Command} command @param {string} done @param {{words: string, command: Command}} [undo]
 * @param {string} [commandId]
 */
export async function act(id, command, done, undo, commandId = randomId()) {
  const outcome = await send(id, command, commandId);
  if (outcome.words === null) {
    const back = undo && (() => act(id, undo.command, undo.words));
    toast({ text: done, kind: "good", ...(back && { action: { label: say("console-undo"), run: back } }) });
  } else {
    const again = () => act(id, command, done, undo, commandId);
    toast({
      text: outcome.words,
      kind: "bad",
      ...(outcome.again && { action: { label: say("console-try-again"), run: again } }),
    });
  }
  return outcome.call;
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
