// A network that stalls, and a proxy whose service is away: the agent is told, and what is sent again is done once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Console } from "./support/console.js";
import { house } from "./support/house.js";
import { NO_GATEWAY, commandId, holdsFirst, mayStall, stalls } from "./support/network.js";
import { Phone } from "./support/phone.js";
import { says } from "./support/words.js";

const here = house();
/** How long a request may take. */
const LONGEST_MS = 15_000;
const CALLS = "/v1/calls/";

/** An agent whose network is bad. @param {boolean} [clock] whether the test turns their clock */
async function atTheConsole(clock = false) {
  const agent = new Console(await here.browser.person());
  agent.person.isCutOff = true;
  await mayStall(agent.person.context);
  if (clock) await agent.page.clock.install();
  await agent.signsIn(here.service.invite("Grace"));
  return agent;
}

/** Somebody waits. @param {string} name */
async function waits(name) {
  const { id, link } = await here.agent.create(`For ${name}`);
  return { id, phone: await new Phone(link, name).knocks() };
}

/** The next command of this type that the page sends. @param {Console} agent @param {string} type */
function sent({ page }, type) {
  return page.waitForRequest((request) => request.url().endsWith("/commands") && request.postDataJSON().type === type);
}

/** @param {Console} agent */
const tryAgain = ({ page }) => page.locator(".toast.bad").getByRole("button", { name: says("console-try-again"), exact: true });

test("an admission that is never answered is told after a while, without a word of what nobody typed, and the same is sent again", async () => {
  const agent = await atTheConsole(true);
  const { phone } = await waits("Ada");
  await agent.sees("Ada");
  const first = await holdsFirst(agent.page, "POST", CALLS, "admit");
  const admit = agent.button("console-admit", "Ada");
  await admit.click();
  const stalled = (await first.route).request();
  await agent.page.clock.runFor(LONGEST_MS);
  await agent.page.getByText(says("console-undecided")).first().waitFor();
  assert.equal(await admit.getAttribute("aria-busy"), null);
  const second = sent(agent, "admit");
  await tryAgain(agent).click();
  assert.equal(commandId(await second), commandId(stalled));
  await phone.reaches((state) => state.state === "admitted");
  phone.off();
  await agent.person.context.close();
});

test("an answer whose end never comes is told after a while, too", async () => {
  const agent = await atTheConsole(true);
  await agent.page.evaluate(() => {
    const own = window.fetch;
    window.fetch = async (path, about) => {
      if (about?.method !== "POST") return own(path, about);
      const body = new ReadableStream({ start: (all) => about.signal?.addEventListener("abort", () => all.error(about.signal?.reason)) });
      document.body.dataset["began"] = "true";
      return new Response(body, { status: 201 });
    };
  });
  await agent.create.click();
  await agent.page.locator("[data-began]").waitFor();
  await agent.page.clock.runFor(LONGEST_MS);
  await agent.page.getByText(says("console-undecided")).first().waitFor();
  await agent.person.context.close();
});

test("an admission that a proxy could not pass on is sent again as the same command", async () => {
  const agent = await atTheConsole();
  const { phone } = await waits("Bob");
  await agent.sees("Bob");
  const first = await holdsFirst(agent.page, "POST", CALLS, "admit");
  await agent.button("console-admit", "Bob").click();
  const held = await first.route;
  await held.fulfill(NO_GATEWAY);
  const second = sent(agent, "admit");
  await tryAgain(agent).click();
  assert.equal(commandId(await second), commandId(held.request()));
  await phone.reaches((state) => state.state === "admitted");
  phone.off();
  await agent.person.context.close();
});

test("an admission that failed can be tried again only until they were let in otherwise, and not by the key for Undo", async () => {
  const agent = await atTheConsole();
  const { phone } = await waits("Kim");
  await agent.sees("Kim");
  const first = await holdsFirst(agent.page, "POST", CALLS, "admit");
  await agent.button("console-admit", "Kim").click();
  // It never arrives.
  await (await first.route).fulfill(NO_GATEWAY);
  await agent.page.locator(".toast.bad").waitFor();
  await agent.page.keyboard.press("u");
  assert.equal(await tryAgain(agent).count(), 1);
  await agent.button("console-admit", "Kim").click();
  await phone.reaches((state) => state.state === "admitted");
  await agent.page.getByRole("button", { name: says("console-undo"), exact: true }).click();
  await phone.reaches((state) => state.phase === "lobby");
  await agent.button("console-admit", "Kim").waitFor();
  assert.equal(await agent.page.locator(".toast.bad").count(), 0);
  phone.off();
  await agent.person.context.close();
});

test("an admission whose answer alone was lost is not offered again to whoever sends them back", async () => {
  const agent = await atTheConsole();
  const { phone } = await waits("Ole");
  await agent.sees("Ole");
  const first = await holdsFirst(agent.page, "POST", CALLS, "admit");
  await agent.button("console-admit", "Ole").click();
  const held = await first.route;
  await held.fetch();
  await held.fulfill(NO_GATEWAY);
  await agent.button("console-send-back", "Ole").click();
  await phone.reaches((state) => state.phase === "lobby");
  await agent.page.locator(".toast", { hasText: says("console-sent-back", { name: "Ole" }) }).waitFor();
  assert.equal(await agent.page.locator(".toast.bad").count(), 0);
  phone.off();
  await agent.person.context.close();
});

