// What goes wrong while the customer waits or talks leads the page, is said to who listens, and takes the focus from nobody.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE } from "./support/browser.js";
import { Customer } from "./support/customer.js";
import { house } from "./support/house.js";
import { says } from "./support/words.js";

const here = house();
const RECONNECTING = says("waiting-reconnecting");

test("a connection that breaks in the lobby is the page's heading and is said once; when it is back, that is said too", async () => {
  const { link } = await here.agent.create("Broken off");
  const customer = new Customer(await here.browser.person({ viewport: PHONE }), "Noor");
  customer.person.isCutOff = true;
  const phrase = await customer.isInTheLobby(link);
  const { page } = customer;
  const heading = page.getByRole("heading", { level: 1 });
  const before = await heading.innerText();
  const leave = page.getByRole("button", { name: says("app-button-leave-lobby") });
  for (const focused of [heading, leave]) {
    await focused.focus();
    await here.service.end();
    await customer.asked("waiting-reconnecting");
    assert.equal(await said(page), RECONNECTING);
    assert.equal(await page.title(), RECONNECTING);
    await page.locator("#lines").getByText(before).waitFor();
    await page.locator(".phrase").filter({ hasText: phrase }).waitFor();
    assert.ok(await hasFocus(focused), "while it is broken");
    here.service = await here.service.again();
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.getByRole("heading", { name: before }).waitFor();
    assert.equal(await said(page), before);
    assert.equal(await page.getByText(RECONNECTING).count(), 0);
    assert.ok(await hasFocus(focused), "when it is back");
  }
  await customer.person.context.close();
});

test("an agent who goes away during the call and comes back is said to who listens, without moving the focus", async () => {
  const { id, link } = await here.agent.create("Away");
  const customer = new Customer(await here.browser.person({ viewport: PHONE }), "Noor");
  await customer.isInTheLobby(link);
  const { page } = customer;
  const leave = await here.agent.listens();
  await here.agent.command(id, "admit", { knock: await here.agent.atTheDoor(id) });
  await customer.asked("screen-in-call", { agent: "Alex" });
  const end = page.getByRole("button", { name: says("app-button-end-call") });
  await end.focus();
  leave();
  await customer.asked("screen-agent-away", { agent: "Alex" });
  assert.equal(await said(page), says("screen-agent-away", { agent: "Alex" }));
  const leaveAgain = await here.agent.listens();
  await customer.asked("screen-in-call", { agent: "Alex" });
  assert.equal(await said(page), says("screen-in-call", { agent: "Alex" }));
  assert.ok(await hasFocus(end));
  leaveAgain();
  await customer.person.context.close();
});

/** What is said to who does not see it change. @param {import("playwright-core").Page} page */
const said = (page) => page.locator("main [aria-live]").textContent();

/** @param {import("playwright-core").Locator} element */
const hasFocus = (element) => element.evaluate((one) => one === document.activeElement);
