// Sends the code of a sign-in link when the button is pressed, and never before: programs that
// look at links would otherwise use it up.

import { ask, codeOf, randomId } from "/assets/shared/http.js";

/** @template {HTMLElement} T @param {string} id @param {new () => T} kind @returns {T} */
function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`no ${id}`);
  return element;
}

const form = byId("sign-in", HTMLFormElement);
const problem = byId("problem", HTMLElement);

/** Nothing that could be typed here would help. @param {string} text */
function isDead(text) {
  problem.textContent = text;
  problem.tabIndex = -1;
  for (const part of form.querySelectorAll("p")) part.hidden = part !== problem;
  problem.focus();
}

/** @param {string} name */
function isSignedIn(name) {
  // The code is used up; nobody needs to find it in the history.
  history.replaceState(null, "", location.pathname);
  byId("who", HTMLElement).textContent = name;
  form.hidden = true;
  byId("done", HTMLElement).hidden = false;
  byId("console", HTMLAnchorElement).focus();
}

/** However often the button is pressed, it is one sign-in: its answer may have been lost. */
const commandId = randomId();

// Another link, in the place of one that was used up.
addEventListener("hashchange", () => location.reload());

form.addEventListener("submit", async (submitted) => {
  submitted.preventDefault();
  const says = form.dataset;
  problem.textContent = "";
  const code = location.hash.slice(1);
  if (code === "") {
    problem.textContent = says.incomplete ?? "";
    return;
  }
  const name = byId("name", HTMLInputElement).value.trim();
  const answer = await ask("POST", "/v1/sign-in", { code, command_id: commandId, ...(name !== "" && { name }) });
  if (answer.kind === "done") isSignedIn(answer.body.agent.name);
  else if (answer.kind === "unreachable") problem.textContent = says.unreachable ?? "";
  else if (codeOf(answer.problem) === "sign-in-needed") isDead(says.refused ?? "");
  else if (codeOf(answer.problem) === "name-unusable") problem.textContent = says.nameUnusable ?? "";
  else problem.textContent = says.later ?? "";
});
