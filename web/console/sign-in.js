// Sends the code of a sign-in link when the button is pressed, and never before: programs that
// look at links would otherwise use it up.

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
  try {
    const answer = await fetch("/v1/sign-in", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(name === "" ? { code } : { code, name }),
    });
    const body = await answer.json();
    if (!answer.ok) {
      if (body.type === "/problems/sign-in-needed") isDead(says.refused ?? "");
      else if (body.type === "/problems/name-unusable") problem.textContent = says.nameUnusable ?? "";
      else problem.textContent = body.detail ?? "";
      return;
    }
    // The code is used up; nobody needs to find it in the history.
    history.replaceState(null, "", location.pathname);
    byId("who", HTMLElement).textContent = body.agent.name;
    form.hidden = true;
    byId("done", HTMLElement).hidden = false;
    byId("console", HTMLAnchorElement).focus();
  } catch {
    problem.textContent = says.unreachable ?? "";
  }
});
