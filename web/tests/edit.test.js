// The fields of a call, edited faster than the network is, and across the hours that a clock leaves out or repeats.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Console } from "./support/console.js";
import { house } from "./support/house.js";
import { holdsFirst } from "./support/network.js";
import { says } from "./support/words.js";

/** @typedef {import("playwright-core").Page} Page */

const here = house();
/** Berlin, the night that has 02:30 twice: the second of them, and some seconds. */
const SECOND_0230 = Date.UTC(2027, 9, 31, 1, 30, 17);
/** The service's end of the requests that change a call. */
const CALLS = "/v1/calls/";

/** An agent in front of the open fields of a call. @param {string} title @param {object} [more] */
async function edits(title, more) {
  const { id } = await here.agent.create(title, more);
  const agent = new Console(await here.browser.person());
  await agent.signsIn(here.service.invite("Grace"));
  const card = agent.page.locator(`[data-call="${id}"]`);
  await card.getByRole("button", { name: title, exact: true }).click();
  const field = (/** @type {string} */ name) => card.getByLabel(says(`console-field-${name}`), { exact: true });
  const value = async (/** @type {string} */ name) => Reflect.get(await here.agent.call(id), name);
  return { agent, page: agent.page, card, id, field, value };
}

/** Until the next change is answered. @param {Page} page */
const saved = (page) => page.waitForResponse((answer) => answer.request().method() === "PATCH");

/** Somebody else changes a call. @param {string} id @param {object} patch */
async function changes(id, patch) {
  const { version } = await here.agent.call(id);
  const answer = await fetch(`${here.service.origin}/v1/calls/${id}`, {
    method: "PATCH", body: JSON.stringify(patch),
    headers: { Authorization: `Bearer ${here.agent.token}`, "Content-Type": "application/json", "If-Match": `"${version}"` },
  });
  assert.equal(answer.status, 200);
}

/** @param {Page} page */
const undo = (page) => page.locator(".toast").last().getByRole("button", { name: says("console-undo"), exact: true });

test("what is changed while a change is on the way is sent after it", async () => {
  const { agent, page, field, value } = await edits("Twice", { minutes: 30 });
  const first = await holdsFirst(page, "PATCH", CALLS);
  await field("minutes").press("ArrowUp");
  const held = await first.route;
  await field("minutes").press("ArrowUp");
  await field("minutes").press("ArrowUp");
  const second = page.waitForRequest((request) => request.method() === "PATCH" && request.postDataJSON().minutes === 33);
  await held.continue();
  await (await second).response();
  assert.equal(await field("minutes").inputValue(), "33");
  assert.equal(await value("minutes"), 33);
  await agent.person.context.close();
});

test("what is changed back while a change is on the way is as it was, on both sides", async () => {
  const { agent, page, field, value } = await edits("Back", { minutes: 30 });
  const first = await holdsFirst(page, "PATCH", CALLS);
  await field("minutes").press("ArrowUp");
  const held = await first.route;
  await field("minutes").press("ArrowDown");
  const second = page.waitForRequest((request) => request.method() === "PATCH" && request.postDataJSON().minutes === 30);
  await held.continue();
  await (await second).response();
  assert.equal(await field("minutes").inputValue(), "30");
  assert.equal(await value("minutes"), 30);
  await agent.person.context.close();
});

test("what is undone while another change is on the way is undone after it", async () => {
  const { agent, page, field, card, value } = await edits("One");
  const done = saved(page);
  await field("title").fill("Two");
  await field("title").press("Enter");
  await done;
  await undo(page).waitFor();
  const next = await holdsFirst(page, "PATCH", CALLS);
  await field("title").fill("Three");
  await field("title").press("Enter");
  const held = await next.route;
  await undo(page).click();
  const back = page.waitForRequest((request) => request.method() === "PATCH" && request.postDataJSON().title === "One");
  await held.continue();
  await (await back).response();
  await card.getByRole("button", { name: "One", exact: true }).waitFor();
  assert.equal(await field("title").inputValue(), "One");
  assert.equal(await value("title"), "One");
  await agent.person.context.close();
});