test("a call whose creation a proxy lost the answer to is not created twice by trying again", async () => {
  const agent = await atTheConsole();
  await stalls(agent.page);
  const before = (await here.agent.calls()).length;
  const first = await holdsFirst(agent.page, "POST", "/v1/calls");
  await agent.create.click();
  const held = await first.route;
  // The service has done it; neither answer nor stream tells of it.
  await held.fetch();
  await held.fulfill({ ...NO_GATEWAY, status: 504 });
  await tryAgain(agent).click();
  await agent.page.locator("article [aria-expanded=true]").waitFor();
  assert.equal((await here.agent.calls()).length, before + 1);
  assert.equal(await agent.page.locator(".toast.bad").count(), 0);
  await agent.person.context.close();
});

test("Create makes another call, whatever became of the last one", async () => {
  const agent = await atTheConsole();
  const cards = agent.page.locator("article.call");
  const before = (await here.agent.calls()).length;
  await agent.page.waitForFunction((count) => document.querySelectorAll("article.call").length === count, before);
  const first = await holdsFirst(agent.page, "POST", "/v1/calls");
  await agent.create.click();
  const held = await first.route;
  await held.fetch();
  // The stream was faster.
  await cards.nth(before).waitFor();
  await held.fulfill({ ...NO_GATEWAY, status: 504 });
  await agent.page.locator(".create:not([aria-busy])").waitFor();
  assert.equal(await agent.page.locator(".toast.bad").count(), 0);
  await agent.create.click();
  await cards.nth(before + 1).waitFor();
  await agent.person.context.close();
});

test("that a call was perhaps not created is no longer said once the stream has brought it", async () => {
  const agent = await atTheConsole();
  const first = await holdsFirst(agent.page, "POST", "/v1/calls");
  await agent.create.click();
  const held = await first.route;
  await held.fulfill(NO_GATEWAY);
  await tryAgain(agent).waitFor();
  // A call of somebody else's is another one.
  const { id } = await here.agent.create("Of a colleague");
  await agent.page.locator(`[data-call="${id}"]`).waitFor();
  assert.equal(await tryAgain(agent).count(), 1);
  await agent.page.evaluate(
    (body) => fetch("/v1/calls", { method: "POST", headers: { "Content-Type": "application/json" }, body }),
    held.request().postData(),
  );
  await tryAgain(agent).waitFor({ state: "detached" });
  await agent.person.context.close();
});

test("a title that a proxy could not pass on may be tried again", async () => {
  const agent = await atTheConsole();
  const card = await agent.creates();
  const first = await holdsFirst(agent.page, "PATCH", CALLS);
  await card.getByRole("textbox", { name: says("console-field-title"), exact: true }).fill("Boiler, third floor");
  await agent.page.keyboard.press("Enter");
  await (await first.route).fulfill(NO_GATEWAY);
  await card.getByRole("button", { name: says("console-try-again"), exact: true }).click();
  await agent.card("Boiler, third floor").waitFor();
  await agent.person.context.close();
});

test("a dialog that is sent again after its answer was lost is one command; one with other words is another", async () => {
  const agent = await atTheConsole();
  const { id, phone } = await waits("Lin");
  await here.agent.command(id, "hold", { knock: phone.knock });
  await agent.sees("Lin");
  await agent.button("console-write", "Lin").click();
  const dialog = agent.page.getByRole("dialog");
  const yes = dialog.getByRole("button", { name: says("console-write-yes"), exact: true });
  const ids = /** @type {string[]} */ ([]);
  for (const text of ["One moment", "One moment", "Two moments"]) {
    const lost = await holdsFirst(agent.page, "POST", CALLS, "message");
    await dialog.getByRole("textbox").fill(text);
    await yes.click();
    const route = await lost.route;
    ids.push(commandId(route.request()));
    await route.fulfill(NO_GATEWAY);
    await dialog.getByRole("alert").filter({ hasText: /./ }).waitFor();
  }
  const last = sent(agent, "message");
  await yes.click();
  ids.push(commandId(await last));
  await dialog.waitFor({ state: "detached" });
  assert.equal(ids[1], ids[0]);
  assert.notEqual(ids[2], ids[1]);
  assert.equal(ids[3], ids[2]);
  phone.off();
  await agent.person.context.close();
});

test("the end of a call that is pressed again after its answer was lost is one command", async () => {
  const agent = await atTheConsole();
  const card = await agent.creates();
  await card.getByRole("button", { name: says("console-end"), exact: true }).click();
  const dialog = agent.page.getByRole("dialog");
  const yes = dialog.getByRole("button", { name: says("console-end-yes"), exact: true });
  const lost = await holdsFirst(agent.page, "POST", CALLS, "end");
  await yes.click();
  const held = await lost.route;
  await held.fulfill(NO_GATEWAY);
  await dialog.getByRole("alert").filter({ hasText: /./ }).waitFor();
  const again = sent(agent, "end");
  await yes.click();
  assert.equal(commandId(await again), commandId(held.request()));
  await dialog.waitFor({ state: "detached" });
  await agent.person.context.close();
});

test("what fails after its dialog was closed is told, and the dialog comes back with what was typed", async () => {
  const agent = await atTheConsole();
  const { phone } = await waits("Eve");
  await agent.sees("Eve");
  await agent.button("console-hold", "Eve").click();
  const dialog = agent.page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("I am fetching the plans.");
  const first = await holdsFirst(agent.page, "POST", CALLS, "hold");
  await dialog.getByRole("button", { name: says("console-hold-yes"), exact: true }).click();
  const held = await first.route;
  await agent.page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await held.fulfill(NO_GATEWAY);
  const again = sent(agent, "hold");
  await tryAgain(agent).click();
  assert.equal(await dialog.getByRole("textbox").inputValue(), "I am fetching the plans.");
  await dialog.getByRole("button", { name: says("console-hold-yes"), exact: true }).click();
  assert.equal(commandId(await again), commandId(held.request()));
  await dialog.waitFor({ state: "detached" });
  await phone.reaches((state) => state.state === "held");
  phone.off();
  await agent.person.context.close();
});
