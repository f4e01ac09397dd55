// A simulated phone: an app that speaks the protocol and has no screen. Its stream is read as it comes.
import assert from "node:assert/strict";
import { random } from "./agent.js";

/** What it was last told. @typedef {{phase: string, state: string, match_phrase?: string, ticket?: string}} State */

export class Phone {
  /** @type {State[]} */
  #told = [];
  /** @type {(() => void)[]} */
  #waiting = [];
  #stop = new AbortController();
  #n = 0;

  /** @param {string} link @param {string} name */
  constructor(link, name) {
    this.link = new URL(link);
    this.name = name;
    this.knock = random();
    this.secret = random();
  }

  /** Knocks, and listens until {@link off}. @param {object} more @returns {Promise<this>} */
  async knocks(more = {}) {
    const answer = await this.#post("/v1/knock", {
      invitation: this.link.pathname.split("/").pop(), knock_id: this.knock, secret: this.secret, name: this.name,
      device: { platform: "android", app: "app" }, ...more,
    });
    assert.equal(answer.status, 200, `${this.name} may knock`);
    this.#listen(answer).catch(() => undefined);
    await this.reaches((state) => state.phase === "lobby");
    await this.does("here", { n: ++this.#n });
    return this;
  }

  /** Until it has been told this. @param {(state: State) => boolean} reached @returns {Promise<State>} */
  async reaches(reached) {
    for (;;) {
      const state = this.#told.at(-1);
      if (state && reached(state)) return state;
      await new Promise((told) => this.#waiting.push(() => told(undefined)));
    }
  }

  /** @param {string} type @param {object} more @returns {Promise<State>} */
  async does(type, more = {}) {
    const command = { knock_id: this.knock, secret: this.secret, command_id: random(), type, ...more };
    const answer = await this.#post("/v1/knock/commands", command);
    assert.equal(answer.status, 200, `${type} is done`);
    return answer.json();
  }

  /** Falls asleep, and says so. */
  async sleeps() {
    await this.does("asleep", { n: ++this.#n });
  }

  /** Is switched off. */
  off() {
    this.#stop.abort();
  }

  /** @param {string} path @param {object} body @returns {Promise<Response>} */
  #post(path, body) {
    return fetch(this.link.origin + path, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal: this.#stop.signal,
    });
  }

  /** @param {Response} answer */
  async #listen(answer) {
    let text = "";
    const reader = /** @type {ReadableStream<Uint8Array>} */ (answer.body).getReader();
    const decoder = new TextDecoder();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      const events = text.split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) this.#hear(event);
    }
  }

  /** @param {string} event */
  #hear(event) {
    const data = event.split("\n").find((line) => line.startsWith("data:"));
    if (!data) return;
    const state = JSON.parse(data.slice(5));
    if (!("phase" in state)) return;
    this.#told.push(state);
    for (const tell of this.#waiting.splice(0)) tell();
  }
}
