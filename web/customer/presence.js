// Whether the customer looks at the page, and whether the screen stays lit while they wait.

/** @param {import("./types.js").Call} call */
export function watchPresence(call) {
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) call.sleep();
    else call.wake();
  });
  // A page that is left may never hear that it is hidden, and may come back out of the browser's memory.
  window.addEventListener("pagehide", () => call.sleep());
  window.addEventListener("pageshow", (shown) => {
    if (shown.persisted && !document.hidden) call.wake();
  });
  window.addEventListener("online", () => call.networkBack());
  if (document.hidden) call.sleep();
}

/** Keeps the screen lit while that is wanted. The browser takes it back when the page is hidden. */
export class Light {
  #wanted = false;
  #asking = false;
  /** @type {WakeLockSentinel | null} */
  #lock = null;

  constructor() {
    document.addEventListener("visibilitychange", () => void this.#take());
  }

  /** @param {boolean} wanted */
  want(wanted) {
    this.#wanted = wanted;
    if (wanted) void this.#take();
    else void this.#lock?.release().catch(() => {});
  }

  async #take() {
    const has = this.#lock !== null && !this.#lock.released;
    if (!this.#wanted || document.hidden || has || this.#asking || !navigator.wakeLock) return;
    this.#asking = true;
    try {
      this.#lock = await navigator.wakeLock.request("screen");
      if (!this.#wanted) await this.#lock.release();
    } catch {
      // A low battery, for one. The screen then goes dark as it always does, and the core knows what that means.
    } finally {
      this.#asking = false;
    }
  }
}
