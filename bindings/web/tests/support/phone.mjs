// A customer's phone: the core, and a shell that remembers what it was told.

import assert from "node:assert/strict";

import { OneCall } from "../../onecall.js";
import { core, repository } from "./core.mjs";
import { Queue } from "./waiting.mjs";

/** @import { Config, Shell, ShellEffect, Shown, LogLine } from "../../types.d.ts" */

const sentences = new Set(Array.from(repository("locales/en/core.ftl").matchAll(/^([a-z][a-z-]+) =/gm), ([, id]) => id));

/** The fields of every kind of screen, as types.d.ts tells them to pages. */
const fields = new Map(
  (/^export type Screen =([^]*?);\n\n/m.exec(repository("bindings/web/types.d.ts"))?.[1] ?? "")
    .split(/^ {2}\| /m)
    .map((screen) => [/kind: "([a-z-]+)"/.exec(screen)?.[1], Array.from(screen.matchAll(/\b([a-z_]+):/g), ([, name]) => name)]),
);

/** @implements {Shell} */
export class RecordingShell {
  /** @type {Queue<Shown>} */
  #screens = new Queue();
  /** @type {Queue<ShellEffect>} */
  #effects = new Queue();
  /** @type {LogLine[]} */
  lines = [];
  /** What was saved last. @type {string | null} */
  blob = null;
  /** What it does beside. @type {Partial<Shell>} */
  also;

  /** @param {Partial<Shell>} also */
  constructor(also = {}) {
    this.also = also;
  }

  /** @param {Shown} shown */
  show(shown) {
    this.#screens.put(shown);
    this.also.show?.(shown);
  }

  /** @param {ShellEffect} effect */
  perform(effect) {
    if (effect.type === "save") this.blob = effect.blob;
    else this.#effects.put(effect);
    this.also.perform?.(effect);
  }

  /** @param {LogLine} line */
  log(line) {
    this.lines.push(line);
    this.also.log?.(line);
  }

  /** The next screen, of which all can be said; undefined when none comes. */
  async nextOrNone() {
    const shown = await this.#screens.next();
    if (shown !== undefined) {
      assert.equal(shown.kind, shown.screen.kind);
      assert.deepEqual(fields.get(shown.kind), Object.keys(shown.screen), `types.d.ts tells of ${shown.kind} otherwise`);
      assert.notEqual(shown.lines.length, 0, `${shown.kind} says nothing`);
      for (const { id } of shown.lines) assert(sentences.has(id), `there is no sentence for ${id}`);
    }
    return shown;
  }

  /**
   * The next effect that is none of saving.
   *
   * @param {string} what
   */
  async effect(what) {
    const effect = await this.#effects.next();
    assert(effect, `not performed: ${what}`);
    return effect;
  }
}

export class Phone {
  /** @type {OneCall} */
  call;
  /** @type {RecordingShell} */
  shell;

  /**
   * @param {OneCall} call
   * @param {RecordingShell} shell
   */
  constructor(call, shell) {
    this.call = call;
    this.shell = shell;
  }

  /**
   * @param {Config} config
   * @param {string | null} [blob]
   * @param {RecordingShell} [shell]
   */
  static async start(config, blob = null, shell = new RecordingShell()) {
    return new Phone(await OneCall.start({ wasm: core, config, blob, shell }), shell);
  }

  /**
   * A phone whose page belongs to this host.
   *
   * @param {string} host
   * @param {string | null} [blob]
   */
  static at(host, blob = null) {
    return Phone.start({ hosts: [host], app: "browser", device: { platform: "android" }, suggested_name: "Maria" }, blob);
  }

  get blob() {
    return this.shell.blob;
  }

  /**
   * Goes from a link to the lobby, and says what is on its screen.
   *
   * @param {string} link
   */
  async knocks(link) {
    this.call.text(link, "link");
    await this.awaits("ask-name");
    this.call.name("Maria");
    return this.awaits("waiting", (screen) => !screen.reconnecting);
  }

  /**
   * The first screen from here on that is such a one.
   *
   * @template {Shown["kind"]} K
   * @param {K} kind
   * @param {(screen: Extract<Shown, { kind: K }>["screen"]) => boolean} wanted
   * @returns {Promise<Extract<Shown, { kind: K }>["screen"]>}
   */
  async awaits(kind, wanted = () => true) {
    /** @type {string[]} */
    const seen = [];
    for (let shown = await this.shell.nextOrNone(); shown; shown = await this.shell.nextOrNone()) {
      const screen = /** @type {any} */ (shown.screen);
      if (shown.kind === kind && wanted(screen)) return screen;
      seen.push(shown.kind);
    }
    return assert.fail(`not shown: ${kind}, but ${seen}`);
  }

  /**
   * The first screen from here on that says this first.
   *
   * @param {string} headline
   */
  async says(headline) {
    /** @type {string[]} */
    const seen = [];
    for (let shown = await this.shell.nextOrNone(); shown; shown = await this.shell.nextOrNone()) {
      const first = shown.lines[0]?.id ?? "";
      if (first === headline) return shown;
      seen.push(first);
    }
    return assert.fail(`not said: ${headline}, but ${seen}`);
  }

  close() {
    this.call.shutdown();
  }
}
