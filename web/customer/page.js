// Join in this browser. So small that it comes where anything does: when the rest does not, the page that the service made
// says so in its own words. And so old, in words of 2017 and `import()`, that it runs where the rest cannot be read.
// All is asked for at once: on a slow network, each thing that is asked for only when another has come costs a second.

const root = /** @type {HTMLElement} */ (document.querySelector("main"));
// What becomes of the page is said from here on.
root.classList.add("runs");

/** Every WebAssembly begins with these four bytes. */
const MAGIC = 0x0061736d;

const words = import("/assets/shared/say.js").then(({ load }) => load(["core", "app", "web"]));
const core = Promise.all([import("/assets/core/onecall.js"), bytes("/assets/core/onecall.wasm")]);
// Whether it came is asked once there are words to say it.
core.catch(() => {});

Promise.all([import("./customer.js"), words])
  .then(([{ start }]) => start(root, core), cannotRead)
  .catch(() => {
    for (const part of root.children) if (part instanceof HTMLElement) part.hidden = part.id !== "not-loaded";
  });

/** What the browser cannot read is newer than it is; otherwise it did not come. @param {unknown} why */
async function cannotRead(why) {
  if (!(why instanceof SyntaxError)) throw why;
  const { tell } = await import("./too-old.js");
  await tell(root);
}

/** @param {string} address @returns {Promise<ArrayBuffer>} */
async function bytes(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`no core: ${answer.status}`);
  const core = await answer.arrayBuffer();
  // A hotel's network may send a page of its own instead: the browser is not to blame for that.
  if (new DataView(core).getUint32(0) !== MAGIC) throw new Error("no core: something else");
  return core;
}

export {};
