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

/** What a proxy says whose service is away: no word that a program could read. */
export const NO_GATEWAY = { status: 502, contentType: "text/html", body: "<h1>Bad gateway</h1>" };

/** The id of the command that a request carries. @param {import("playwright-core").Request} request @returns {string} */
export function commandId(request) {
  return request.postDataJSON().command_id;
}
