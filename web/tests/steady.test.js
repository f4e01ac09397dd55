// Nothing moves under a finger: what somebody is about to press stays where it is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE } from "./support/browser.js";
import { AT_REST, aimed, staysFor } from "../console/aim.js";
import { Console } from "./support/console.js";
import { Customer } from "./support/customer.js";
import { house } from "./support/house.js";
import { Phone } from "./support/phone.js";
import { says } from "./support/words.js";

const here = house();

test("the buttons stand still when the camera's picture comes", async () => {
  const { link } = await here.agent.create("Boiler");
  const customer = new Customer(await here.browser.person({ viewport: PHONE }), "Noor");
  // The picture is held back: it has no size until then, as on a phone whose camera wakes up slowly.
  await customer.person.context.addInitScript(() => {
    const own = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "srcObject");
    Object.defineProperty(HTMLMediaElement.prototype, "srcObject", {
      set() {
        Reflect.set(globalThis, "give", () => {
          const upright = document.createElement("canvas");
          [upright.width, upright.height] = [720, 1280];
          upright.getContext("2d")?.fillRect(0, 0, 720, 1280);
          own?.set?.call(this, upright.captureStream(5));
        });
      },
    });
  });
  const { page } = customer;
  await customer.opensTheirPage(link);
  await customer.says();
  const goOn = page.getByRole("button", { name: says("app-button-go-on"), exact: true });
  await page.getByRole("heading", { name: says("customer-camera-works") }).waitFor();
  const before = await goOn.boundingBox();
  await page.evaluate(() => Reflect.get(globalThis, "give")());
  await page.waitForFunction(() => (document.querySelector("video")?.videoWidth ?? 0) > 0);
  assert.deepEqual(await goOn.boundingBox(), before);
  await customer.person.context.close();
});

test("whoever is under the pressed pointer is admitted, even if somebody before them leaves at that moment", async () => {
  const agent = new Console(await here.browser.person());
  await agent.signsIn(here.service.invite("Ida"));
  const [first, second] = await Promise.all(["One", "Two"].map((title) => here.agent.create(title)));
  assert.ok(first && second);
  const one = await new Phone(first.link, "Lin").knocks();
  const two = await new Phone(second.link, "Bob").knocks();
  await Promise.all(["Lin", "Bob"].map((name) => agent.sees(name)));
  const { page } = agent;
  const admit = agent.button("console-admit", "Bob");
  await admit.hover();
  await page.mouse.down();
  const before = await admit.boundingBox();
  await one.does("leave-lobby");
  await page.waitForFunction(() => document.title.startsWith("(1)"));
  assert.deepEqual(await admit.boundingBox(), before, "nothing has moved");
  await page.mouse.up();
  await two.reaches((state) => state.state === "admitted");
  await page.getByRole("heading", { name: "Lin", exact: true }).waitFor({ state: "detached" });
  two.off();
  await agent.person.context.close();
});

test("a press that asks for the menu, or whose end is never heard of, holds the list up no longer", async () => {
  const agent = new Console(await here.browser.person());
  await agent.signsIn(here.service.invite("Leo"));
  const { page } = agent;
  for (const [name, press] of /** @type {[string, () => Promise<unknown>][]} */ ([
    ["Ada", () => page.mouse.down({ button: "right" })],
    ["Eve", async () => (await page.mouse.down(), await page.evaluate(() => dispatchEvent(new Event("blur"))))],
  ])) {
    const { link } = await here.agent.create("Boiler");
    const phone = await new Phone(link, name).knocks();
    await agent.sees(name);
    await agent.button("console-admit", name).hover();
    await press();
    await phone.does("leave-lobby");
    await page.getByRole("heading", { name, exact: true }).waitFor({ state: "detached" });
    await page.mouse.move(0, 0);
    await page.mouse.up({ button: name === "Ada" ? "right" : "left" });
    phone.off();
  }
  await agent.person.context.close();
});

test("a pointer aims while it is down, and for a moment after it moved over something that can be pressed", () => {
  const over = aimed(AT_REST, "near", 5_000);
  assert.equal(staysFor(AT_REST, 5_000), 0);
  assert.equal(staysFor(over, 5_400), 600);
  assert.equal(staysFor(over, 6_000), 0);
  assert.equal(staysFor(aimed(over, "away", 5_100), 5_100), 0);
  const down = aimed(over, "down", 5_200);
  assert.equal(staysFor(down, 1e9), Infinity);
  assert.equal(staysFor(aimed(down, "near", 5_300), 1e9), Infinity, "moving while it is down");
  assert.equal(staysFor(aimed(down, "up", 5_500), 5_500), 0);
});

test("a call that is created while the pointer is down on the list is opened, focused and announced when it is up again", async () => {
  const agent = new Console(await here.browser.person());
  await agent.signsIn(here.service.invite("Eve"));
  const { page } = agent;
  const { id } = await here.agent.create("Boiler");
  await page.locator(`[data-call="${id}"] .toggle`).hover();
  await page.mouse.down();
  const [answer] = await Promise.all([page.waitForResponse("**/v1/calls"), page.keyboard.press("n")]);
  const made = await answer.json();
  await answer.finished();
  const card = page.locator(`[data-call="${made.id}"]`);
  // The answer has come, and what comes of it is done.
  await page.locator(".create:not([aria-busy])").waitFor();
  assert.equal(await card.count(), 0, "nothing moves under the pointer");
  await page.mouse.move(0, 0);
  await page.mouse.up();
  await card.locator(".toggle[aria-expanded=true]").waitFor();
  await card.locator(".copy:focus").waitFor();
  await page.getByText(says("console-created", { title: made.title })).waitFor({ state: "attached" });
  await agent.person.context.close();
});
