// One customer's journey in a browser: the same object as `OneCall` in Kotlin and Swift. It decides nothing: every rule
// is in the core.

import { Core, CoreError } from "./core.js";
import { Driver } from "./driver.js";

export { Core, CoreError };

/**
 * @import {
 *   ArLevel, CameraAccess, Config, Input, Measurement, MeetingReport, SessionFailure, Shell, Source
 * } from "./types.d.ts"
 */

/**
 * A running journey. Every method returns at once and is taken in the order of the calls; what comes of it is shown by
 * the shell. A shell may call them from within.
 */
export class OneCall {
  /** @type {Driver} */
  #driver;

  /**
   * Loads the core and starts, from `blob` when there is one that was saved. A blob that cannot be read is as good as
   * none. The first screen comes right after it.
   *
   * @param {object} options
   * @param {string | URL | BufferSource | WebAssembly.Module | Core} options.wasm Where `onecall.wasm` is; or it.
   * @param {Config} options.config
   * @param {string | null} [options.blob] What was saved last.
   * @param {Shell} options.shell
   * @param {string} [options.origin] Where the service is, as `https://HOST`; that of the page when nothing is given.
   * @returns {Promise<OneCall>}
   * @throws {CoreError}
   */
  static async start({ wasm, config, blob = null, shell, origin = globalThis.location?.origin }) {
    const core = wasm instanceof Core ? wasm : await Core.load(wasm);
    return new OneCall(new Driver(core, config, blob, shell, origin));
  }

  /**
   * {@link OneCall.start} is how one is made.
   *
   * @param {Driver} driver
   */
  constructor(driver) {
    this.#driver = driver;
  }

  /** What the page should be showing now; after the shutdown, the last screen. */
  screen() {
    return this.#driver.shown;
  }

  /**
   * A text that should hold an invitation: a tapped link, a pasted message, a scanned or typed code.
   *
   * @param {string} text
   * @param {Source} source
   */
  text(text, source) {
    this.#input({ text: { text: String(text), source } });
  }

  /**
   * The customer typed a name and went on.
   *
   * @param {string} name
   */
  name(name) {
    this.#input({ name: String(name) });
  }

  /**
   * The page measured what the device can do.
   *
   * @param {Measurement} measured
   */
  measured(measured) {
    this.#input({ measured });
  }

  /**
   * The page knows whether the camera can be had: on its start, and after the browser asked the customer.
   *
   * @param {CameraAccess} camera
   */
  camera(camera) {
    this.#input({ camera });
  }

  /**
   * The page has an access token of the customer's account; null when nobody is signed in, or not any more.
   *
   * @param {string | null} token
   */
  accessToken(token) {
    this.#input({ "access-token": token });
  }

  /** The customer wants to knock without what the rehearsal asks for. */
  goOn() {
    this.#input("go-on");
  }

  /**
   * The customer chose this one of the invitations on the screen, from 0.
   *
   * @param {number} index
   */
  choose(index) {
    this.#input({ choose: index });
  }

  /**
   * An AR session has really started.
   *
   * @param {ArLevel} level
   */
  arStarted(level) {
    this.#input({ "ar-started": level });
  }

  /**
   * An AR session was wanted and could not be started.
   *
   * @param {SessionFailure} failure
   */
  arFailed(failure) {
    this.#input({ "ar-failed": failure });
  }

  /** A running AR session broke down or was taken away. */
  arLost() {
    this.#input("ar-lost");
  }

  /**
   * The page's call client reports how the meeting with this number stands.
   *
   * @param {number} number
   * @param {MeetingReport} report
   */
  meeting(number, report) {
    this.#input({ meeting: { number, report } });
  }

  /** The customer wants to leave the lobby, or to end the call. */
  leave() {
    this.#input("leave");
  }

  /** The customer wants to go on elsewhere, with the place that they have here: see the effect `hand-over`. */
  handOver() {
    this.#input("move");
  }

  /** The customer wants to go where the screen leads. */
  open() {
    this.#input("open");
  }

  /**
   * The answer to the question on the screen.
   *
   * @param {boolean} yes
   */
  confirm(yes) {
    this.#input({ confirm: yes });
  }

  /** The customer wants to knock again, where the screen offers it. */
  knockAgain() {
    this.#input("knock-again");
  }

  /** The customer is done with what the screen says. */
  dismiss() {
    this.#input("dismiss");
  }

  /** The page is hidden. */
  sleep() {
    this.#input("sleep");
  }

  /** The page is in front again. */
  wake() {
    this.#input("wake");
  }

  /** The network is back, or is another one. */
  networkBack() {
    this.#input("network-back");
  }

  /**
   * Ends everything and lets go of the shell, which is not called again. May be called twice, and from within the
   * shell. Whatever was not sent yet is not sent; the blob stays, and so does the customer's place.
   */
  shutdown() {
    this.#driver.shutdown();
  }

  /** @param {Input} input */
  #input(input) {
    this.#driver.tell({ input });
  }
}
