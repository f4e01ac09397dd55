// One place, one tab: what a browser that knows no locks, and a tab that comes too late, make of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE } from "./support/browser.js";
import { Customer } from "./support/customer.js";
import { house } from "./support/house.js";
import { says } from "./support/words.js";

const here = house();

const somebody = async () => new Customer(await here.browser.person({ viewport: PHONE }), "Noor");

test("a browser that keeps nothing for this page, and so knows nothing of its tabs, lets the customer join", async () => {
  const { link } = await here.agent.create("Refused");
  const customer = await somebody();
  // As Chrome does where cookies and site data are blocked.
  await customer.person.context.addInitScript(() => {
    LockManager.prototype.request = () => Promise.reject(new DOMException("", "SecurityError"));
  });
  await customer.isInTheLobby(link);
  await customer.person.context.close();
});

test("a tab that loses the place while it is still loading stays out of it, and keeps the link in its address", async () => {
  const { id, link } = await here.agent.create("Late");
  const customer = await somebody();
  const phrase = await customer.isInTheLobby(link);
  const late = await customer.person.context.newPage();
  const asked = /** @type {string[]} */ ([]);
  late.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await late.addInitScript(markWhenStarted);
  const core = await held(late, "**/onecall.wasm");
  const address = `${here.service.origin}/join#${link.split("/").pop()}`;
  await late.goto(address);
  await customer.asked("customer-other-tab");
  await customer.presses("customer-go-on-here");
  assert.equal(await customer.waits(), phrase);
  const goOn = late.getByRole("button", { name: says("customer-go-on-here") });
  await goOn.waitFor();
  await core.comes();
  await late.waitForFunction(() => Reflect.get(globalThis, "hasStarted"));
  assert.deepEqual(asked.filter((path) => path.startsWith("/v1/")), [], "the service heard nothing of the late tab");
  assert.equal(late.url(), address);
  await goOn.click();
  await late.getByText(phrase).first().waitFor();
  await customer.asked("customer-other-tab");
  assert.equal((await here.agent.call(id)).knocks.length, 1);
  await customer.person.context.close();
});

test("a tab that loses the place while it is still loading, and then cannot be loaded, still says where the call goes on", async () => {
  const { link } = await here.agent.create("Lost");
  const customer = await somebody();
  customer.person.isCutOff = true;
  await customer.isInTheLobby(link);
  const late = await customer.person.context.newPage();
  const core = await held(late, "**/onecall.wasm");
  await late.goto(`${here.service.origin}/join`);
  await customer.asked("customer-other-tab");
  await customer.presses("customer-go-on-here");
  await customer.waits();
  const elsewhere = late.getByRole("heading", { name: says("customer-other-tab") });
  await elsewhere.waitFor();
  const failed = late.waitForEvent("requestfailed");
  await core.failed();
  await failed;
  await late.evaluate(() => new Promise((done) => setTimeout(done)));
  assert.equal(await elsewhere.count(), 1);
  await customer.person.context.close();
});

/** In the page: what the core is started with runs before this is set. */
function markWhenStarted() {
  const { instantiate } = WebAssembly;
  Object.assign(WebAssembly, {
    instantiate: async (/** @type {WebAssembly.Module} */ compiled, /** @type {WebAssembly.Imports} */ imports) => {
      const instance = await instantiate(compiled, imports);
      // The core does what it wants first one turn after its start.
      setTimeout(() => setTimeout(() => Reflect.set(globalThis, "hasStarted", true)));
      return instance;
    },
  });
}

/** Holds a file back until it comes, or fails. @param {import("playwright-core").Page} page @param {string} file */
async function held(page, file) {
  /** @type {(route: import("playwright-core").Route) => void} */ let holds = () => {};
  const route = new Promise((/** @type {typeof holds} */ asked) => (holds = asked));
  await page.route(file, (route) => holds(route), { times: 1 });
  return { comes: async () => (await route).continue(), failed: async () => (await route).abort() };
}
