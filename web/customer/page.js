// Join in this browser. So small that it comes where anything does: when the rest does not, the page that the service made
// says so in its own words.

const root = /** @type {HTMLElement} */ (document.querySelector("main"));

import("./customer.js")
  .then(({ start }) => start(root))
  .catch(() => {
    for (const part of root.children) if (part instanceof HTMLElement) part.hidden = part.id !== "not-loaded";
  });

export {};
