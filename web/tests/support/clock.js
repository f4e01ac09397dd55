// A device whose clock is wrong.

/** Every page of theirs is opened with a clock that is fast by so much; a negative number is slow.
 * @param {import("playwright-core").BrowserContext} context @param {number} ms */
export function isWrongBy(context, ms) {
  return context.addInitScript(wrong, ms);
}

/** Somebody sets the clock of a page that is open. @param {import("playwright-core").Page} page @param {number} ms */
export function isSetTo(page, ms) {
  return page.evaluate((by) => void (/** @type {any} */ (window).fast = by), ms);
}

/** In the page. @param {number} by */
function wrong(by) {
  const Right = Date;
  const here = /** @type {any} */ (window);
  here.fast = by;
  here.Date = class extends Right {
    /** @param {...any} args */
    constructor(...args) {
      // @ts-expect-error: as many as there are.
      super(...(args.length === 0 ? [Right.now() + here.fast] : args));
    }
    /** @override */
    static now() {
      return Right.now() + here.fast;
    }
  };
}
