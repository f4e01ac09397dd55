// The whole story without a mouse: Tab, Enter, Space, Escape and what is typed; never a click.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser, DESK } from "./support/browser.js";
import { Phone } from "./support/phone.js";
import { Service } from "./support/service.js";
import { says } from "./support/words.js";

/** @typedef {import("playwright-core").Page} Page */

/** @type {Service} */ let service;
/** @type {Browser} */ let browser;

before(async () => {
  service = await Service.start();
  browser = await Browser.start();
});
after(async () => {
  await browser?.stop();
  await service?.stop();
});

test("with the keyboard alone an agent creates a call and admits, and a customer joins and leaves", async () => {
  const { page: agent } = await browser.person({ viewport: DESK });
  await agent.goto(service.firstSignIn());
  await tabsTo(agent, says("sign-in-button"));
  await agent.keyboard.press("Enter");
  await agent.getByRole("link", { name: says("sign-in-console"), exact: true }).waitFor();
  await tabsTo(agent, says("sign-in-console"));
  await agent.keyboard.press("Enter");
  await agent.getByText(says("console-stream", { state: "live" })).waitFor();
  await tabsTo(agent, says("console-create"));
  await agent.keyboard.press("Enter");
  await agent.getByRole("article").waitFor();
  await tabsTo(agent, says("console-link"));
  const link = await agent.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).value);

  const { page: customer } = await browser.person({ viewport: DESK });
  await customer.goto(link);
  await tabsTo(customer, (_, element) => element.href.includes("/join"));
  await customer.keyboard.press("Enter");
  await customer.getByRole("textbox", { name: says("app-field-name") }).waitFor();
  await tabsTo(customer, says("app-field-name"));
  await customer.keyboard.type("Noor");
  await customer.keyboard.press("Enter");
  await customer.getByRole("button", { name: says("app-button-without-camera") }).waitFor();
  await tabsTo(customer, says("app-button-without-camera"));
  await customer.keyboard.press("Space");
  await customer.getByText(says("customer-phrase-why")).waitFor();

  await agent.getByRole("heading", { name: "Noor", exact: true }).waitFor();
  await tabsTo(agent, `${says("console-admit")} Noor`);
  await agent.keyboard.press("Enter");
  await customer.getByRole("button", { name: says("app-button-end-call"), exact: true }).waitFor();
  await tabsTo(customer, says("app-button-end-call"));
  await customer.keyboard.press("Enter");
  await customer.getByRole("button", { name: says("app-button-end-call-no"), exact: true }).waitFor();
  await customer.keyboard.press("Escape");
  await customer.getByRole("button", { name: says("app-button-end-call"), exact: true }).waitFor();
  await tabsTo(customer, says("app-button-end-call"));
  await customer.keyboard.press("Enter");
  await customer.getByRole("button", { name: says("app-button-end-call-yes"), exact: true }).waitFor();
  await tabsTo(customer, says("app-button-end-call-yes"));
  await customer.keyboard.press("Enter");
  await customer.getByRole("heading", { name: says("over-you-left") }).waitFor();
});

test("a dialog takes the focus, keeps it, and gives it back where it was", async () => {
  const { page } = await browser.person({ viewport: DESK });
  await page.goto(service.invite("Grace"));
  await page.getByRole("button", { name: says("sign-in-button"), exact: true }).press("Enter");
  await page.getByRole("link", { name: says("sign-in-console"), exact: true }).press("Enter");
  await page.getByText(says("console-stream", { state: "live" })).waitFor();
  await tabsTo(page, says("console-keys"));
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  for (let times = 0; times < 12; times += 1) {
    await page.keyboard.press("Tab");
    const isInside = await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null);
    assert.ok(isInside, "the focus stays in the dialog");
  }
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(named), says("console-keys"));
});

