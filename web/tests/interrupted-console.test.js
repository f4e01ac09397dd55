// A console that is interrupted: an answer comes late or never, the page is hidden while the service is away.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isSetTo, isWrongBy } from "./support/clock.js";
import { Console } from "./support/console.js";
import { house } from "./support/house.js";
import { Phone } from "./support/phone.js";
import { says } from "./support/words.js";

const here = house();

const isLive = (/** @type {Console} */ agent) => agent.page.getByText(says("console-stream", { state: "live" }), { exact: true }).waitFor();

test("the cards that were drawn before the service said who looks at them say “you” once it has", async () => {
  const agent = new Console(await here.browser.person());
  await agent.signsIn(here.service.invite("Grace"));
  const card = await agent.creates();
  const phone = await new Phone(await agent.linkIn(card), "Lin").knocks();
  await agent.button("console-admit", "Lin").click();
  await phone.reaches((state) => state.state === "admitted");
  await phone.does("enter");
  const { page } = agent;
  await page.getByText(says("console-taken-by-you", { name: "Lin" })).waitFor();
  /** @type {(route: import("playwright-core").Route) => void} */ let holds = () => {};
  const held = new Promise((/** @type {typeof holds} */ asked) => (holds = asked));
  await page.route("**/v1/me", (route) => holds(route));
  await page.reload();
  const asked = await held;
  await page.getByText(says("console-taken", { name: "Lin", agent: "Grace" })).waitFor();
  await asked.continue();
  await page.getByText(says("console-taken-by-you", { name: "Lin" })).waitFor();
  phone.off();
  await agent.person.context.close();
});

test("a console that could not learn who looks at it asks again with the next word of the service", async () => {
  const agent = new Console(await here.browser.person());
  await agent.signsIn(here.service.invite("Leo"));
  agent.person.isCutOff = true;
  const failed = agent.page.waitForEvent("requestfailed", (request) => request.url().endsWith("/v1/me"));
  await agent.page.route("**/v1/me", (route) => route.abort(), { times: 1 });
  await agent.page.reload();
  await isLive(agent);
  await failed;
  await here.agent.create("Meanwhile");
  await agent.page.getByRole("button", { name: "Leo", exact: true }).waitFor();
  await agent.person.context.close();
});

test("a list that may be old says nothing of who waits", async () => {
  const agent = new Console(await here.browser.person());
  await agent.signsIn(here.service.invite("Nora"));
  await agent.page.getByText(says("console-nobody-waits")).waitFor();
  agent.person.isCutOff = true;
  await here.service.end();
  await agent.page.getByText(says("console-nobody-known")).waitFor();
  assert.equal(await agent.page.getByText(says("console-nobody-waits")).count(), 0);
  here.service = await here.service.again();
  await agent.page.getByText(says("console-nobody-waits")).waitFor();
  await agent.person.context.close();
});

test("before the service has said anything, and after sleep until it says something again, the console claims nothing", async () => {
  const agent = new Console(await here.browser.person());
  await isWrongBy(agent.person.context, 0);
  await agent.signsIn(here.service.invite("Nils"));
  const { page } = agent;
  const claims = page.getByText(says("console-nobody-waits")).or(page.getByText(says("console-no-calls")))
    .or(page.getByText(says("console-no-other-calls"))).or(page.locator(".group h2"));
  const shown = () => claims.evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent));
  /** @type {(route: import("playwright-core").Route) => void} */ let holds = () => {};
  const asked = () => new Promise((/** @type {typeof holds} */ took) => (holds = took));
  await page.route("**/v1/events", (route) => holds(route));
  let held = asked();
  await page.reload();
  let stream = await held;
  await page.getByText(says("console-nobody-known")).waitFor();
  assert.deepEqual(await shown(), []);
  await stream.continue();
  await page.getByText(says("console-nobody-waits")).waitFor();

  held = asked();
  await isSetTo(page, 3_600_000);
  stream = await held;
  await page.getByText(says("console-nobody-known")).waitFor();
  await stream.continue();
  await page.getByText(says("console-nobody-waits")).waitFor();
  await agent.person.context.close();
});

test("a console in a hidden page, whose timers the browser holds back, is connected again as soon as the service is back", async () => {
  const agent = new Console(await here.browser.person());
  await agent.person.context.addInitScript(() => {
    Object.defineProperties(document, { hidden: { get: () => true }, visibilityState: { get: () => "hidden" } });
    // Once a minute, which is not now.
    Object.assign(globalThis, { setInterval: () => 0 });
  });
  await agent.signsIn(here.service.invite("Mia"));
  agent.person.isCutOff = true;
  await here.service.end();
  await agent.page.getByText(says("console-broken")).first().waitFor();
  here.service = await here.service.again();
  await isLive(agent);
  await agent.person.context.close();
});
