// The customer's camera, when it does not do what it should: each trouble is its own sentence, each has its way out, and
// from each the customer reaches the lobby.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE } from "./support/browser.js";
import { Device, settings, withoutSafeAddress } from "./support/camera.js";
import { Customer } from "./support/customer.js";
import { look } from "./support/gallery.js";
import { house } from "./support/house.js";
import { says } from "./support/words.js";

const here = house();

/** Somebody who has said their name and is at the rehearsal. @param {{prepare?: (customer: Customer) => unknown}} how */
async function atTheRehearsal({ prepare = () => {} } = {}) {
  const { link, id } = await here.agent.create("Camera");
  const customer = new Customer(await here.browser.person({ viewport: PHONE }), "Noor");
  await prepare(customer);
  await customer.opensTheirPage(link);
  await customer.says();
  return { customer, page: customer.page, id, link };
}

/** @param {Customer} customer @param {{id: string, with: string}} how they go on */
async function reachesTheLobby(customer, how) {
  await customer.presses(how.with);
  await customer.waits();
  assert.equal((await here.agent.call(how.id)).knocks[0]?.name, "Noor", "and is seen there");
  await customer.person.context.close();
}

const WITHOUT = "app-button-without-camera";
const GO_ON = "app-button-go-on";

test("a camera that is denied is told so, and allowed in the settings it shows its picture at once", async () => {
  const { customer, page, id } = await atTheRehearsal({ prepare: ({ page }) => settings(page, here.service.origin, "denied") });
  await customer.asked("screen-rehearse-denied");
  await page.getByText(says("customer-camera-allow-how")).first().waitFor();
  await look(page, "customer-camera-denied");
  await customer.presses("app-button-try-again");
  await customer.asked("screen-rehearse-denied");
  await settings(page, here.service.origin, "granted");
  await customer.asked("customer-camera-works");
  await reachesTheLobby(customer, { id, with: GO_ON });
});

test("whoever goes on without a camera that is denied reaches the lobby", async () => {
  const { customer, id } = await atTheRehearsal({ prepare: ({ page }) => settings(page, here.service.origin, "denied") });
  await customer.asked("screen-rehearse-denied");
  await reachesTheLobby(customer, { id, with: WITHOUT });
});

test("whoever closes the browser's question is told what to choose, and reaches the lobby in both ways", async () => {
  const closed = async () => {
    const somebody = await atTheRehearsal({ prepare: ({ page }) => settings(page, here.service.origin, "prompt") });
    await somebody.customer.asked("screen-rehearse-ask");
    await somebody.customer.presses("app-button-allow-camera");
    await somebody.customer.asked("customer-camera-not-chosen");
    return somebody;
  };
  const { customer, page, id } = await closed();
  await look(page, "customer-camera-not-chosen");
  await reachesTheLobby(customer, { id, with: WITHOUT });
  const another = await closed();
  await settings(another.page, here.service.origin, "granted");
  await another.customer.asked("customer-camera-works");
  await reachesTheLobby(another.customer, { id: another.id, with: GO_ON });
});

test("while the browser asks, the page says what to choose; who answers nothing goes on without", async () => {
  const { customer, page, id } = await atTheRehearsal({
    prepare: async (customer) => {
      await settings(customer.page, here.service.origin, "prompt");
      await customer.person.context.addInitScript(() => {
        navigator.mediaDevices.getUserMedia = () => new Promise(() => {});
      });
    },
  });
  await customer.presses("app-button-allow-camera");
  await page.getByText(says("customer-camera-asking")).first().waitFor();
  await look(page, "customer-camera-asking");
  await reachesTheLobby(customer, { id, with: WITHOUT });
});

/** Somebody whose camera can be taken and unplugged. @param {{isTaken?: boolean}} how */
async function withADevice({ isTaken = false } = {}) {
  /** @type {Device | undefined} */ let device;
  const somebody = await atTheRehearsal({
    prepare: async ({ person: { context, page } }) => {
      device = await Device.of(context, page);
      if (isTaken) await device.isTaken();
    },
  });
  assert.ok(device);
  return { ...somebody, device };
}

test("a camera that another program has is told so; once it is free, it is tried again", async () => {
  const { customer, page, id, device } = await withADevice({ isTaken: true });
  await customer.asked("customer-camera-busy");
  await look(page, "customer-camera-busy");
  await customer.presses("app-button-try-again");
  await customer.asked("customer-camera-busy");
  await device.isFree();
  await customer.presses("app-button-try-again");
  await customer.asked("customer-camera-works");
  await reachesTheLobby(customer, { id, with: GO_ON });
  const another = await withADevice({ isTaken: true });
  await another.customer.asked("customer-camera-busy");
  await reachesTheLobby(another.customer, { id: another.id, with: WITHOUT });
});

