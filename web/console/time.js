// The service's time as a value, from what the computer's two clocks count: neither is right by itself. Pure.

/** From this on it is worth a word that the computer's clock is wrong. */
const WRONG_MS = 120_000;
/** Two clocks that drift apart by more than this between two looks did not drift. */
const JUMP_MS = 5_000;
/** The header of an answer tells whole seconds, and may have been on its way for a while. */
const INEXACT_MS = 5_000;

/**
 * `count`: milliseconds since the page began, which on most systems stand still while the computer sleeps; `wall`: since
 * the Unix epoch by the computer's clock, which may be wrong and may be set.
 * @typedef {{count: number, wall: number}} Clocks
 */

/** The service's time, told from both clocks of the computer. */
export class ServiceTime {
  #last;
  /** Milliseconds that go on while the computer sleeps. */
  #steady = 0;
  /** The service's time less that. */
  #offset;
  #isExact = false;
  /** How often the wall clock jumped ahead: the computer slept, or somebody set its clock. */
  jumps = 0;

  /** @param {Clocks} clocks */
  constructor(clocks) {
    this.#last = clocks;
    this.#offset = clocks.wall;
  }

  /** Milliseconds since this was made, with those the computer slept. @param {Clocks} clocks */
  steady(clocks) {
    const passed = clocks.count - this.#last.count;
    const onTheWall = clocks.wall - this.#last.wall;
    const hasJumped = onTheWall - passed > JUMP_MS;
    if (hasJumped) this.jumps += 1;
    // A clock that was set looks the same, until the service says what time it is.
    this.#steady += hasJumped ? onTheWall : passed;
    this.#last = clocks;
    return this.#steady;
  }

  /** Milliseconds since the Unix epoch, as the service counts them. @param {Clocks} clocks */
  now(clocks) {
    return this.steady(clocks) + this.#offset;
  }

  /** The service says what time it is. @param {number} time @param {Clocks} clocks */
  is(time, clocks) {
    this.#offset = time - this.steady(clocks);
    this.#isExact = true;
  }

  /** It says so in a header, in whole seconds: more than that is known already, or wrong. @param {number} date @param {Clocks} clocks */
  isAbout(date, clocks) {
    const time = this.now(clocks);
    if (!this.#isExact || Math.abs(date - time) > INEXACT_MS) this.#offset += date + 500 - time;
  }

  /** How much the computer's clock is fast, in milliseconds; 0 when it is right enough. @param {Clocks} clocks */
  fastBy(clocks) {
    const fast = clocks.wall - this.now(clocks);
    return Math.abs(fast) >= WRONG_MS ? fast : 0;
  }
}
