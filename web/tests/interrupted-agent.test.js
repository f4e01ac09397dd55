// An agent who is interrupted: the sign-in ends while a form is open, or another tab or a colleague does the opposite.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Console } from "./support/console.js";
import { look } from "./support/gallery.js";
import { house } from "./support/house.js";
import { Phone } from "./support/phone.js";
import { says } from "./support/words.js";

const here = house();

/** An agent at their console. @param {string} name @param {import("./support/browser.js").Person} [person] in their other tab */
async function atTheConsole(name, person) {
  const agent = new Console(person ?? (await here.browser.person()));
  await agent.signsIn(here.service.invite(name));
  return agent;
}

/** Signed out everywhere, as by an administrator's hand. @param {Console} agent */
async function isSignedOut(agent) {
  const ended = await agent.page.evaluate(() =>
    fetch("/v1/sign-out", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ everywhere: true }) }).then(({ ok }) => ok));
  assert.ok(ended);
  await agent.page.getByText(says("console-sign-in-ended"), { exact: false }).first().waitFor();
}

/** In another tab, by another link; the console that was left open knows nothing of it. @param {Console} agent @param {string} name */
async function signsInAgain(agent, name) {
  const tab = await agent.person.context.newPage();
  await tab.goto(here.service.invite(name));
  await tab.getByRole("button", { name: says("sign-in-button"), exact: true }).click();
  await tab.getByRole("link", { name: says("sign-in-console"), exact: true }).waitFor();
  await tab.close();
}