for (const end of /** @type {const} */ (["first", "last"])) {
  test(`a camera unplugged while it is seen is told so, whether the picture ends ${end} or the list of devices; plugged in again it is seen`, async () => {
    const { customer, page, id, device } = await withADevice();
    await customer.asked("customer-camera-works");
    await device.isUnplugged(end);
    await customer.asked("customer-camera-unplugged");
    // What the browser says a moment later takes the sentence away from nobody.
    await page.evaluate(() => new Promise((passed) => setTimeout(passed, 100)));
    await customer.asked("customer-camera-unplugged");
    if (end === "first") await look(page, "customer-camera-unplugged");
    await customer.presses("app-button-try-again");
    await customer.asked("screen-rehearse-missing");
    await device.isPluggedIn();
    await customer.asked("customer-camera-works");
    await reachesTheLobby(customer, { id, with: GO_ON });
  });
}

test("whoever has unplugged the camera reaches the lobby without it", async () => {
  const { customer, id, device } = await withADevice();
  await customer.asked("customer-camera-works");
  await device.isUnplugged("first");
  await customer.asked("customer-camera-unplugged");
  await reachesTheLobby(customer, { id, with: WITHOUT });
});

test("a camera that the settings take away while it is seen is denied, and given back it is seen again", async () => {
  const { customer, page, id } = await atTheRehearsal();
  await customer.asked("customer-camera-works");
  await settings(page, here.service.origin, "denied");
  await customer.asked("screen-rehearse-denied");
  await settings(page, here.service.origin, "granted");
  await customer.asked("customer-camera-works");
  await settings(page, here.service.origin, "denied");
  await customer.asked("screen-rehearse-denied");
  await reachesTheLobby(customer, { id, with: WITHOUT });
});

test("an address that is not safe gives no camera: the page says why and what to do, and goes on", async () => {
  const { customer, page, id } = await atTheRehearsal({
    prepare: ({ person }) => person.context.addInitScript(withoutSafeAddress),
  });
  await customer.asked("customer-camera-insecure");
  assert.equal(await page.getByRole("textbox").count(), 0, "the address of this page would not help elsewhere");
  await look(page, "customer-camera-insecure");
  await reachesTheLobby(customer, { id, with: WITHOUT });
});

test("between the knock and the lobby, and between the agent's word and the call, the page says what it does", async () => {
  const { customer, page, id } = await atTheRehearsal();
  await customer.asked("customer-camera-works");
  const knock = await heldBack(page, "/v1/knock");
  await customer.presses(GO_ON);
  await customer.asked("screen-knocking");
  await look(page, "customer-knocking");
  await knock.goes();
  await customer.waits();
  const enter = await heldBack(page, "/v1/knock/commands");
  await here.agent.command(id, "admit", { knock: await here.agent.atTheDoor(id) });
  await customer.asked("screen-admitted", { agent: "Alex" });
  await look(page, "customer-admitted");
  await enter.goes();
  await customer.isInTheCallWith("Alex");
  await customer.person.context.close();
});

/** Holds back the first thing that the page asks there, until it goes. @param {import("playwright-core").Page} page @param {string} path */
async function heldBack(page, path) {
  /** @type {(route: import("playwright-core").Route) => void} */ let holds = () => {};
  const held = new Promise((/** @type {typeof holds} */ asked) => (holds = asked));
  await page.route((url) => url.pathname === path, (route) => holds(route), { times: 1 });
  return { goes: async () => (await held).continue() };
}

test("a picture that the customer sees stays, though the browser is still finding out which cameras there are", async () => {
  const { customer, page, id } = await atTheRehearsal({
    prepare: async (customer) => {
      await settings(customer.page, here.service.origin, "prompt");
      await customer.person.context.addInitScript(() => {
        const media = navigator.mediaDevices;
        const list = media.enumerateDevices.bind(media);
        /** @type {Promise<unknown>} */ let found = Promise.resolve();
        media.enumerateDevices = () => found.then(list);
        Object.assign(globalThis, { isSlow: () => {
          found = new Promise((done) => Object.assign(globalThis, { hasFound: () => done(undefined) }));
        } });
      });
    },
  });
  await customer.asked("screen-rehearse-ask");
  await page.evaluate(() => Reflect.get(globalThis, "isSlow")());
  await settings(page, here.service.origin, "granted");
  await customer.presses("app-button-allow-camera");
  await customer.asked("customer-camera-works");
  await page.evaluate(() => Object.assign(document.querySelector("video") ?? {}, { id: "first" }));
  await page.evaluate(async () => {
    Reflect.get(globalThis, "hasFound")();
    await new Promise((done) => setTimeout(done));
    await navigator.mediaDevices.enumerateDevices();
    await new Promise((done) => setTimeout(done));
  });
  assert.equal(await page.locator("video#first").count(), 1, "the same picture");
  await reachesTheLobby(customer, { id, with: GO_ON });
});
