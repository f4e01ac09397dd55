// What almost every test file needs from its beginning to its end: a service, and a browser to look at it.
import { after, before } from "node:test";
import { Browser } from "./browser.js";
import { Service } from "./service.js";
/** @import { Agent } from "./agent.js" */

/** Filled before the first test. @typedef {{service: Service, browser: Browser, agent: Agent}} House */

/**
 * Opens a house for the tests of a file, with an agent called Alex in it, and closes it behind the last of them.
 * @param {string[]} options of the service
 * @returns {House}
 */
export function house(options = []) {
  const open = /** @type {House} */ ({});
  before(async () => {
    open.service = await Service.start(options);
    open.browser = await Browser.start();
    open.agent = await open.service.agent("Alex");
  });
  after(async () => {
    await open.browser?.stop();
    await open.service?.stop();
  });
  return open;
}
