// Questions before something is done. A dialog keeps what was typed until the service has taken it.
import { say } from "/assets/shared/say.js";
import { el, isDrawn, setText } from "/assets/shared/dom.js";
import { once } from "./act.js";
import { toast } from "./toast.js";
/** @import { AgentName } from "./types.d.ts" */
/** @import { Child } from "/assets/shared/dom.js" */

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {Child[]} content
 * @property {string} yes what the button does, in its own words
 * @property {boolean} [final] there is no way back
 * @property {(form: FormData) => Promise<string | null>} submit why it was not done, or null when it was
 */

/** Asks, and closes when it was done. Closed before that it is told of what went wrong, and comes back as it was. @param {Question} question */
export function question({ title, content, yes, final = false, submit }) {
  const problem = el("p", { role: "alert" });
  const go = el("button", { class: final ? "final" : "first" }, yes);
  const no = el("button", { type: "button", autofocus: final, onclick: () => dialog.close() }, say("console-cancel"));
  const send = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    once(go, async () => {
      setText(problem, "");
      const words = await submit(form);
      if (words === null) return dialog.close();
      setText(problem, words);
      if (!dialog.open) return toast({ text: words, kind: "bad", action: { label: say("console-try-again"), run: () => show(dialog) } });
      // Below a long form on a phone it would be said to nobody's eyes.
      problem.scrollIntoView({ block: "nearest" });
    });
  };
  const form = el("form", { method: "dialog", onsubmit: send }, ...content, problem, el("p", { class: "row" }, go, no));
  const dialog = open(title, [form]);
  return dialog;
}

/**
 * A dialog with a heading and a way out. The focus goes back to where it was by itself, or to what can be done next.
 * @param {Child} title @param {Child[]} content @param {string} [kind]
 */
export function open(title, content, kind = "") {
  const id = `dialog-${(count += 1)}`;
  const close = () => dialog.close();
  const dialog = el(
    "dialog",
    { class: kind, "aria-labelledby": id },
    el(
      "header",
      {},
      el("h2", { id }, title),
      el("button", { type: "button", class: "close", "aria-label": say("console-close"), onclick: close }, "×"),
    ),
    ...content,
  );
  show(dialog);
  return dialog;
}

/** @param {HTMLDialogElement} dialog */
function show(dialog) {
  const knock = document.activeElement?.closest("li.knock");
  const card = document.activeElement?.closest("article.call");
  const closed = () => {
    dialog.remove();
    // What was pressed may be hidden or gone: the card was drawn anew behind the dialog.
    const focus = document.activeElement ?? document.body;
    if (focus !== document.body && isDrawn(focus)) return;
    focusFirst([...(knock?.querySelectorAll("button") ?? []), card?.querySelector(".toggle"), document.getElementById("page")]);
  };
  dialog.addEventListener("close", closed, { once: true });
  document.body.append(dialog);
  dialog.showModal();
}

/** The first of these that can be seen and pressed. @param {(Element | null | undefined)[]} elements */
function focusFirst(elements) {
  for (const one of elements) {
    if (!(one instanceof HTMLElement) || !isDrawn(one) || one.matches(":disabled")) continue;
    one.focus({ preventScroll: true });
    return;
  }
}

let count = 0;

/**
 * Something final.
 * @param {string} title @param {string} text @param {string} yes @param {() => Promise<string | null>} submit
 * @param {Child} [about] what it is done to, where the title does not say so
 */
export function confirmFinal(title, text, yes, submit, about = null) {
  question({ title, content: [about, el("p", {}, text)], yes, final: true, submit });
}

/**
 * A message to whoever waits.
 * @param {string} title @param {string} label @param {string} text @param {boolean} needed @param {string} yes
 * @param {(text: string) => Promise<string | null>} submit
 */
export function writeTo(title, label, text, needed, yes, submit) {
  const field = el("textarea", { name: "text", id: "dialog-text", rows: 3, required: needed, dir: "auto", autofocus: true });
  field.value = text;
  question({
    title,
    content: [el("p", {}, el("label", { for: "dialog-text" }, label), field)],
    yes,
    submit: (form) => submit(String(form.get("text") ?? "").trim()),
  });
}

const REASONS = ["unsaid", "not-expected", "not-now", "wrong-link"];

/** @param {string} title @param {(reason: string, block: boolean) => Promise<string | null>} submit */
export function declineBy(title, submit) {
  const reasons = REASONS.map((reason, index) =>
    el(
      "label",
      { class: "choice" },
      el("input", { type: "radio", name: "reason", value: reason, checked: index === 0, autofocus: index === 0 }),
      el("span", {}, say(`over-declined-${reason}`)),
    ),
  );
  const block = el("label", { class: "choice" }, el("input", { type: "checkbox", name: "block" }), el("span", {}, say("console-block")));
  question({
    title,
    content: [
      el("fieldset", {}, el("legend", {}, say("console-decline-reason")), ...reasons),
      block,
      el("p", { class: "soft" }, say("console-block-how")),
    ],
    yes: say("console-decline-yes"),
    final: false,
    submit: (form) => submit(String(form.get("reason")), form.has("block")),
  });
}

/** @param {AgentName[]} agents @param {(to: string) => Promise<string | null>} submit @param {Child} about the call */
export function handOverTo(agents, submit, about) {
  const choices = agents.map((agent, index) =>
    el(
      "label",
      { class: "choice" },
      el("input", { type: "radio", name: "to", value: agent.id, required: true, autofocus: index === 0 }),
      el("bdi", {}, agent.name),
    ),
  );
  question({
    title: say("console-hand-over-title"),
    content: [about, el("fieldset", {}, el("legend", {}, say("console-hand-over-to")), ...choices)],
    yes: say("console-hand-over-yes"),
    submit: (form) => submit(String(form.get("to"))),
  });
}
