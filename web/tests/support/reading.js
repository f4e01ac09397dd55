// What must hold for every state of every page, however it looks: it fits, it can be read by a screen reader in the
// order of the screen, and checkers that others wrote find nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @typedef {import("playwright-core").Page} Page */

/** Nothing sticks out to the side, and no text is cut off. @param {Page} page @param {string} what */
export async function fits(page, what) {
  const { sticksOut, cutOff } = await page.evaluate(() => {
    const named = (/** @type {Element} */ one) => `<${one.localName} ${one.id || one.className}> ${(one.textContent ?? "").trim().slice(0, 40)}`;
    const shown = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility({ visibilityProperty: true }));
    // Hidden from eyes on purpose, for screen readers: a pixel in size.
    const seen = shown.filter((one) => one.clientWidth > 1 || one.getBoundingClientRect().width > 1);
    const cuts = seen.filter((one) => {
      const style = getComputedStyle(one);
      const hides = style.overflowX === "hidden" || style.overflowX === "clip";
      return hides && !(one instanceof HTMLInputElement) && !(one instanceof HTMLVideoElement) && one.scrollWidth > one.clientWidth + 1;
    });
    const pressed = seen.filter((one) => one.matches("a, button, input, select, textarea, summary"));
    const outside = pressed.filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width > 1 && (box.left < -1 || box.right > document.documentElement.clientWidth + 1);
    });
    const page = document.documentElement;
    const wide = page.scrollWidth > window.innerWidth ? [`the page: ${page.scrollWidth} of ${window.innerWidth} px`] : [];
    return { sticksOut: [...wide, ...outside.map(named)], cutOff: cuts.map(named) };
  });
  assert.deepEqual(sticksOut, [], `${what}: nothing sticks out to the side`);
  assert.deepEqual(cutOff, [], `${what}: nothing is cut off`);
}

/** axe-core finds nothing. @param {Page} page @param {string} what */
export async function isAccessible(page, what) {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ["violations"] });
    return violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.map((/** @type {any} */ node) => `${node.target.join(" ")} (${(node.any[0] ?? node.all[0] ?? node.none[0])?.message})`).join("; ")}`);
  });
  assert.deepEqual(found, [], `${what}: axe finds nothing`);
}

/** A screen reader that reads from the top says every word of the screen, in its order. @param {Page} page @param {string} what */
export async function readsAsItLooks(page, what) {
  const { screen, said } = await atOneMoment(page);
  let at = 0;
  const missing = screen.find((word) => {
    const found = said.indexOf(word, at);
    if (found < 0) return true;
    at = found + 1;
    return false;
  });
  assert.equal(missing, undefined, `${what}: is read as it looks\nscreen: ${screen.join(" ")}\nread: ${said.join(" ")}`);
}

/** Both at the same moment: a time that passes on the screen is the same in both. @param {Page} page @returns {Promise<{screen: string[], said: string[]}>} */
async function atOneMoment(page) {
  for (;;) {
    const screen = words(await page.evaluate(seenText));
    const said = words(await saidText(page));
    const after = words(await page.evaluate(seenText));
    if (screen.join(" ") === after.join(" ")) return { screen, said };
  }
}

/** @param {string[]} texts @returns {string[]} */
const words = (texts) => texts.join(" ").normalize("NFC").split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** In the page: every text that can be seen, in the order in which the eye finds it. @returns {string[]} */
function seenText() {
  const dialog = [...document.querySelectorAll("dialog:modal")].at(-1);
  const walker = document.createTreeWalker(dialog ?? document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement;
    if (!around?.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true }) || !node.nodeValue?.trim()) continue;
    if (around.closest("textarea, select, option, noscript, svg, video, canvas")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    // What only screen readers shall find is a pixel large.
    const clipped = around.closest(".visually-hidden, [hidden]");
    if (boxes.length > 0 && !clipped) found.push(node.nodeValue);
  }
  return found;
}

/** Every text of the accessibility tree, in its order. @param {Page} page @returns {Promise<string[]>} */
async function saidText(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const said = /** @type {string[]} */ ([]);
  const read = (/** @type {string} */ id) => {
    const node = byId.get(id);
    if (!node) return;
    const text = String(node.name?.value ?? "");
    // The pieces of a text that is wrapped: it was read as a whole.
    if (node.role?.value === "InlineTextBox") return;
    if (node.role?.value === "StaticText" && !node.ignored) said.push(text);
    // Whoever has no text below is read by name.
    else if (!node.ignored && text && (node.childIds ?? []).length === 0) said.push(text);
    for (const child of node.childIds ?? []) read(child);
  };
  const root = nodes.find((node) => !node.parentId);
  if (root) read(root.nodeId);
  return said;
}

/** From the top down: on a narrow page, what is read later does not stand above. @param {Page} page @param {string} what */
export async function readsDownwards(page, what) {
  const above = await page.evaluate(() => {
    const dialog = [...document.querySelectorAll("dialog:modal")].at(-1);
    const pieces = [...(dialog ?? document.body).querySelectorAll("h1, h2, h3, p, li, dt, dd, label, button, input, textarea, select")];
    const seen = pieces.filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().height > 1);
    const still = seen.filter((one) => {
      for (let around = /** @type {Element | null} */ (one); around; around = around.parentElement) {
        if (["fixed", "sticky"].includes(getComputedStyle(around).position) && !around.matches("dialog")) return false;
      }
      return true;
    });
    return still.slice(1).flatMap((one, index) => {
      const before = /** @type {Element} */ (still[index]).getBoundingClientRect();
      return one.getBoundingClientRect().bottom < before.top - 1 ? [(one.textContent ?? "").trim().slice(0, 40)] : [];
    });
  });
  assert.deepEqual(above, [], `${what}: nothing that is read later stands above`);
}

/** As in a language that is written from right to left and needs more room; puts everything back. @param {Page} page @param {string} what */
export async function fitsFromRightToLeft(page, what, picture = async () => {}) {
  await page.evaluate(mirror);
  try {
    await fits(page, `${what}, from right to left`);
    await picture();
  } finally {
    await page.evaluate(() => /** @type {any} */ (window).mirrored());
  }
}

/** In the page: every text in letters of another script, a third longer, from right to left. */
function mirror() {
  const letters = "אבגדהוזחטיכלמנסעפצקרשתםןףץ";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const before = /** @type {[Node, string][]} */ ([]);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // Names, links and codes are data and stay as they are in any language.
    if (!node.nodeValue?.trim() || node.parentElement?.closest("textarea, script, style, code, output, bdi, [dir]:not(html)")) continue;
    before.push([node, node.nodeValue]);
  }
  for (const [node, text] of before) {
    const foreign = text.replace(/[a-z]/gi, (letter) => letters[(letter.toLowerCase().charCodeAt(0) - 97) % letters.length] ?? letter);
    const more = Math.ceil(text.trim().split(/\s+/).length / 3);
    node.nodeValue = `${foreign} ${foreign.trim().split(/\s+/).slice(0, more).join(" ")}`;
  }
  const { dir } = document.documentElement;
  document.documentElement.dir = "rtl";
  /** @type {any} */ (window).mirrored = () => {
    document.documentElement.dir = dir;
    for (const [node, text] of before) node.nodeValue = text;
  };
}
