// Sends the code of a sign-in link when the button is pressed, and never before: programs that
// look at links would otherwise use it up.
const byId = (id) => document.getElementById(id);

byId("sign-in").addEventListener("submit", async (submitted) => {
  submitted.preventDefault();
  const problem = byId("problem");
  const says = byId("sign-in").dataset;
  problem.textContent = "";
  const code = location.hash.slice(1);
  if (code === "") {
    problem.textContent = says.incomplete;
    return;
  }
  const name = byId("name").value.trim();
  try {
    const answer = await fetch("/v1/sign-in", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(name === "" ? { code } : { code, name }),
    });
    const body = await answer.json();
    if (!answer.ok) {
      problem.textContent = body.type === "/problems/sign-in-needed" ? says.refused : body.detail;
      return;
    }
    // The code is used up; nobody needs to find it in the history.
    history.replaceState(null, "", location.pathname);
    byId("who").textContent = body.agent.name;
    byId("token").value = body.token;
    byId("sign-in").hidden = true;
    byId("done").hidden = false;
    byId("token").focus();
  } catch {
    problem.textContent = says.unreachable;
  }
});