test("after every dialog the focus is on what can be done next", async () => {
  const alex = await service.agent("Alex");
  const { id, link } = await alex.create("Boiler");
  const { page } = await browser.person({ viewport: DESK });
  await page.goto(service.invite("Ida"));
  await page.getByRole("button", { name: says("sign-in-button"), exact: true }).press("Enter");
  await page.getByRole("link", { name: says("sign-in-console"), exact: true }).press("Enter");
  const knocks = async (/** @type {string} */ name) => {
    const phone = await new Phone(link, name).knocks();
    await page.getByRole("heading", { name, exact: true }).waitFor();
    return phone;
  };
  const card = page.locator(`[data-call="${id}"]`);
  const press = (/** @type {string} */ words) => card.getByRole("button", { name: words, exact: true }).press("Enter");
  /** Presses a button, and yes in its dialog; where the focus is then. @param {string} words @param {string} yes */
  const decides = async (words, yes) => {
    await press(words);
    await page.getByRole("dialog").getByRole("button", { name: says(yes), exact: true }).press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    return page.evaluate(named);
  };
  const lin = await knocks("Lin");
  assert.equal(await decides(`${says("console-hold")} Lin`, "console-hold-yes"), `${says("console-admit")} Lin`);
  assert.equal(await decides(`${says("console-decline")} Lin`, "console-decline-yes"), "Boiler");
  const lou = await knocks("Lou");
  await press(`${says("console-admit")} Lou`);
  assert.equal(await decides(`${says("console-remove")} Lou`, "console-remove-yes"), "Boiler");
  await press("Boiler");
  await decides(says("console-end"), "console-end-yes");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "page");
  await page.locator(".group > details > summary").press("Enter");
  await decides(says("console-forget"), "console-forget-yes");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "page");
  [lin, lou].forEach((phone) => phone.off());
});

test("the dialog of an invitation comes after the one that asked for it, and gives the focus back where both began", async () => {
  const { page } = await browser.person({ viewport: DESK });
  await page.goto(service.invite("Root", ["--admin"]));
  await page.getByRole("button", { name: says("sign-in-button"), exact: true }).press("Enter");
  await page.getByRole("link", { name: says("sign-in-console"), exact: true }).press("Enter");
  const account = page.getByRole("button", { name: "Root", exact: true });
  await account.press("Enter");
  await page.getByRole("button", { name: says("console-invite"), exact: true }).press("Enter");
  await page.getByRole("textbox", { name: says("console-invite-name") }).fill("Ben");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: says("console-invited-title", { name: "Ben" }) }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll("dialog").length === 1);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(named), "Root");
});

/** Presses Tab until the focus is on what has this name, and can be seen to be there.
 * @param {Page} page @param {string | ((name: string, element: {href: string}) => boolean)} wanted */
async function tabsTo(page, wanted) {
  const passed = /** @type {string[]} */ ([]);
  for (let times = 0; times < 80; times += 1) {
    const name = await page.evaluate(named);
    const { href, isShown } = await page.evaluate(focused);
    if (typeof wanted === "string" ? name === wanted : wanted(name, { href })) {
      assert.ok(isShown, `one sees that ${name} has the focus`);
      return;
    }
    passed.push(name);
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab never comes to ${wanted}, only to: ${[...new Set(passed)].join(", ")}`);
}

/** In the page: where what has the focus leads, and whether it looks focused. */
function focused() {
  const element = document.activeElement ?? document.body;
  const style = getComputedStyle(element);
  const isShown = style.outlineStyle !== "none" || style.boxShadow !== "none";
  const href = element instanceof HTMLAnchorElement ? element.href : "";
  return { href, isShown };
}

/** In the page: the name of what has the focus. @returns {string} */
function named() {
  const element = document.activeElement;
  const by = element?.getAttribute("aria-labelledby")?.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
  return (by ?? element?.getAttribute("aria-label") ?? label ?? element?.textContent ?? "").replace(/\s+/g, " ").trim();
}
