// The time and the random bytes that the core asks for: the only place with either.

/** @import { Now } from "./types.d.ts" */

/**
 * Two clocks that drift apart by more than this between two looks did not drift: the device slept, or somebody set its
 * clock forward. Both are taken for sleep; what a journey then does is to ask the service how things are.
 */
const SLEPT_MS = 2_000;

/** A clock that goes on while the device sleeps, which none that a browser has is sure to do. */
export class Clock {
  #monotonic = performance.now();
  #wall = Date.now();
  #at = performance.now();
  /** A page that is loaded anew starts a clock of its own: to the core that is a boot. */
  #boot = bootId();

  /**
   * Milliseconds since the page was loaded, the sleep of the device included.
   *
   * @returns {number}
   */
  ms() {
    const [monotonic, wall] = [performance.now(), Date.now()];
    const [passed, onTheWall] = [monotonic - this.#monotonic, wall - this.#wall];
    this.#at += onTheWall - passed > SLEPT_MS ? onTheWall : passed;
    [this.#monotonic, this.#wall] = [monotonic, wall];
    return Math.floor(this.#at);
  }

  /**
   * The time, with fresh random bytes. Throws where the system gives none.
   *
   * @returns {Now}
   */
  now() {
    const entropy = Array.from(crypto.getRandomValues(new Uint8Array(32)));
    // A device whose clock stands before 1970 has no usable wall time at all.
    return { since_boot_ms: this.ms(), boot_id: this.#boot, wall_ms: Math.max(0, Date.now()), entropy };
  }
}

/** @returns {number} */
function bootId() {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  // As many bits as a number of JavaScript holds exactly.
  return (high % 2 ** 21) * 2 ** 32 + low;
}
