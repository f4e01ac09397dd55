// Nothing moves under a finger: what somebody is about to press stays where it is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE } from "./support/browser.js";
import { Customer } from "./support/customer.js";
import { house } from "./support/house.js";
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
