// What an agent has set for this browser. Where nothing may be stored it holds until the page is closed.

const KEY = "onecall-console";

/** @type {Record<string, unknown>} */
let held = {};
try {
  held = JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
} catch {
  // Storage is forbidden or holds something else: begin with nothing.
}

/** @template T @param {string} name @param {T} usual @returns {T} */
export function pref(name, usual) {
  return typeof held[name] === typeof usual ? /** @type {T} */ (held[name]) : usual;
}

/** @param {string} name @param {string | boolean} value */
export function setPref(name, value) {
  held = { ...held, [name]: value };
  try {
    localStorage.setItem(KEY, JSON.stringify(held));
  } catch {
    // Full or forbidden: it holds for this page.
  }
}
