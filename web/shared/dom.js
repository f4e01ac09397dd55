// Elements, made and kept in order. Text is set as text, never as markup.

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element. What begins with `on` listens, `class`, `data-…`, `aria-…` and the like are attributes, `true` is an
 * attribute without value, and what is `null`, `undefined` or `false` is left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} [about]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, about = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(about)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** What somebody typed: its direction is its own, and turns nothing around it. @param {string} text */
export function typed(text) {
  return el("bdi", {}, text);
}

/** Sets a text that has changed; one that has not keeps its selection. @param {Element} node @param {string} text */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** @param {Element} node @param {string} name @param {string | null} value */
export function setAttribute(node, name, value) {
  if (value === null) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/** Whether it is drawn at all, in sight or not. Safari can say so itself from 17.4 on. @param {Element} element */
export function isDrawn(element) {
  return element.checkVisibility?.() ?? element.getClientRects().length > 0;
}

/**
 * Makes these the children of `parent`, in this order. Whatever is there already stays or moves, with the focus in
 * it; whatever is not among them goes, and the focus that was in it goes to `home`.
 * @param {Element} parent
 * @param {Element[]} children
 * @param {() => HTMLElement | null} [home]
 */
export function arrange(parent, children, home = () => null) {
  const wanted = new Set(children);
  const focus = document.activeElement;
  let orphaned = false;
  for (const child of [...parent.children]) {
    if (wanted.has(child)) continue;
    // It may be on its way to another parent, which takes it from here.
    if (child.contains(focus)) orphaned = true;
    child.remove();
  }
  let place = parent.firstElementChild;
  for (const child of children) {
    if (child === place) place = place.nextElementSibling;
    else move(parent, child, place);
  }
  if (orphaned && document.activeElement === document.body) home()?.focus({ preventScroll: true });
}

/** @param {Element} parent @param {Element} child @param {Element | null} before */
function move(parent, child, before) {
  const focus = child.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
  parent.insertBefore(child, before);
  if (focus && document.activeElement !== focus) focus.focus({ preventScroll: true });
}

/**
 * One element for each item, kept for as long as the item has the same key.
 * @template T
 * @param {Element} parent
 * @param {T[]} items
 * @param {(item: T) => string} keyOf
 * @param {(item: T) => HTMLElement} make
 * @param {(element: HTMLElement, item: T) => void} update
 * @param {() => HTMLElement | null} [home]
 */
export function keyed(parent, items, keyOf, make, update, home) {
  /** @type {Map<string | undefined, HTMLElement>} */
  const there = new Map();
  for (const child of parent.children) {
    if (child instanceof HTMLElement) there.set(child.dataset.key, child);
  }
  const elements = items.map((item) => {
    const key = keyOf(item);
    const element = there.get(key) ?? make(item);
    element.dataset.key = key;
    update(element, item);
    return element;
  });
  arrange(parent, elements, home);
}
