// A browser that refuses or lacks what the pages would like to have: storage, WebAssembly, a second tab, newer functions.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE } from "./support/browser.js";
import { Console } from "./support/console.js";
import { Customer } from "./support/customer.js";
import { look } from "./support/gallery.js";
import { house } from "./support/house.js";
import { says } from "./support/words.js";

const here = house();

/** @param {() => void} refusal in every page of theirs */
async function somebody(refusal = () => {}) {
  const customer = new Customer(await here.browser.person({ viewport: PHONE }), "Noor");
  await customer.person.context.addInitScript(refusal);
  return customer;
}

/** @type {[string, () => void][]} */
const STORAGES = [
  ["forbidden", () => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("forbidden", "SecurityError"); } });
  }],
  ["full", () => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  }],
];

for (const [how, refusal] of STORAGES) {
  test(`with a storage that is ${how}, reloading and going back still keep the place, up to the call and its end`, async () => {
    const { id, link } = await here.agent.create("Storage");
    const customer = await somebody(refusal);
    await customer.knocks(link);
    const phrase = await customer.waits();
    await customer.page.reload();
    assert.equal(await customer.waits(), phrase, "the same two words as before");
    await customer.page.goBack();
    await customer.page.goForward();
    assert.equal(await customer.waits(), phrase);
    const knock = await here.agent.atTheDoor(id);
    await here.agent.command(id, "admit", { knock });
    await customer.isInTheCallWith("Alex");
    await customer.page.reload();
    await customer.isInTheCallWith("Alex");
    await customer.leavesTheCall();
    await customer.page.reload();
    await customer.asked("over-you-left");
    await customer.person.context.close();
  });

  test(`with a storage that is ${how}, the console does all it does; what is set holds until the page is closed`, async () => {
    const agent = new Console(await here.browser.person());
    await agent.person.context.addInitScript(refusal);
    await agent.signsIn(here.service.invite("Grace"));
    await agent.renames(await agent.creates(), `Boiler, ${how}`);
    await agent.person.context.grantPermissions(["notifications"]);
    await agent.page.getByRole("button", { name: says("console-notify", { state: "off" }) }).click();
    await agent.page.getByRole("button", { name: says("console-notify", { state: "on" }) }).waitFor();
    await agent.person.context.close();
  });
}

test("in a browser that does not say whether an element is seen, every key still does what it does", async () => {
  const { id } = await here.agent.create("Older browser");
  const agent = new Console(await here.browser.person());
  // Safari up to 17.3.
  await agent.person.context.addInitScript(() => void Reflect.deleteProperty(Element.prototype, "checkVisibility"));
  await agent.signsIn(here.service.invite("Grace"));
  const { page } = agent;
  await page.locator(`[data-call="${id}"]`).waitFor();
  for (const key of ["j", "k"]) {
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await page.keyboard.press(key);
    await page.locator(".toggle:focus").waitFor();
  }
  await page.keyboard.press("e");
  await page.locator(".toggle:focus[aria-expanded=true]").waitFor();
  await agent.person.context.close();
});

test("in a browser that refuses workers the console does all it does while it is seen", async () => {
  const agent = new Console(await here.browser.person());
  await agent.person.context.addInitScript(() => {
    Object.assign(globalThis, { Worker: function () { throw new DOMException("refused", "SecurityError"); } });
  });
  await agent.signsIn(here.service.invite("Grace"));
  await agent.renames(await agent.creates(), "Without workers");
  await agent.person.context.close();
});

test("a storage that is full when the place changes brings back no place of before", async () => {
  const [before, now] = [await here.agent.create("Before"), await here.agent.create("Now")];
  const customer = await somebody();
  await customer.isInTheLobby(before.link);
  await customer.presses("app-button-leave-lobby");
  await customer.asked("over-you-left-the-lobby");
  await customer.page.evaluate(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  await customer.presses("customer-another-link");
  const { page } = customer;
  await page.getByRole("textbox", { name: says("customer-field-invitation") }).fill(now.link);
  await customer.presses("app-button-go-on");
  await customer.says();
  const phrase = await customer.waits();
  await page.reload();
  assert.equal(await customer.waits(), phrase);
  assert.equal((await here.agent.call(now.id)).knocks.length, 1);
  await customer.person.context.close();
});

test("a browser that compiles no WebAssembly is told so, with the link to take along; allowed, it goes on", async () => {
  const { link } = await here.agent.create("Refused");
  const customer = await somebody(() => {
    // Read before this page takes it out of its address.
    if (location.hash.endsWith("allowed") || sessionStorage.getItem("allowed")) return;
    const refused = () => Promise.reject(new WebAssembly.CompileError("Wasm code generation disallowed by embedder"));
    Object.assign(WebAssembly, { compile: refused, instantiate: refused, compileStreaming: refused, instantiateStreaming: refused });
  });
  const address = `${here.service.origin}/join#${link.split("/").pop()}`;
  await customer.page.goto(address);
  await customer.asked("customer-refused");
  assert.equal(await customer.page.getByRole("textbox", { name: says("customer-link") }).inputValue(), address);
  await look(customer.page, "customer-refused-with-link");
  await customer.page.evaluate(() => sessionStorage.setItem("allowed", "yes"));
  await customer.presses("customer-load-again");
  await customer.asked("screen-ask-name");
  await customer.person.context.close();
});

test("the core comes also as a file of another type, as some proxies send it", async () => {
  const { link } = await here.agent.create("Type");
  const customer = await somebody();
  await customer.page.route("**/onecall.wasm", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { "content-type": "text/plain; charset=utf-8" } });
  });
  await customer.isInTheLobby(link);
  await customer.person.context.close();
});

test("a core that does not come, or is something else, is a page that was not loaded; loaded again, it goes on", async () => {
  const { link } = await here.agent.create("Half");
  const customer = await somebody();
  customer.person.isCutOff = true;
  const { page } = customer;
  for (const answer of [null, { status: 404, body: "" }, { status: 200, contentType: "text/html", body: "<title>Welcome to the hotel</title>" }]) {
    await page.goto("about:blank");
    await page.route("**/onecall.wasm", (route) => (answer === null ? route.abort() : route.fulfill(answer)), { times: 1 });
    await page.goto(`${here.service.origin}/join#${link.split("/").pop()}`);
    await customer.asked("customer-not-loaded");
    if (answer === null) await look(page, "customer-not-loaded");
    await customer.presses("customer-load-again");
    await customer.asked("screen-ask-name");
  }
  await customer.person.context.close();
});

test("of two tabs of the customer one has the place: taken back, it is where it was, and nobody knocks twice", async () => {
  const { id, link } = await here.agent.create("Tabs");
  const customer = await somebody();
  const phrase = await customer.isInTheLobby(link);
  const second = await customer.person.context.newPage();
  await second.goto(`${here.service.origin}/join`);
  await customer.asked("customer-other-tab");
  await second.getByText(phrase).first().waitFor();
  await customer.presses("customer-go-on-here");
  assert.equal(await customer.waits(), phrase);
  await second.getByRole("heading", { name: says("customer-other-tab") }).waitFor();
  await here.agent.command(id, "admit", { knock: await here.agent.atTheDoor(id) });
  await customer.isInTheCallWith("Alex");
  await customer.leavesTheCall();
  await second.getByRole("button", { name: says("customer-go-on-here") }).click();
  await second.getByRole("heading", { name: says("over-you-left") }).waitFor();
  assert.equal((await here.agent.call(id)).phase.phase, "over", "what one tab has ended the other does not begin again");
  await customer.person.context.close();
});
