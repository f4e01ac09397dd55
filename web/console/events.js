// The service's stream of calls: opened, watched, and opened again when it breaks.
import { listeners, problemOf, codeOf } from "/assets/shared/http.js";
import { everySecond, jumps, steady } from "./clock.js";
/** @import { Stream } from "./types.d.ts" */
/** @import { Problem } from "/assets/shared/http.js" */

/** The service says something every 15 seconds; after this long of silence nobody is at the other end. */
const SILENT_MS = 40_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

/**
 * @typedef {object} Listener
 * @property {(name: string, data: any) => void} heard an event
 * @property {(state: Stream, problem: Problem | null) => void} state how the stream is now
 */

/** One stream that heals itself. */
export class Events {
  /** @type {Stream} */
  state = "connecting";
  /** @type {AbortController | null} */
  #open = null;
  /** By a time that goes on while the computer sleeps, as what follows. */
  #heardAt = 0;
  /** How often it had slept when the stream was opened. */
  #jumps = 0;
  #tryAt = 0;
  #wait = FIRST_WAIT_MS;

  /** @param {Listener} listener */
  constructor(listener) {
    this.listener = listener;
    everySecond(() => this.#look());
    addEventListener("online", () => this.tryNow());
    addEventListener("focus", () => this.tryNow());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.tryNow();
    });
  }

  /** Whoever waited long enough, or has signed in again, need not wait for the next try. */
  tryNow() {
    if (this.#open === null) this.#connect();
    else this.#check();
  }

  #look() {
    if (this.#open !== null) this.#check();
    else if (this.state !== "signed-out" && steady() >= this.#tryAt) this.#connect();
  }

  /** Whether there is still somebody at the other end. */
  #check() {
    if (jumps() !== this.#jumps) {
      // A stream that was slept through ends without a word, if at all; and only the service knows what time it is.
      this.#close();
      this.#set("connecting", null);
      this.#connect();
    } else if (steady() - this.#heardAt > SILENT_MS) {
      this.#broke(null);
    }
  }

  async #connect() {
    const open = new AbortController();
    this.#open = open;
    this.#heardAt = steady();
    this.#jumps = jumps();
    try {
      const headers = { Accept: "text/event-stream" };
      const answer = await fetch("/v1/events", { headers, cache: "no-store", signal: open.signal });
      for (const listener of listeners) listener(answer);
      if (!answer.ok || !answer.body) {
        const problem = await problemOf(answer);
        if (this.#open === open) this.#broke(problem);
        return;
      }
      await this.#read(answer.body, open);
    } catch {
      // Lost, refused or ended by us: the next lines tell which.
    }
    if (this.#open === open) this.#broke(null);
  }

  /** @param {ReadableStream<Uint8Array>} body @param {AbortController} open */
  async #read(body, open) {
    const parse = parser((name, data) => {
      if (this.#open !== open) return;
      if (name === "snapshot") {
        this.#wait = FIRST_WAIT_MS;
        this.#set("live", null);
      }
      if (name === "signed-out") this.#signedOut(null);
      else if (name === "restarting") this.#broke({ ...NO_PROBLEM, retry_after_ms: data.retry_after_ms });
      else this.listener.heard(name, data);
    });
    const decoder = new TextDecoder();
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || this.#open !== open) return;
      this.#heardAt = steady();
      parse(decoder.decode(value, { stream: true }));
    }
  }

  /** @param {Problem | null} problem */
  #broke(problem) {
    if (problem && codeOf(problem) === "sign-in-needed") {
      this.#signedOut(problem);
      return;
    }
    this.#close();
    // Not all at once, after a service that comes back.
    const wait = problem?.retry_after_ms ?? this.#wait * (0.75 + Math.random() / 2);
    this.#tryAt = steady() + Math.min(wait, LONGEST_WAIT_MS);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
    this.#set("broken", problem);
  }

  /** @param {Problem | null} problem */
  #signedOut(problem) {
    this.#close();
    this.#set("signed-out", problem);
  }

  /** A request was told that the sign-in has ended. */
  signInEnded() {
    this.#signedOut(null);
  }

  #close() {
    this.#open?.abort();
    this.#open = null;
  }

  /** @param {Stream} state @param {Problem | null} problem */
  #set(state, problem) {
    this.state = state;
    this.listener.state(state, problem);
  }
}

const NO_PROBLEM = { type: "about:blank", status: 0, title: "", detail: "" };

/**
 * Reads an event stream (HTML Standard, 9.2.6) as it comes, piece by piece.
 * @param {(name: string, data: any) => void} heard
 * @returns {(piece: string) => void}
 */
export function parser(heard) {
  let rest = "";
  let name = "";
  /** @type {string[]} */
  let data = [];
  const line = (/** @type {string} */ text) => {
    if (text === "") {
      if (data.length > 0) heard(name || "message", JSON.parse(data.join("\n")));
      name = "";
      data = [];
      return;
    }
    const colon = text.indexOf(":");
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? "" : text.slice(colon + 1).replace(/^ /, "");
    if (field === "event") name = value;
    if (field === "data") data.push(value);
  };
  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n/);
    rest = lines.pop() ?? "";
    lines.forEach(line);
  };
}
