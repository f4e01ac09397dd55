// Whether words stand on the screen in the order in which they are written, whatever is written between them.
import assert from "node:assert/strict";

/** Each of these texts stands right of the one before it, or below. @param {import("playwright-core").Locator} element @param {string[]} texts */
export async function standInOrder(element, texts) {
  const boxes = await element.evaluate((around, wanted) => {
    const pieces = /** @type {{node: Node, from: number}[]} */ ([]);
    const walker = document.createTreeWalker(around, NodeFilter.SHOW_TEXT);
    let all = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      pieces.push({ node, from: all.length });
      all += node.nodeValue ?? "";
    }
    const place = (/** @type {number} */ at) => {
      const piece = pieces.findLast(({ from }) => from <= at);
      if (!piece) throw new Error("no text");
      return /** @type {const} */ ([piece.node, at - piece.from]);
    };
    let after = 0;
    return wanted.map((text) => {
      const at = all.indexOf(text, after);
      if (at < 0) throw new Error(`“${text}” is not in “${all}”`);
      after = at + text.length;
      const range = document.createRange();
      range.setStart(...place(at));
      const [node, last] = place(after - 1);
      range.setEnd(node, last + 1);
      const rects = [...range.getClientRects()];
      const [first, end] = [Math.min(...rects.map((one) => one.top)), Math.max(...rects.map((one) => one.bottom))];
      return {
        // Where it begins on its first line, and where it ends on its last.
        left: Math.min(...rects.filter(({ top }) => top < first + 2).map((one) => one.left)),
        right: Math.max(...rects.filter(({ bottom }) => bottom > end - 2).map((one) => one.right)),
        top: first,
        bottom: end,
      };
    });
  }, texts);
  for (const [index, box] of boxes.entries()) {
    const before = boxes[index - 1];
    if (!before) continue;
    const isBelow = box.top >= before.bottom - 1;
    assert.ok(isBelow || box.left >= before.right - 1, `“${texts[index]}” stands after “${texts[index - 1]}”`);
  }
}
