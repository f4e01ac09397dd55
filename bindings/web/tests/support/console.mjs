// An agent's open console.

import assert from "node:assert/strict";

import { Queue } from "./waiting.mjs";

export class Console {
  /** @type {Queue<true>} */
  #changes = new Queue();
  /** @type {AbortController} */
  #closing;

  /**
   * @param {Response} events
   * @param {AbortController} closing
   */
  constructor(events, closing) {
    this.#closing = closing;
    void this.#read(events);
  }

  /**
   * Asks until there is an answer, each time that something has changed.
   *
   * @template T
   * @param {string} what
   * @param {() => Promise<T | undefined | false>} ask
   * @returns {Promise<T>}
   */
  async awaits(what, ask) {
    for (;;) {
      this.#changes.clear();
      const answer = await ask();
      if (answer) return answer;
      assert(await this.#changes.next(), `the agent does not see ${what}`);
    }
  }

  close() {
    this.#closing.abort();
  }

  /** @param {Response} events */
  async #read(events) {
    const reader = events.body?.getReader();
    try {
      const decoder = new TextDecoder();
      for (let line = ""; reader; ) {
        const { done, value } = await reader.read();
        if (done) return;
        const lines = (line + decoder.decode(value, { stream: true })).split("\n");
        line = lines.pop() ?? "";
        // A comment that keeps the stream open is no change.
        if (lines.some((line) => line.startsWith("event:"))) this.#changes.put(true);
      }
    } catch {
      // Closed.
    }
  }
}