test("an agent whose sign-in got no answer presses again, and is signed in by the same link", async () => {
  const person = await here.browser.person();
  const { page, context } = person;
  person.isCutOff = true;
  let asked = 0;
  await page.route("**/v1/sign-in", async (route) => {
    if (asked++ > 0) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await page.goto(here.service.invite("Ida"));
  const press = () => page.getByRole("button", { name: says("sign-in-button"), exact: true }).click();
  await press();
  await page.getByText(says("sign-in-unreachable")).waitFor();
  await press();
  await page.getByRole("link", { name: says("sign-in-console"), exact: true }).click();
  await page.getByText(says("console-nobody-waits")).waitFor();
  await context.close();
});

test("a sign-in that ends while a title is edited says so and keeps what was typed, which is saved after signing in again", async () => {
  const agent = await atTheConsole("Grace");
  const card = await agent.creates();
  const field = card.getByRole("textbox", { name: says("console-field-title"), exact: true });
  await field.fill("Boiler makes a noise, third floor");
  await isSignedOut(agent);
  await field.press("Enter");
  await card.getByText(says("console-sign-in-ended-here")).waitFor();
  assert.equal(await field.inputValue(), "Boiler makes a noise, third floor");
  await look(agent.page, "console-signed-out-title");
  const again = card.getByRole("button", { name: says("console-try-again"), exact: true });
  await again.click();
  await card.getByText(says("console-sign-in-ended-here")).waitFor();
  await signsInAgain(agent, "Grace");
  await again.click();
  await agent.card("Boiler makes a noise, third floor").waitFor();
  assert.equal(await card.getByText(says("console-sign-in-ended-here")).count(), 0);
  await agent.page.getByRole("button", { name: says("console-go-on"), exact: true }).click();
  await agent.page.getByText(says("console-stream", { state: "live" }), { exact: true }).waitFor();
  await agent.person.context.close();
});

test("a sign-in that ends while a message is written says so in its dialog, and the same button sends it after signing in again", async () => {
  const { id, link } = await here.agent.create("Dialog");
  const phone = await new Phone(link, "Lin").knocks();
  const agent = await atTheConsole("Grace");
  await agent.sees("Lin");
  await agent.button("console-hold", "Lin").click();
  const dialog = agent.page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("One moment, I am fetching the plans.");
  await isSignedOut(agent);
  const hold = dialog.getByRole("button", { name: says("console-hold-yes"), exact: true });
  await hold.click();
  await dialog.getByText(says("console-sign-in-ended-here")).waitFor();
  assert.equal(await dialog.getByRole("textbox").inputValue(), "One moment, I am fetching the plans.");
  await look(agent.page, "console-signed-out-dialog");
  await signsInAgain(agent, "Grace");
  await hold.click();
  await dialog.waitFor({ state: "detached" });
  assert.equal((await here.agent.call(id)).knocks[0]?.state, "held");
  phone.off();
  await agent.person.context.close();
});

test("a message to a customer that is too long is refused in its dialog, which says by how much, and not a letter of it is lost", async () => {
  const { link } = await here.agent.create("Long message");
  const phone = await new Phone(link, "Lou").knocks();
  const agent = await atTheConsole("Grace");
  await agent.sees("Lou");
  await agent.button("console-hold", "Lou").click();
  const dialog = agent.page.getByRole("dialog");
  const text = "One moment. ".repeat(1_000).trim();
  await dialog.getByRole("textbox").fill(text);
  await dialog.getByRole("button", { name: says("console-hold-yes"), exact: true }).click();
  await dialog.getByRole("alert").filter({ hasText: says("console-bad-text", { over: text.length - 500 }) }).waitFor();
  assert.equal(await dialog.getByRole("textbox").inputValue(), text);
  await look(agent.page, "console-message-too-long");
  phone.off();
  await agent.person.context.close();
});

test("one tab admits while the other declines: the second learns in one sentence who was first, with nothing left to try, and nothing is half done", async () => {
  const { id, link } = await here.agent.create("Opposite");
  const phone = await new Phone(link, "Ada").knocks();
  const [first, second] = [await atTheConsole("Ida"), await atTheConsole("Leo")];
  await Promise.all([first, second].map((agent) => agent.sees("Ada")));
  await second.button("console-decline", "Ada").click();
  const dialog = second.page.getByRole("dialog");
  await first.button("console-admit", "Ada").click();
  await phone.reaches((state) => state.state === "admitted");
  await dialog.getByRole("button", { name: says("console-decline-yes"), exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  const toast = second.page.locator(".toast.bad");
  await toast.getByText(says("console-somebody-was-first", { name: "Ida" }), { exact: true }).waitFor();
  assert.equal(await toast.getByRole("button", { name: says("console-try-again"), exact: true }).count(), 0);
  await look(second.page, "console-somebody-was-first");
  await second.page.getByText(says("console-knock-state", { state: "admitted" }), { exact: false }).first().waitFor();
  await phone.does("enter");
  const { phase, knocks } = await here.agent.call(id);
  assert.deepEqual([phase.phase, knocks[0]?.state], ["taken", "in-call"]);
  phone.off();
  await Promise.all([first, second].map((agent) => agent.person.context.close()));
});

test("two tabs of one agent: what was declined in one cannot be admitted in the other, which says so", async () => {
  const { id, link } = await here.agent.create("Tabs");
  const phone = await new Phone(link, "Bob").knocks();
  const first = await atTheConsole("Mia");
  await first.sees("Bob");
  const page = await first.person.context.newPage();
  await page.goto(`${here.service.origin}/`);
  await page.getByRole("heading", { name: "Bob", exact: true }).waitFor();
  // Pressed at the same moment: the admission is under way while the other tab declines.
  /** @type {(route: import("playwright-core").Route) => void} */ let holds = () => {};
  const held = new Promise((/** @type {typeof holds} */ asked) => (holds = asked));
  const isAdmission = (/** @type {URL} */ url) => url.pathname === `/v1/calls/${id}/commands`;
  await page.route(isAdmission, (route) => (route.request().postData()?.includes("admit") ? holds(route) : route.continue()));
  await page.getByRole("button", { name: `${says("console-admit")} Bob`, exact: true }).click();
  await first.button("console-decline", "Bob").click();
  await first.page.getByRole("dialog").getByRole("button", { name: says("console-decline-yes"), exact: true }).click();
  await phone.reaches((state) => state.phase === "over");
  await (await held).continue();
  const toast = page.locator(".toast.bad");
  await toast.filter({ hasText: says("console-too-late") }).waitFor();
  assert.deepEqual((await here.agent.call(id)).knocks, [], "nobody is in the call");
  phone.off();
  await first.person.context.close();
});

test("two tabs that change the same title: the second sees both, chooses, and nothing is lost", async () => {
  const { id } = await here.agent.create("Title");
  const agent = await atTheConsole("Eve");
  const card = agent.page.locator(`[data-call="${id}"]`);
  await card.getByRole("button", { name: "Title", exact: true }).click();
  const field = card.getByRole("textbox", { name: says("console-field-title"), exact: true });
  await field.fill("Mine");
  const tab = await agent.person.context.newPage();
  await tab.goto(`${here.service.origin}/`);
  const theirs = tab.locator(`[data-call="${id}"]`);
  await theirs.getByRole("button", { name: "Title", exact: true }).click();
  await theirs.getByRole("textbox", { name: says("console-field-title"), exact: true }).fill("Theirs");
  await tab.keyboard.press("Enter");
  await card.getByText(says("console-conflict", { theirs: "Theirs" })).waitFor();
  assert.equal(await field.inputValue(), "Mine");
  await look(agent.page, "console-title-conflict");
  await card.getByRole("button", { name: says("console-keep-mine"), exact: true }).click();
  await tab.getByRole("article", { name: "Mine", exact: true }).waitFor();
  await agent.person.context.close();
});
