// While somebody aims at a button of the list, nothing in it moves: who admits the wrong customer shows them another's
// house. What changes meanwhile is drawn once they have pressed, or let it be.

/** How long after its last movement a pointer still aims, in milliseconds. */
const REST_MS = 1_000;

/** `until`: aims until then, if it does not move again. @typedef {{isDown: boolean, until: number}} Aim */

/** @type {Aim} */
export const AT_REST = { isDown: false, until: 0 };

/**
 * What a pointer did: `near`: moved over something that can be pressed; `away`: moved elsewhere. Pure.
 * @param {Aim} aim @param {"down" | "up" | "near" | "away"} did @param {number} now milliseconds @returns {Aim}
 */
export function aimed(aim, did, now) {
  switch (did) {
    case "down":
      return { isDown: true, until: 0 };
    case "up":
      return AT_REST;
    case "near":
      return { ...aim, until: now + REST_MS };
    case "away":
      return { ...aim, until: 0 };
  }
}

/** How long things stay where they are, in milliseconds: 0 not at all, `Infinity` until the pointer is up. @param {Aim} aim @param {number} now */
export function staysFor(aim, now) {
  return aim.isDown ? Infinity : Math.max(0, aim.until - now);
}

/**
 * Draws at once, or as soon as nobody aims at anything in `element`.
 * @param {HTMLElement} element @param {() => void} draw @returns {() => void} to call when there is something to draw
 */
export function whenNobodyAims(element, draw) {
  let aim = AT_REST;
  let isDue = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const drawOrWait = () => {
    clearTimeout(timer);
    const stays = staysFor(aim, performance.now());
    isDue = stays > 0;
    if (!isDue) draw();
    else if (stays < Infinity) timer = setTimeout(drawOrWait, stays);
  };
  /** @param {Parameters<typeof aimed>[1]} did */
  const did = (did) => {
    aim = aimed(aim, did, performance.now());
    // The click comes after the pointer is up.
    if (!isDue || did === "near") return;
    clearTimeout(timer);
    timer = setTimeout(drawOrWait);
  };
  // Another button asks for a menu, and that it is up again is then not always told; nor is it in another window.
  element.addEventListener("pointerdown", ({ button }) => did(button === 0 ? "down" : "up"));
  for (const end of ["pointerup", "pointercancel", "blur"]) addEventListener(end, () => did("up"));
  addEventListener("pointermove", ({ pointerType, target }) => {
    if (pointerType !== "mouse") return;
    const isNear = target instanceof Element && element.contains(target) && target.closest("button, a, summary") !== null;
    if (isNear || aim.until > 0) did(isNear ? "near" : "away");
  });
  return drawOrWait;
}
