// Who I am, inviting others, and leaving.
import { say } from "/assets/shared/say.js";
import { ask } from "/assets/shared/http.js";
import { copy } from "/assets/shared/copy.js";
import { el, setText, typed } from "/assets/shared/dom.js";
import { failed, once } from "./act.js";
import { controls } from "./alerts.js";
import { confirmFinal, open, question } from "./dialogs.js";
import { help } from "./keys.js";
import { store } from "./store.js";
import { toast } from "./toast.js";
import { dayAndTime } from "./words.js";

/** The button with one's name, and what is behind it. */
export function account() {
  const name = el("bdi", {}, "…");
  const button = el("button", { type: "button", class: "account", "aria-haspopup": "dialog", onclick: showAccount }, name);
  store.onDraw(() => setText(name, store.me?.name ?? "…"));
  return button;
}

function showAccount() {
  const me = store.me;
  const shut = (/** @type {() => unknown} */ then) => () => {
    dialog.close();
    then();
  };
  const button = (/** @type {string} */ words, /** @type {() => unknown} */ press, kind = "") =>
    el("button", { type: "button", class: kind, onclick: shut(press) }, say(words));
  // In the list they give way to who waits.
  const alerts = controls();
  const dialog = open(typed(me?.name ?? ""), [
    el("p", { class: "soft" }, say("console-role", { role: me?.role ?? "agent" })),
    me?.time_zone ? el("p", { class: "soft" }, say("console-time-zone", { zone: me.time_zone })) : null,
    alerts.element,
    el(
      "div",
      { class: "menu" },
      me?.role === "admin" ? button("console-invite", invite) : null,
      button("console-keys", help),
      button("console-sign-out", signOut),
      button("console-sign-out-everywhere", signOutEverywhere, "final"),
    ),
  ]);
  dialog.addEventListener("close", alerts.stop);
}

function invite() {
  const field = el("input", { id: "invite-name", name: "name", required: true, autocomplete: "off", dir: "auto", autofocus: true });
  const admin = el("label", { class: "choice" }, el("input", { type: "checkbox", name: "admin" }), el("span", {}, say("console-invite-admin")));
  const asked = question({
    title: say("console-invite-title"),
    content: [el("p", {}, el("label", { for: "invite-name" }, say("console-invite-name")), field), admin],
    yes: say("console-invite-yes"),
    submit: async (form) => {
      const role = form.has("admin") ? "admin" : "agent";
      const answer = await ask("POST", "/v1/agents/invitations", { name: form.get("name"), role });
      if (answer.kind === "done") {
        // First, so that the focus goes back to where both began.
        asked.close();
        showInvitation(answer.body);
      }
      return failed(answer, String(form.get("name")));
    },
  });
}

/** @param {{agent: {name: string}, again: boolean, link: string, expires_at: number}} invitation */
function showInvitation({ agent, again, link, expires_at }) {
  const field = el("input", { id: "invite-link", type: "text", readonly: true, dir: "ltr" });
  field.value = link;
  const done = el("p", { role: "status" });
  const button = el("button", { type: "button", class: "first", autofocus: true }, say("console-invite-copy"));
  button.addEventListener("click", () =>
    once(button, async () => setText(done, say((await copy(link, field)) ? "console-invite-copied" : "console-copy-yourself"))),
  );
  open(say("console-invited-title", { name: agent.name }), [
    el("p", {}, say(again ? "console-invited-again" : "console-invited", { when: dayAndTime(expires_at) })),
    el("p", {}, el("label", { for: "invite-link" }, say("console-invite-link")), field),
    done,
    el("p", { class: "row" }, button),
  ]);
}

async function signOut() {
  const words = await leave(undefined);
  if (words !== null) toast({ text: words, kind: "bad" });
}

function signOutEverywhere() {
  const title = say("console-sign-out-everywhere-title");
  confirmFinal(title, say("console-sign-out-everywhere-text"), say("console-sign-out-everywhere-yes"), () => leave({ everywhere: true }));
}

/** @param {{everywhere: boolean} | undefined} body */
async function leave(body) {
  const answer = await ask("POST", "/v1/sign-out", body);
  // Whoever is signed out already has what they want.
  const out = answer.kind === "done" || (answer.kind === "problem" && answer.problem.status === 401);
  if (!out) return failed(answer);
  location.assign("/");
  return null;
}
