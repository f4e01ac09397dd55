// Waiting for what must come. Nothing here asserts how long it takes.

/** Long enough for any machine; what takes longer never comes. */
const PATIENCE_MS = 60_000;

/**
 * What comes, one after the other.
 *
 * @template T
 */
export class Queue {
  /** @type {T[]} */
  #come = [];
  /** @type {(() => void) | undefined} */
  #wake;

  /** @param {T} item */
  put(item) {
    this.#come.push(item);
    this.#wake?.();
  }

  clear() {
    this.#come.length = 0;
  }

  /**
   * The next one; undefined when it never comes.
   *
   * @returns {Promise<T | undefined>}
   */
  async next() {
    if (this.#come.length === 0) {
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      let patience;
      await new Promise((resolve) => {
        this.#wake = () => resolve(undefined);
        patience = setTimeout(resolve, PATIENCE_MS);
      });
      clearTimeout(patience);
      this.#wake = undefined;
    }
    return this.#come.shift();
  }
}
