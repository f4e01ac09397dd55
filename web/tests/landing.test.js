// The landing page on what does not say what it is (an iPad that passes for a Mac, a link in capitals), and on the way to the app.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { USER_AGENTS } from "./support/browser.js";
import { house } from "./support/house.js";
import { says } from "./support/words.js";

const here = house(["--operator-file", fileURLToPath(new URL("../../operator.toml", import.meta.url))]);
const MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15";

/** Opens a new link on a device that says it is a Mac. @param {number} touch @param {object} options */
async function opened(touch, options = {}) {
  const call = await here.agent.create("Boiler makes a noise");
  const person = await here.browser.person({ userAgent: MAC, ...options });
  await person.context.addInitScript((points) => Object.defineProperty(navigator, "maxTouchPoints", { get: () => points }), touch);
  return { call, page: await person.opens(call.link) };
}

test("an iPad that passes for a Mac is led into the app", async () => {
  const { call, page } = await opened(5);
  await page.getByRole("link", { name: says("landing-open-app"), exact: true }).waitFor();
  assert.equal(page.url(), `${call.link}?touch=5`);
  assert.equal(await page.locator(".qr").count(), 0, "it is the device already");
  assert.equal(await page.evaluate(() => history.length), 2, "back leads to where the link was tapped");
});

test("a Mac keeps the page of a computer, and so does an iPad without script, with a way in that works", async () => {
  for (const { call, page } of [await opened(0), await opened(5, { javaScriptEnabled: false })]) {
    await page.getByRole("link", { name: says("landing-join"), exact: true }).waitFor();
    assert.equal(page.url(), call.link);
    assert.equal(await page.locator(".qr svg").count(), 1);
  }
});

test("a link in capitals opens the same page", async () => {
  const call = await here.agent.create("Boiler makes a noise");
  const { page } = await here.browser.person();
  await page.goto(call.link.toUpperCase());
  await page.getByRole("link", { name: says("landing-join"), exact: true }).waitFor();
  assert.equal(await page.getByRole("textbox", { name: says("join-your-link"), includeHidden: true }).inputValue(), call.link);
});

test("whoever wants the app comes to the store when the ticket takes its time, with one ticket however often they tap", async () => {
  const call = await here.agent.create("Boiler makes a noise");
  const { page, context } = await here.browser.person({ userAgent: USER_AGENTS.iphone });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await context.route("https://apps.apple.com/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>Store</title>" }));
  let tickets = 0;
  await page.route("**/v1/tickets", () => void (tickets += 1));
  await page.clock.install();
  await page.goto(`${call.link}?app=none`, { waitUntil: "load" });
  const way = page.getByRole("link", { name: says("landing-get-app") });
  const asked = page.waitForRequest("**/v1/tickets");
  await way.click();
  await asked;
  await way.click();
  await way.click();
  assert.equal(tickets, 1);
  await page.clock.fastForward(3_000);
  await page.waitForURL("https://apps.apple.com/**");
  await context.close();
});
