// The core as WebAssembly: asked and answering in JSON.

/** @import { Ask, Checked, Config, Explained, Features, Measurement } from "./types.d.ts" */

/**
 * What the module offers (src/lib.rs): nothing is imported.
 *
 * @typedef {object} Door
 * @property {WebAssembly.Memory} memory
 * @property {(length: number) => number} onecall_room
 * @property {() => number} onecall_call
 * @property {() => number} onecall_answer
 */

/**
 * Why the core cannot be had, or does not answer. Quotes nothing of what was asked.
 *
 * `no-wasm`: this browser runs no WebAssembly, or the page forbids it. `unreachable`: the file did not come.
 * `broken`: it stopped; only loading the page anew helps. `no-host`, `host`, `android-package`: the configuration.
 * `malformed`, `no-journey`: a mistake in the script that asked.
 */
export class CoreError extends Error {
  /** @param {string} code */
  constructor(code) {
    super(`The core does not answer: ${code}.`);
    this.name = "CoreError";
    this.code = code;
  }
}

/** The core, loaded. */
export class Core {
  /** @type {Door} */
  #door;

  /** @param {Door} door */
  constructor(door) {
    this.#door = door;
  }

  /**
   * Loads the core from its address, or takes bytes that are here already.
   *
   * @param {string | URL | BufferSource | WebAssembly.Module} source
   * @returns {Promise<Core>}
   * @throws {CoreError}
   */
  static async load(source) {
    if (typeof WebAssembly === "undefined") throw new CoreError("no-wasm");
    const compiled = await compile(source);
    const instance = await refused(WebAssembly.instantiate(compiled, {}));
    return new Core(/** @type {Door} */ (/** @type {unknown} */ (instance.exports)));
  }

  /** The version of the core, as `major.minor.patch`. */
  get version() {
    return /** @type {string} */ (this.ask("version"));
  }

  /**
   * What a text is, and where it opens from a page that is started with `config`.
   *
   * @param {Config} config
   * @param {string} text
   * @returns {Explained}
   */
  explain(config, text) {
    return /** @type {Explained} */ (this.ask({ explain: { config, text } }));
  }

  /**
   * What a customer on a device with this measurement can do with an agent on this client.
   *
   * @param {Measurement} measurement
   * @param {boolean} signedIn
   * @param {"desktop-browser" | "phone-browser" | "hololens"} agent
   * @returns {Features}
   */
  features(measurement, signedIn, agent) {
    return /** @type {Features} */ (this.ask({ features: { measurement, signed_in: signedIn, agent } }));
  }

  /**
   * Checks a name while it is typed; what the customer goes on with is checked again.
   *
   * @param {string} typed
   * @returns {Checked}
   */
  checkName(typed) {
    return /** @type {Checked} */ (this.ask({ "check-name": { typed: String(typed) } }));
  }

  /**
   * Asks, and gives the answer.
   *
   * @param {Ask} ask
   * @returns {unknown}
   * @throws {CoreError}
   */
  ask(ask) {
    const answer = JSON.parse(this.#call(JSON.stringify(ask, wellFormed)));
    if (answer.error) throw new CoreError(answer.error.code);
    return answer.ok;
  }

  /**
   * @param {string} text
   * @returns {string}
   */
  #call(text) {
    const door = this.#door;
    const asked = new TextEncoder().encode(text);
    try {
      const room = door.onecall_room(asked.length);
      new Uint8Array(door.memory.buffer, room, asked.length).set(asked);
      const length = door.onecall_call();
      // The memory may have grown meanwhile, and then the old buffer is detached.
      return new TextDecoder().decode(new Uint8Array(door.memory.buffer, door.onecall_answer(), length));
    } catch {
      throw new CoreError("broken");
    }
  }
}

/**
 * Half a character, which a text of JavaScript may hold and no Unicode does, makes a wrong text and not an exception.
 *
 * @param {string} _key
 * @param {unknown} value
 */
function wellFormed(_key, value) {
  return typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\ufffd") : value;
}

/**
 * @param {string | URL | BufferSource | WebAssembly.Module} source
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source !== "string" && !(source instanceof URL)) return refused(WebAssembly.compile(source));
  /** @type {ArrayBuffer} */
  let bytes;
  try {
    const response = await fetch(source, { credentials: "omit" });
    if (!response.ok) throw new CoreError("unreachable");
    bytes = await response.arrayBuffer();
  } catch {
    throw new CoreError("unreachable");
  }
  return refused(WebAssembly.compile(bytes));
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
async function refused(promise) {
  try {
    return await promise;
  } catch {
    throw new CoreError("no-wasm");
  }
}
