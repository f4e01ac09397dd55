// The loop: takes what happens, in order, asks the core, and does what it wants. As src/client/driver.rs does on phones.

import { Clock } from "./clock.js";
import { CoreError } from "./core.js";
import { Network } from "./network.js";

/** @import { Config, Effect, Happened, Outcome, Shell, Shown } from "./types.d.ts" */

/**
 * The longest sleep in one piece. Timers stand still while the device sleeps, the journey does not: so a wake-up that
 * became due meanwhile is at most this late.
 */
const NAP_MS = 15_000;

/** A journey and what carries it. */
export class Driver {
  /** @type {import("./core.js").Core} */
  #core;
  /** @type {Shell | null} */
  #shell;
  /** @type {Network} */
  #network;
  #clock = new Clock();
  /** The core's handle. */
  #journey = 0;
  /** @type {Happened[]} */
  #waiting = [];
  /** Whether something is being taken already, or nothing yet. */
  #isBusy = true;
  /** @type {number | null} */
  #wakeAt = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /**
   * What the page should be showing now.
   *
   * @type {Shown}
   */
  shown;

  /**
   * @param {import("./core.js").Core} core
   * @param {Config} config
   * @param {string | null} blob
   * @param {Shell} shell
   * @param {string | undefined} origin
   * @throws {CoreError}
   */
  constructor(core, config, blob, shell, origin) {
    this.#core = core;
    this.#shell = shell;
    this.#network = new Network(origin, (happened) => this.tell(happened));
    const first = /** @type {Outcome} */ (core.ask({ start: { config, blob, now: this.#clock.now() } }));
    if (first.journey === undefined || first.shown === null) throw new CoreError("broken");
    this.#journey = first.journey;
    this.shown = first.shown;
    // Whoever started it has it in hand by then.
    this.#timer = setTimeout(() => {
      this.#carryOut(first);
      this.#isBusy = false;
      this.#takeAll();
    });
  }

  /** Ends everything and lets go of the shell. */
  shutdown() {
    if (this.#shell === null) return;
    this.#shell = null;
    clearTimeout(this.#timer);
    this.#waiting.length = 0;
    this.#network.shutdown();
    try {
      this.#core.ask({ end: { journey: this.#journey } });
    } catch {
      // A core that is broken has let go of it already.
    }
  }

  /**
   * Takes this after all that happened before it.
   *
   * @param {Happened} happened
   */
  tell(happened) {
    if (this.#shell === null) return;
    this.#waiting.push(happened);
    this.#takeAll();
  }

  #takeAll() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let happened = this.#waiting.shift(); happened !== undefined; happened = this.#waiting.shift()) {
      while (happened && this.#shell !== null) {
        const outcome = this.#step(happened);
        if (outcome) this.#carryOut(outcome);
        happened = outcome?.more ? "next" : undefined;
      }
    }
    this.#isBusy = false;
    this.#setTimer();
  }

  /**
   * @param {Happened} happened
   * @returns {Outcome | undefined}
   */
  #step(happened) {
    try {
      const now = this.#clock.now();
      return /** @type {Outcome} */ (this.#core.ask({ step: { journey: this.#journey, now, happened } }));
    } catch (error) {
      const code = error instanceof CoreError ? error.code : "no random bytes";
      this.#call("log", { level: "error", what: "dropped what happened", detail: code });
      if (code === "broken") this.shutdown();
      return undefined;
    }
  }

  /** @param {Outcome} outcome */
  #carryOut(outcome) {
    this.#wakeAt = outcome.wake_at_ms;
    for (const line of outcome.log) this.#call("log", line);
    for (const effect of outcome.effects) this.#do(effect);
    if (outcome.shown !== null) {
      this.shown = outcome.shown;
      this.#call("show", outcome.shown);
    }
  }

  /** @param {Effect} effect */
  #do(effect) {
    if (this.#shell === null) return;
    switch (effect.type) {
      case "warm":
        return this.#network.warm(effect.url);
      case "open-stream":
        return this.#network.listen(effect);
      case "close-stream":
        return this.#network.closeStream();
      case "send":
        return void this.#network.send(effect);
      default:
        return this.#call("perform", effect);
    }
  }

  /**
   * A shell that throws loses what it was told; it must not end the journey.
   *
   * @template {keyof Shell} M
   * @param {M} method
   * @param {Parameters<Shell[M]>[0]} told
   */
  #call(method, told) {
    try {
      // @ts-expect-error: the method and what it is told belong together, which the compiler does not see.
      this.#shell?.[method](told);
    } catch {
      // What it was is not said: it may quote what must not be logged.
      if (method !== "log") this.#call("log", { level: "error", what: "the shell threw", detail: method });
    }
  }

  #setTimer() {
    clearTimeout(this.#timer);
    if (this.#shell === null || this.#wakeAt === null) return;
    const wakeAt = this.#wakeAt;
    const left = Math.max(0, wakeAt - this.#clock.ms());
    this.#timer = setTimeout(() => {
      if (this.#clock.ms() >= wakeAt) this.tell({ input: "tick" });
      else this.#setTimer();
    }, Math.min(left, NAP_MS));
  }
}
