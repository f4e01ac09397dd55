// Whoever waits in a browser: the screen stays lit for them, and a hidden page is known to be asleep.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE } from "./support/browser.js";
import { Console } from "./support/console.js";
import { Customer } from "./support/customer.js";
import { house } from "./support/house.js";
import { says } from "./support/words.js";

const HOUR_MS = 3_600_000;
const here = house();

/** Somebody whose screen says who keeps it lit, and whose page a test can hide. @param {string} name */
async function somebody(name) {
  const customer = new Customer(await here.browser.person({ viewport: PHONE }), name);
  await customer.person.context.addInitScript(withLitScreen);
  return customer;
}

test("the screen stays lit from the knock to the end, and for nobody who is told to come back when it is time", async () => {
  const { link } = await here.agent.create("Now");
  const waiting = await somebody("Noor");
  await waiting.opensTheirPage(link);
  assert.equal(await isLit(waiting.page), false, "before the knock");
  await waiting.says();
  await waiting.goesOn();
  await waiting.waits();
  await waiting.page.waitForFunction(() => Reflect.get(globalThis, "lit") === 1);
  await hides(waiting.page, true);
  assert.equal(await isLit(waiting.page), false, "a browser lets the light go with the page");
  await hides(waiting.page, false);
  await waiting.page.waitForFunction(() => Reflect.get(globalThis, "lit") === 1);
  await waiting.presses("app-button-leave-lobby");
  await waiting.asked("over-you-left-the-lobby");
  await waiting.page.waitForFunction(() => Reflect.get(globalThis, "lit") === 0);
  await waiting.person.context.close();

  const early = await somebody("Lin");
  await early.isInTheLobby((await here.agent.create("Later", { starts_at: Date.now() + HOUR_MS })).link);
  await early.page.getByText(says("customer-come-back-then")).waitFor();
  await early.page.waitForFunction(() => Reflect.get(globalThis, "lit") === 0);
  await early.person.context.close();
});

test("a hidden page says at once that it is asleep, keeps the place, and is awake as soon as it is looked at", async () => {
  const { link } = await here.agent.create("Hidden");
  const agent = new Console(await here.browser.person());
  await agent.signsIn(here.service.invite("Grace"));
  const customer = await somebody("Ada");
  const phrase = await customer.isInTheLobby(link);
  const panel = await agent.sees("Ada");
  const asleep = panel.getByText(says("console-asleep"), { exact: true });
  const said = customer.page.waitForRequest((request) => request.postDataJSON()?.type === "asleep");
  await hides(customer.page, true);
  await said;
  await asleep.waitFor();
  await hides(customer.page, false);
  await asleep.waitFor({ state: "hidden" });
  assert.equal(await customer.waits(), phrase);
  await customer.person.context.close();
  await agent.person.context.close();
});

/** In the page: a screen that counts what keeps it lit, as browsers do on phones, and lets go of it with the page. */
function withLitScreen() {
  let isHidden = false;
  Object.defineProperties(document, {
    hidden: { get: () => isHidden },
    visibilityState: { get: () => (isHidden ? "hidden" : "visible") },
  });
  const held = new Set();
  const count = () => Reflect.set(globalThis, "lit", held.size);
  count();
  class Lock {
    released = false;
    async release() {
      this.released = true;
      held.delete(this);
      count();
    }
  }
  const request = async () => {
    const lock = new Lock();
    held.add(lock);
    count();
    return lock;
  };
  Object.defineProperty(Navigator.prototype, "wakeLock", { value: { request } });
  Reflect.set(globalThis, "hide", (/** @type {boolean} */ hide) => {
    isHidden = hide;
    if (hide) for (const lock of held) void lock.release();
    document.dispatchEvent(new Event("visibilitychange"));
  });
}

/** @param {import("playwright-core").Page} page @returns {Promise<boolean>} */
const isLit = (page) => page.evaluate(() => Reflect.get(globalThis, "lit") > 0);

/** @param {import("playwright-core").Page} page @param {boolean} hide */
const hides = (page, hide) => page.evaluate((hide) => Reflect.get(globalThis, "hide")(hide), hide);
