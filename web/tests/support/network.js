// A network, or something before the service, that does not do what it should.

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Route} Route */

/**
 * The first of these requests goes no further until the test lets it; all after it do.
 * @param {Page} page @param {string} method @param {string} path its beginning @param {string} [words] that its body has
 * @returns {Promise<{route: Promise<Route>}>} once it lies in wait; `route` comes with the request
 */
export async function holdsFirst(page, method, path, words = "") {
  /** @type {(route: Route) => void} */ let took = () => {};
  let isTaken = false;
  const route = new Promise((/** @type {typeof took} */ taken) => (took = taken));
  await page.route(({ pathname }) => pathname.startsWith(path), (one) => {
    const request = one.request();
    if (isTaken || request.method() !== method || !(request.postData() ?? "").includes(words)) return one.fallback();
    isTaken = true;
    took(one);
  });
  return { route };
}

/** The stream of calls that their pages open may be held back from then on. @param {import("playwright-core").BrowserContext} context */
export function mayStall(context) {
  return context.addInitScript(stalling);
}

/** From now on nothing comes by the stream of a page that is open, and it does not end either. @param {Page} page */
export function stalls(page) {
  return page.evaluate(() => void (/** @type {any} */ (window).isStalled = true));
}

/** In the page. */
function stalling() {
  const own = window.fetch;
  window.fetch = async (path, about) => {
    const answer = await own(path, about);
    if (path !== "/v1/events" || !answer.body) return answer;
    const passes = new TransformStream({
      transform(part, through) {
        if (!(/** @type {any} */ (window).isStalled)) through.enqueue(part);
      },
    });
    return new Response(answer.body.pipeThrough(passes), { status: answer.status, headers: answer.headers });
  };
}

/** What a proxy says whose service is away: no word that a program could read. */
export const NO_GATEWAY = { status: 502, contentType: "text/html", body: "<h1>Bad gateway</h1>" };

/** The id of the command that a request carries. @param {import("playwright-core").Request} request @returns {string} */
export function commandId(request) {
  return request.postDataJSON().command_id;
}