test("what Escape takes back while it is on the way is taken back", async () => {
  const { agent, page, field, value } = await edits("Kept");
  const first = await holdsFirst(page, "PATCH", CALLS);
  await field("title").fill("Lost");
  await field("title").press("Enter");
  const held = await first.route;
  await field("title").press("Escape");
  const back = page.waitForRequest((request) => request.method() === "PATCH" && request.postDataJSON().title === "Kept");
  await held.continue();
  await (await back).response();
  assert.equal(await field("title").inputValue(), "Kept");
  assert.equal(await value("title"), "Kept");
  await agent.person.context.close();
});

test("what was refused while a second try was typed says nothing of the second, which is saved", async () => {
  const { agent, page, field, card, value } = await edits("Short");
  const first = await holdsFirst(page, "PATCH", CALLS);
  await field("title").fill("x".repeat(201));
  await field("title").press("Enter");
  const held = await first.route;
  await field("title").fill("Short enough");
  await field("title").press("Enter");
  await held.continue();
  await card.getByRole("button", { name: "Short enough", exact: true }).waitFor();
  assert.equal(await card.getByText(says("console-bad-title")).count(), 0);
  assert.equal(await value("title"), "Short enough");
  await agent.person.context.close();
});

test("what somebody else changed and took back is offered no longer, and what was typed is saved when it was to be saved", async () => {
  const { agent, page, field, card, id, value } = await edits("As it was");
  const conflict = card.getByText(says("console-conflict", { theirs: "Theirs" }));
  await field("title").fill("Mine");
  await changes(id, { title: "Theirs" });
  await conflict.waitFor();
  await changes(id, { title: "As it was" });
  await conflict.waitFor({ state: "hidden" });
  assert.deepEqual([await field("title").inputValue(), await value("title")], ["Mine", "As it was"]);

  await changes(id, { title: "Theirs" });
  await conflict.waitFor();
  await card.getByRole("button", { name: says("console-take-theirs"), exact: true }).focus();
  const done = saved(page);
  await changes(id, { title: "As it was" });
  await conflict.waitFor({ state: "hidden" });
  assert.ok(await field("title").evaluate((input) => input === document.activeElement));
  await done;
  assert.equal(await value("title"), "Mine");
  await agent.person.context.close();
});

test("a start that is typed part by part is sent when the field is left or rests, and not a part of it", async () => {
  const starts_at = Date.UTC(2027, 4, 20, 8, 0);
  const { agent, page, field, value } = await edits("Parts", { starts_at });
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  const asked = /** @type {number[]} */ ([]);
  page.on("request", (request) => request.method() === "PATCH" && asked.push(request.postDataJSON().starts_at));
  await field("starts-at").focus();
  // Whether the day or the month comes first is the browser's.
  await page.keyboard.type("0606");
  const left = saved(page);
  await field("minutes").focus();
  await left;
  assert.deepEqual(asked, [Date.UTC(2027, 5, 6, 8, 0)]);
  const rested = saved(page);
  await field("starts-at").focus();
  await page.keyboard.type("0707");
  await page.clock.runFor(2_000);
  await rested;
  assert.deepEqual(asked, [Date.UTC(2027, 5, 6, 8, 0), Date.UTC(2027, 6, 7, 8, 0)]);
  assert.equal(await value("starts_at"), asked[1]);
  await agent.person.context.close();
});

test("a start that is undone is the moment that it was, with its seconds, also in the hour that comes twice", async () => {
  const { agent, page, field, value } = await edits("October", { starts_at: SECOND_0230 });
  assert.equal(await field("starts-at").inputValue(), "2027-10-31T02:30");
  const done = saved(page);
  await field("starts-at").fill("2027-10-31T09:00");
  await field("starts-at").press("Enter");
  await done;
  const undone = saved(page);
  await undo(page).click();
  await undone;
  assert.equal(await value("starts_at"), SECOND_0230);
  assert.equal(await field("starts-at").inputValue(), "2027-10-31T02:30");
  await agent.person.context.close();
});

test("a start in the hour that a night leaves out is shown as it was saved", async () => {
  const { agent, page, field, value } = await edits("March", { starts_at: Date.UTC(2027, 2, 28, 8, 0) });
  const done = saved(page);
  await field("starts-at").fill("2027-03-28T02:30");
  await field("minutes").focus();
  await done;
  await undo(page).waitFor();
  assert.equal(await value("starts_at"), Date.UTC(2027, 2, 28, 1, 30));
  assert.equal(await field("starts-at").inputValue(), "2027-03-28T03:30");
  await agent.person.context.close();
});
