// For a browser that cannot read the rest of the page: in words of 2017, and without what other scripts stand on.

/** Says so, and what to do, with the link to take along. @param {HTMLElement} root */
export async function tell(root) {
  const say = await sentences();
  const heading = element("h1", { tabindex: "-1", "aria-describedby": "lines" }, say("customer-too-old"));
  const lines = element("div", { id: "lines", class: "lines" }, element("p", {}, say("customer-too-old-how")));
  const middle = element("div", { class: "middle" });
  if (location.hash !== "") middle.append(copying(say));
  const again = element("button", { type: "button", class: "wide first" }, say("customer-load-again"));
  again.addEventListener("click", () => location.reload());
  root.textContent = "";
  root.append(heading, lines, middle, element("div", { class: "buttons" }, again));
  document.title = say("customer-too-old");
  heading.focus();
}

/** @param {(id: string) => string} say @returns {HTMLElement} */
function copying(say) {
  const label = element("label", { for: "link" }, say("customer-link"));
  const input = element("input", { id: "link", type: "text", readonly: "", value: location.href, dir: "ltr" });
  const button = element("button", { type: "button" }, say("customer-copy"));
  const done = element("p", { class: "soft", role: "status" });
  button.addEventListener("click", () => {
    input.focus();
    // `select()` alone marks nothing on old iPhones.
    input.setSelectionRange(0, input.value.length);
    done.textContent = say(document.execCommand("copy") ? "customer-copied" : "customer-copy-by-hand");
  });
  return element("div", { class: "copying" }, label, input, button, done);
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, string>} about @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
function element(tag, about, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(about)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** What says the sentences of this page: those with nothing put into them, each on a line of its own. */
async function sentences() {
  const answer = await fetch(`/assets/locales/${document.documentElement.lang}/web.ftl`);
  if (!answer.ok) throw new Error(`no sentences: ${answer.status}`);
  const lines = (await answer.text()).split("\n");
  return (/** @type {string} */ id) => {
    const begins = `${id} = `;
    const line = lines.find((one) => one.startsWith(begins));
    return line === undefined ? id : line.slice(begins.length).trim();
  };
}
